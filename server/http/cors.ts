import type { IncomingMessage } from 'node:http';
import type { GraphQLAnswer } from './exchange.ts';
import { CHECKED } from './health.ts';
import { DATASET_VERSION } from './pinned-version.ts';
import { REQUEST_ID } from './request-id.ts';

/** What pages of other origins may read, and ask. Credentials are never wanted: everybody is answered the same. */
export interface Cors {
  /** Names and values in turn, for an answer to a request. */
  headersFor(request: Pick<IncomingMessage, 'headers'>): readonly string[];
  /** What a browser is told that asks first whether it may ask. */
  preflight(request: Pick<IncomingMessage, 'headers'>): GraphQLAnswer;
  /** What `vary` has to name besides; empty where all origins are answered the same. */
  readonly vary: readonly string[];
}

/** The methods that addresses take. */
export const METHODS = 'GET, HEAD, POST, OPTIONS';

/** What scripts can read of an answer beside its body. */
const EXPOSED = [
  'access-control-expose-headers',
  [
    REQUEST_ID,
    DATASET_VERSION,
    CHECKED,
    'etag',
    'retry-after',
    'ratelimit',
    'ratelimit-policy',
  ].join(', '),
];

/** A day; browsers take less. */
const MAX_AGE = ['access-control-max-age', '86400'];

const HEADER_NAMES = /^[\w-]+(\s*,\s*[\w-]+)*$/;

/** @param origins e.g. `https://example.org`; left out, any */
export function cors(origins?: readonly string[]): Cors {
  const anywhere = ['access-control-allow-origin', '*', ...EXPOSED];
  const headersFor: Cors['headersFor'] = ({ headers: { origin } }) => {
    if (!origins) return anywhere;
    if (origin === undefined || !origins.includes(origin)) return [];
    return ['access-control-allow-origin', origin, ...EXPOSED];
  };
  return {
    headersFor,
    vary: origins ? ['origin'] : [],
    preflight({ headers }) {
      const asked = headers['access-control-request-headers'] ?? '';
      // Whatever the header, it gives nobody any right.
      const allowed = HEADER_NAMES.test(asked) ? asked : 'content-type';
      const allows = ['access-control-allow-methods', METHODS];
      return {
        status: 204,
        headers: ['allow', METHODS, ...allows, 'access-control-allow-headers', allowed, ...MAX_AGE],
        body: Buffer.alloc(0),
        codes: [],
        cost: 0,
        isOk: false,
      };
    },
  };
}
