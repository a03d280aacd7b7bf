import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import { changesFeed } from '../files/changes-feed.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Caching } from './caching.ts';
import { isKnown, refuseFor, refusesMethod } from './files-only-read.ts';
import { DATASET_VERSION } from './pinned-version.ts';
import type { Handler } from './routes.ts';

/** Answers for the feed of changes, which is made once for each version. */
export function feedHandler({
  pool,
  newest,
  caching,
  log,
}: {
  pool: Pool;
  newest: () => Snapshot;
  caching: Caching;
  log: Logger;
}): Handler {
  const feeds = new WeakMap<Snapshot, Promise<string>>();
  return async (request, response) => {
    if (refusesMethod(request, response)) return;
    const snapshot = newest();
    const { version, sequence } = snapshot.catalog;
    const etag = `"${version}-${sequence}"`;
    response.setHeader('etag', etag);
    response.setHeader('cache-control', caching.revalidated);
    response.setHeader(DATASET_VERSION, version);
    if (isKnown(request, etag)) return response.writeHead(304).end();
    try {
      let feed = feeds.get(snapshot);
      if (!feed) {
        feed = changesFeed(pool, snapshot.catalog);
        feeds.set(snapshot, feed);
      }
      const text = await feed;
      response.writeHead(200, { 'content-type': 'application/atom+xml; charset=utf-8' }).end(text);
    } catch (error) {
      feeds.delete(snapshot);
      if (!databaseFaultOf(error)) log.error(error, 'The feed could not be made');
      refuseFor(error, response);
    }
  };
}
