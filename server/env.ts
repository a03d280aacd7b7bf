import { isIP } from 'node:net';
import { z } from 'zod';
import { ExplainedError } from './explained-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const megabytes = (least: RegExp) =>
  z.string().regex(least, 'expected megabytes, e.g. 64').transform(Number);

const Variables = z.object({
  /** The port to serve on. */
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number, e.g. 4000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port up to 65535')
    .default(4000),
  /** The address to serve on; 0.0.0.0 for every one of this machine's. */
  HOST: z.string().min(1, 'expected an address, e.g. 127.0.0.1').default('127.0.0.1'),
  /** The names that the server is reached by, with commas between them; unset, any, or localhost's where HOST is that. */
  HOST_NAMES: z
    .string()
    .regex(/^[\w.:[\]-]+(,[\w.:[\]-]+)*$/, 'expected names like example.com,www.example.com')
    .transform((names) => names.split(','))
    .optional(),
  /** Any PostgreSQL; unset, an embedded one is run. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'expected an address like postgresql://user@host/database')
    .optional(),
  /** Whether imports are heard of by LISTEN, too, beside being looked for every second. */
  CAPEXGRAPH_LISTEN: z
    .enum(['true', 'false'], 'expected true to hear of imports at once, or false')
    .default('true')
    .transform((flag) => flag === 'true'),
  /** Where the embedded PostgreSQL keeps its data. */
  CAPEXGRAPH_HOME: z.string().min(1, 'expected a folder').default('.capexgraph'),
  /** The memory for answers, which are cached until the dataset changes; 0 caches none. */
  RESPONSE_CACHE_MB: megabytes(/^\d{1,5}$/).default(64),
  /** How long shared caches may give an answer again without asking whether it still holds. */
  CAPEXGRAPH_SHARED_CACHE_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, 'expected seconds, e.g. 1; 0 for none')
    .transform(Number)
    .default(0),
  /** The memory for companies' figures; unset, 512, or what the machine has left. What does not fit is read when it is asked for. */
  CAPEXGRAPH_SERIES_MB: megabytes(/^[1-9]\d{0,5}$/).optional(),
  /** The memory for screens' columns and orders. */
  CAPEXGRAPH_SCREEN_MB: megabytes(/^\d{1,5}$/).default(128),
  /** The most connections to the database at once, that of LISTEN among them. */
  CAPEXGRAPH_POOL_SIZE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'expected a number of connections, e.g. 10')
    .transform(Number)
    .default(10),
  /** The cost that one request may ask for, in units of about a microsecond of one core. */
  CAPEXGRAPH_MAX_COST: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'expected a number of units, e.g. 250000')
    .transform(Number)
    .default(250_000),
  /** The largest answer to one request, by estimate. */
  CAPEXGRAPH_MAX_ANSWER_MB: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'expected megabytes, e.g. 8')
    .transform(Number)
    .default(8),
  /** What a document may be, where that is not what is usual, e.g. `depth=20,aliases=50`. */
  CAPEXGRAPH_DOCUMENT_LIMITS: limits('depth=20,aliases=50', [
    ...['depth', 'tokens', 'fields', 'aliases', 'directives'],
    ...['brackets', 'repeated', 'fragments', 'introspected', 'body'],
  ]),
  /** The largest page, and how many seconds an operation may take, e.g. `page=50`. */
  CAPEXGRAPH_OPERATION_LIMITS: limits('page=50,seconds=5', ['page', 'seconds']),
  /** What connections may take, where that is not what is usual; a client may have any number if it is 0. */
  CAPEXGRAPH_CONNECTION_LIMITS: limits('connections=1000,client=50', [
    ...['connections', 'client', 'pipelined', 'unread_mb'],
    ...['header_seconds', 'body_seconds', 'reading_seconds'],
  ]),
  /** The cost that one client's address may ask for in a second, five seconds' worth at once; 0 bounds nobody. */
  CAPEXGRAPH_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,9}$/, 'expected a cost per second, e.g. 100; 0 for none')
    .transform(Number)
    .optional(),
  /** A manifest of documents by their ids, or a folder of some, that are known beside the server's own. */
  CAPEXGRAPH_DOCUMENTS: z.string().optional(),
  /** Whether only known documents are answered. */
  CAPEXGRAPH_ONLY_DOCUMENTS: z
    .enum(['true', 'false'], 'expected true to answer known documents only, or false')
    .default('false')
    .transform((flag) => flag === 'true'),
  /** The origins whose pages may ask, with commas between them; unset, any. */
  CAPEXGRAPH_ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .refine(
      (list) => list.every(isOrigin),
      'expected origins like https://example.org,http://localhost:3000; leave it out for any',
    )
    .optional(),
  /** The proxies in front, whose X-Forwarded-For says where a request came from. */
  CAPEXGRAPH_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((each) => each.trim()))
    .transform((list) => list.filter((each) => each !== ''))
    .refine(
      (list) => list.every(isNetwork),
      'expected addresses or networks, e.g. 127.0.0.1,10.0.0.0/8',
    ),
  /** Whether each request gets a line in the log. */
  LOG_REQUESTS: z
    .enum(['0', '1'], 'expected 1 for a line in the log for each request, or 0')
    .default('0')
    .transform((flag) => flag === '1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Numbers by their names, out of a list like depth=20,aliases=50. */
function limits<Name extends string>(example: string, names: readonly Name[]) {
  const one = `(${names.join('|')})=\\d{1,6}`;
  return z
    .string()
    .regex(
      new RegExp(`^${one}(,${one})*$`),
      `expected limits like ${example}; there are ${names.join(', ')}`,
    )
    .transform((text) => {
      const entries = text.split(',').map((each) => each.split('=') as [Name, string]);
      const numbers = entries.map(([name, number]) => [name, Number(number)]);
      return Object.fromEntries(numbers) as Readonly<Partial<Record<Name, number>>>;
    })
    .optional();
}

const Environment = Variables.refine(
  ({ CAPEXGRAPH_LISTEN: listens, CAPEXGRAPH_POOL_SIZE: size }) => size > 1 || !listens,
  {
    path: ['CAPEXGRAPH_POOL_SIZE'],
    error: 'LISTEN takes one connection; expected 2 or more, or CAPEXGRAPH_LISTEN=false',
  },
);

/** Whether a text is an origin as browsers send it, without a path. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Whether a text is an address, or a network of them. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return most > 0 && isMask && rest.length === 0;
}

/** The environment, parsed. */
export type Environment = Readonly<z.output<typeof Environment>>;

/** Thrown for a variable that cannot be used; the message has a line for each. */
class EnvironmentError extends ExplainedError {
  override readonly name = 'EnvironmentError';
}

/** Reads the environment's variables once; throws `EnvironmentError` with every mistake in them. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const result = Environment.safeParse(Object.fromEntries(set));
  if (result.success) return Object.freeze(result.data);
  throw new EnvironmentError(
    result.error.issues
      .map(({ path, message }) => {
        const name = String(path[0]);
        // A database's address may hold its password.
        const found = name === 'DATABASE_URL' ? '' : `, found ${JSON.stringify(variables[name])}`;
        return `${name}: ${message}${found}`;
      })
      .join('\n'),
  );
}
