import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import { Budget } from '../graphql/budget.ts';
import type { Cost } from '../graphql/cost-weights.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { argumentsIn } from '../graphql/series-address.ts';
import { requireSeries } from '../graphql/series-query.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Admission } from './admission.ts';
import type { Caching } from './caching.ts';
import { isKnown, refuse, refuseFor, refusesMethod } from './files-only-read.ts';
import {
  DATASET_VERSION,
  faultOf,
  IMMUTABLE,
  pinnedVersion,
  withoutVersion,
} from './pinned-version.ts';
import { requestIdOf } from './request-id.ts';
import type { Handler } from './routes.ts';
import { csvOf } from './series-text.ts';

const FILE = {
  'content-type': 'text/csv; charset=utf-8; header=present',
  'content-disposition': 'attachment; filename="capexgraph-series.csv"',
};

/** Answers the address of a table of series with it as CSV, and a wrong one with what would do. */
export function seriesCsv(
  newest: () => Snapshot,
  charge: Admission['charge'] | undefined,
  { revalidated }: Caching,
  limit: Cost,
  log: Logger,
): Handler {
  return async (request, response) => {
    try {
      if (refusesMethod(request, response)) return;
      const { url = '' } = request;
      const snapshot = newest();
      response.setHeader(DATASET_VERSION, snapshot.catalog.version);
      const asked = pinnedVersion(url);
      const fault = asked === undefined ? undefined : faultOf(asked, snapshot.catalog);
      if (fault) {
        const { status, code, message, more } = fault;
        return refuse(response, status, { message, code, ...more });
      }
      const budget = new Budget(limit);
      const csv = await csvAt(withoutVersion(url), snapshot, budget);
      charge?.(request, response, budget.spent.micros);
      send(request, response, csv, asked === undefined ? revalidated : IMMUTABLE);
    } catch (error) {
      if (error instanceof GraphQLError) {
        const { code, ...more } = error.extensions as { code: ErrorCode };
        refuse(response, code === 'NOT_FOUND' ? 404 : 400, {
          message: error.message,
          code,
          ...more,
        });
      } else {
        if (!databaseFaultOf(error)) {
          log.error({ err: error, requestId: requestIdOf(request) }, 'A request failed');
        }
        refuseFor(error, response);
      }
    }
  };
}

async function csvAt(url: string, snapshot: Snapshot, budget: Budget): Promise<string> {
  const [, search = ''] = url.split(/\?(.*)/s);
  const { table } = await requireSeries(argumentsIn(search), snapshot);
  for (const column of table.columns) budget.spendAmounts(column.size);
  return csvOf(table);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  csv: string,
  caching: string,
): void {
  const body = Buffer.from(csv);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const all = { ...FILE, 'cache-control': caching, etag };
  if (isKnown(request, etag)) response.writeHead(304, all).end();
  else {
    response.writeHead(200, { ...all, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}
