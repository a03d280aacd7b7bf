import type { Logger } from 'pino';

/**
 * Logs promises that are rejected unhandled, which would otherwise end the process. GraphQL.js 16 leaves
 * some behind: when an item of a list fails at once, it abandons the list, though fields of earlier items
 * are still being read; their errors have no place in the answer. (GraphQL.js 17 waits for them, and needs
 * Node.js 22.) Any other unhandled rejection is a fault of ours.
 */
export function logUnhandledRejections(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof Error && reason.name === 'GraphQLError') {
      log.debug({ message: reason.message }, 'A field of an abandoned list failed');
    } else {
      log.error(reason, 'A promise was rejected, and nobody handled it');
    }
  });
}
