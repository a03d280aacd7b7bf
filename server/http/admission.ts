import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientOf } from './client-address.ts';
import type { Cors } from './cors.ts';
import { errorAnswer } from './error-answer.ts';
import type { Observation } from './observations.ts';
import { type Allowance, BURST_SECONDS, type RateLimit } from './rate-limit.ts';

/** How much of the cost of queries is one of the rate's: about a millisecond of one core. */
const UNITS = 1_000;

/** Lets clients in as far as they may ask for more. */
export interface Admission {
  /** Lets a request in, for one; or answers that its client has asked for too much. */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes what a request turned out to cost off what its client may ask for next, in units of the cost of queries. */
  charge(request: IncomingMessage, response: ServerResponse, cost: number): void;
}

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
): Admission {
  const policy = `"cost";q=${limit.burst};w=${BURST_SECONDS}`;
  const tell = (response: ServerResponse, { left, fullIn }: Pick<Allowance, 'left' | 'fullIn'>) =>
    response.setHeader('ratelimit', `"cost";r=${left};t=${fullIn}`);
  return {
    admit(request, response) {
      const allowance = limit.take(clientOf(request), 1);
      response.setHeader('ratelimit-policy', policy);
      tell(response, allowance);
      if (allowance.isAllowed) return true;
      onRefused({ status: TOO_MANY.status, codes: TOO_MANY.codes, seconds: 0, cost: 0 });
      // Its body is not worth reading.
      request.resume();
      response
        .writeHead(TOO_MANY.status, [
          ...TOO_MANY.headers,
          ...cors.headersFor(request),
          'retry-after',
          String(allowance.retryIn),
        ])
        .end(TOO_MANY.body);
      return false;
    },
    charge(request, response, cost) {
      if (cost === 0) return;
      const left = limit.charge(clientOf(request), cost / UNITS);
      if (!response.headersSent) tell(response, left);
    },
  };
}
