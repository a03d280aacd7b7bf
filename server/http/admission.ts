import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientOf } from './client-address.ts';
import type { Cors } from './cors.ts';
import { errorAnswer } from './error-answer.ts';
import type { Observation } from './observations.ts';
import { BURST_SECONDS, type RateLimit } from './rate-limit.ts';

/** Lets a request in, or answers that its client has asked for too much; costs are those of the limit. */
export type Admit = (request: IncomingMessage, response: ServerResponse, cost: number) => boolean;

const TOO_MANY = errorAnswer(
  429,
  'RATE_LIMITED',
  'This address has asked for too much; ask again after the seconds that the header retry-after gives.',
);

/**
 * Says with every answer what is left (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/), so that a
 * client need not find out.
 */
export function admission(
  limit: RateLimit,
  clientOf: ClientOf,
  cors: Cors,
  onRefused: (observation: Observation) => void = () => {},
): Admit {
  const policy = `"cost";q=${limit.burst};w=${BURST_SECONDS}`;
  return (request, response, cost) => {
    const { isAllowed, left, fullIn, retryIn } = limit.take(clientOf(request), cost);
    response.setHeader('ratelimit-policy', policy);
    response.setHeader('ratelimit', `"cost";r=${left};t=${fullIn}`);
    if (isAllowed) return true;
    onRefused({ status: TOO_MANY.status, codes: TOO_MANY.codes, seconds: 0, cost: 0 });
    // Its body is not worth reading.
    request.resume();
    response
      .writeHead(TOO_MANY.status, [
        ...TOO_MANY.headers,
        ...cors.headersFor(request),
        'retry-after',
        String(retryIn),
      ])
      .end(TOO_MANY.body);
    return false;
  };
}
