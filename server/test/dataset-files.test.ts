import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { connect } from '../database/client.ts';
import { sever } from '../database/sever.ts';
import { DatasetReader } from '../files/dataset-reader.ts';
import { exportDataset } from '../files/export-dataset.ts';
import { zipOf } from '../files/zip.ts';
import { addFacts, NEXT_REVENUE } from './add-rows.ts';
import { createDatabase, startServer } from './testkit.ts';

const databaseUrl = await createDatabase();
const server = await startServer(databaseUrl);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-files-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.url}/data/${path}`, { headers, method });

async function newest(): Promise<string> {
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  return dataset.version;
}

async function unzip(archive: Buffer): Promise<Map<string, string>> {
  const open = promisify(
    fromBuffer as (
      buffer: Buffer,
      options: object,
      done: (error: Error | null, zip: ZipFile) => void,
    ) => void,
  );
  const zip = (await open(archive, { lazyEntries: true })) as ZipFile;
  const files = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(files));
    zip.on('entry', (entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, (await buffer(stream)).toString());
        zip.readEntry();
      }),
    );
    zip.readEntry();
  });
}

test('the archive, the files by address and an export are the same', async () => {
  const files = await unzip(Buffer.from(await (await get('capexgraph.zip')).arrayBuffer()));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'datapackage.json',
      'README.md',
      'LICENSE.txt',
      'CITATION.cff',
      'facts.csv',
    ]),
  );
  const database = connect(databaseUrl);
  const written = await exportDataset(database.pool, folder);
  await database.close();
  expect(written.length).toBe(files.size);
  for (const [name, text] of files) {
    expect(await (await get(name)).text(), name).toBe(text);
    expect(await readFile(join(folder, name), 'utf8'), name).toBe(text);
  }
});

test('files are compressed for whoever takes that, and not sent again while nothing changes', async () => {
  const plain = await get('facts.csv', { 'accept-encoding': 'identity' });
  const compressed = await get('facts.csv', { 'accept-encoding': 'gzip' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(compressed.headers.get('content-encoding')).toBe('gzip');
  expect(await compressed.text()).toBe(await plain.text());
  const etag = plain.headers.get('etag')!;
  const again = await get('facts.csv', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await get('facts.csv', {}, 'HEAD');
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
});

test('an address with a version is kept for ever, and gone when there is a newer one', async () => {
  const version = await newest();
  const pinned = `facts.csv?version=${version}`;
  const before = await get(pinned);
  expect(before.status).toBe(200);
  expect(before.headers.get('cache-control')).toContain('immutable');
  expect(before.headers.get('x-dataset-version')).toBe(version);
  const etag = before.headers.get('etag')!;
  await before.text();
  await addFacts(databaseUrl, [NEXT_REVENUE]);
  await expect.poll(newest).not.toBe(version);
  const gone = await get(pinned, { 'if-none-match': etag });
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({
    errors: [{ extensions: { code: 'VERSION_GONE', newest: await newest() } }],
  });
  const changed = await get('facts.csv', { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('2026-11-01');
});

test.each([
  ['nothing.csv', 404, 'NOT_FOUND'],
  ['../package.json', 404, undefined],
  ['%2e%2e/package.json', 404, undefined],
  ['facts.csv/', 404, 'NOT_FOUND'],
  ['facts.csv?version=1', 400, 'BAD_USER_INPUT'],
])('%s is refused with %i', async (path, status, code) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  if (code) expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
});

test('what is not a file is answered with the list of those that are', async () => {
  const { errors } = (await (await get('facts.xlsx')).json()) as {
    errors: [{ message: string; extensions: { files: string[] } }];
  };
  expect(errors[0].extensions.files).toContain('facts.csv');
  const { files } = (await (await get('')).json()) as { files: string[] };
  for (const file of files) {
    const response = await fetch(`${server.url}${file}`);
    await response.text();
    expect(response.status, file).toBe(200);
  }
  expect((await get('facts.csv', {}, 'POST')).status).toBe(405);
});

test('files that are asked for at once wait for each other', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => get('sources.csv')));
  await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('far more files at once than there are connections to spare are refused, to be asked for again', async () => {
  const crowded = await startServer(databaseUrl, { CAPEXGRAPH_POOL_SIZE: '2' });
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => fetch(`${crowded.url}/data/facts.csv`)),
  );
  const refused = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100 - refused.length);
  expect(refused.length).toBeGreaterThan(0);
  for (const each of refused) {
    expect(each.headers.get('retry-after')).toBe('5');
    expect((await each.json()).errors[0].extensions.code).toBe('OVERLOADED');
  }
  await Promise.all(answers.filter(({ status }) => status === 200).map((each) => each.text()));
  await crowded.stop();
});

test('archives that are cut off in the middle, by whoever, end nothing but themselves', async () => {
  const faults: Error[] = [];
  const note = (error: Error) => faults.push(error);
  process.on('uncaughtException', note);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  // One whose connection is lost, as that to a database that was killed.
  pool.on('connect', (client) => client.on('error', () => {}));
  const lost = await DatasetReader.open(pool);
  const cut = zipOf(lost);
  cut.once('data', () => sever(lost.client));
  await expect(buffer(cut)).rejects.toThrow();
  lost.client.release(true);
  // Readers who are gone.
  for (let round = 0; round < 12; round++) {
    const reader = await DatasetReader.open(pool);
    const archive = zipOf(reader);
    await once(archive, 'data');
    archive.destroy();
    await reader.close(false);
  }
  await pool.end();
  process.off('uncaughtException', note);
  expect(faults).toEqual([]);
});

test('somebody who goes away while a file is sent keeps no connection', async () => {
  for (let round = 0; round < 12; round++) {
    const controller = new AbortController();
    const response = await fetch(`${server.url}/data/capexgraph.zip`, {
      signal: controller.signal,
    });
    controller.abort();
    await response.text().catch(() => {});
  }
  await expect.poll(async () => (await get('facts.csv')).status).toBe(200);
});
