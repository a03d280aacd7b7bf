import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import { DatasetReader, FILES } from '../files/dataset-reader.ts';
import { zipOf } from '../files/zip.ts';
import { atMost } from '../store/at-most.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { encodingOf } from './encodings.ts';
import { isKnown, refuse, refuseFor, refusesMethod, sendJson } from './files-only-read.ts';
import { DATASET_VERSION, faultOf, IMMUTABLE, pinnedVersion } from './pinned-version.ts';
import type { Handler } from './routes.ts';

const ARCHIVE = 'capexgraph.zip';
const NAMES = [ARCHIVE, ...FILES];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  cff: 'application/yaml; charset=utf-8',
  zip: 'application/zip',
};

/** Each file that is being read has a connection to the database for itself. */
const MOST_AT_ONCE = 4;
/** So many more wait for one of these to be over, */
const MOST_WAITING = 20;
/** and so long. */
const WAITING_MS = 5_000;
/** How long a reader may take nothing. */
const STALLED_MS = 30_000;

/** Answers for the files of the dataset, `/data/…`. */
export function datasetFiles({
  pool,
  newest,
  log,
}: {
  pool: Pool;
  newest: () => Snapshot;
  log: Logger;
}): Handler {
  const inTurn = atMost(Math.min(MOST_AT_ONCE, Math.max(1, (pool.options.max ?? 0) >> 1)));
  let waiting = 0;
  return async (request, response) => {
    const { url = '/' } = request;
    if (refusesMethod(request, response)) return;
    const name = /^\/data\/?([^?]*)/.exec(url)![1]!;
    if (name === '')
      return sendJson(response, 200, { files: NAMES.map((name) => `/data/${name}`) });
    if (!NAMES.includes(name)) {
      const message = `There is no file ${JSON.stringify(name)}; there are ${NAMES.join(', ')}.`;
      return refuse(response, 404, { message, code: 'NOT_FOUND', files: NAMES });
    }
    if (isServed(request, newest().catalog)) return sendNotModified(request, response, newest());
    if (waiting >= MOST_WAITING) return refuseForOthers(response);
    waiting++;
    const timer = setTimeout(() => refuseForOthers(response), WAITING_MS);
    await inTurn(async () => {
      waiting--;
      clearTimeout(timer);
      if (response.headersSent || request.socket.destroyed) return;
      try {
        await sendFile(request, response, name, pool, newest().catalog.importId);
      } catch (error) {
        const isOurs = !databaseFaultOf(error) && !request.socket.destroyed;
        if (isOurs) log.error(error, 'A file could not be sent');
        if (response.headersSent) response.destroy();
        else refuseFor(error, response);
      }
    });
  };
}

function refuseForOthers(response: ServerResponse): void {
  response.setHeader('retry-after', '5');
  const message = 'Too many files are being read; ask again in five seconds.';
  refuse(response, 503, { message, code: 'OVERLOADED' });
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  pool: Pool,
  importId: number,
): Promise<void> {
  const reader = await DatasetReader.open(pool, { importId });
  let isComplete = false;
  try {
    const asked = pinnedVersion(request.url!);
    const fault = asked === undefined ? undefined : faultOf(asked, reader.edition);
    if (fault) {
      const { status, code, message, more } = fault;
      refuse(response, status, { message, code, ...more });
    } else {
      await reader.hold(name === ARCHIVE ? FILES : [name]);
      writeHead(request, response, name, reader.edition.version);
      if (request.method === 'HEAD') response.end();
      else {
        response.setTimeout(STALLED_MS, () => response.destroy());
        await stream(name, reader, response);
      }
    }
    isComplete = true;
  } finally {
    await reader.close(isComplete);
  }
}

async function stream(name: string, reader: DatasetReader, response: ServerResponse) {
  const content = name === ARCHIVE ? zipOf(reader) : reader.read(name);
  const readable = typeof content === 'string' ? Readable.from([content]) : content;
  if (response.hasHeader('content-encoding')) await pipeline(readable, createGzip(), response);
  else await pipeline(readable, response);
}

function writeHead(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  version: string,
): void {
  const isArchive = name === ARCHIVE;
  response.setHeader('content-type', MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)]!);
  if (isArchive) response.setHeader('content-disposition', `attachment; filename="${ARCHIVE}"`);
  const takesGzip = encodingOf(request.headers['accept-encoding'], ['gzip']) === 'gzip';
  if (!isArchive && takesGzip) response.setHeader('content-encoding', 'gzip');
  setCaching(request, response, version);
  response.writeHead(200);
}

/** The same rows may come in other bytes, as compressed ones do, so the tag is a weak one. */
const etagOf = (version: string) => `W/"${version}"`;

function setCaching(request: IncomingMessage, response: ServerResponse, version: string): void {
  const isPinned = pinnedVersion(request.url!) !== undefined;
  response.setHeader('cache-control', isPinned ? IMMUTABLE : 'public, no-cache');
  response.setHeader('etag', etagOf(version));
  response.appendHeader('vary', 'accept-encoding');
  response.setHeader(DATASET_VERSION, version);
}

/** Whether the one who asks has the file already, of this version. */
function isServed(request: IncomingMessage, { version }: Snapshot['catalog']): boolean {
  const asked = pinnedVersion(request.url!);
  return (asked === undefined || asked === version) && isKnown(request, etagOf(version));
}

function sendNotModified(
  request: IncomingMessage,
  response: ServerResponse,
  { catalog }: Snapshot,
) {
  setCaching(request, response, catalog.version);
  response.writeHead(304).end();
}
