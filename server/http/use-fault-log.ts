import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import { REQUEST_ID } from './request-id.ts';

/** Yoga plugin: logs which request met a fault of the server; the fault itself is logged beside it. */
export function useFaultLog(log: Logger): Plugin {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result }) {
        if (isAsyncIterable(result) || !result.errors) return;
        // That the database does not answer is logged once, when it is noticed.
        if (result.errors.some(databaseFaultOf)) return;
        const paths = result.errors.filter(isFault).map(({ path }) => path?.join('.'));
        const requestId = args.contextValue.request?.headers.get(REQUEST_ID);
        if (paths.length > 0) log.error({ requestId, paths }, 'Fields could not be answered');
      },
    }),
  };
}

/** What a resolver throws on purpose is a GraphQL error itself. */
function isFault({ originalError, extensions }: GraphQLError): boolean {
  const isForeign = originalError !== undefined && !(originalError instanceof GraphQLError);
  return isForeign || extensions.code === 'INTERNAL_SERVER_ERROR';
}
