import type { Logger } from 'pino';

/**
 * Takes promises that fail when nobody waits for them any more, which would end the process. GraphQL.js 16
 * leaves such: where an item of a list fails at once, it gives up the list, and the fields of earlier items
 * that are still being read with it. Their errors have no place in the answer any more. (GraphQL.js 17
 * waits for them, and needs Node.js 22.) Whatever else fails unattended is a fault, and is logged as one.
 */
export function attendTo(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof Error && reason.name === 'GraphQLError') {
      log.debug({ message: reason.message }, 'A field of an answer that was given up failed');
    } else {
      log.error(reason, 'A promise failed, and nobody waited for it');
    }
  });
}
