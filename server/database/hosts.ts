import pg from 'pg';
import type { Host } from './address.ts';
import { reasonOf } from './errors.ts';
import { DatabaseOutage } from './outage.ts';
import { sever } from './sever.ts';

/** How long a host may take to say what it is. */
const ASKING_MS = 1_500;

const ROLE = `
  select pg_is_in_recovery() as "isStandby", current_setting('transaction_read_only') = 'on' as "isReadOnly"`;

interface Role {
  readonly isStandby: boolean;
  readonly isReadOnly: boolean;
}

/** What is not as `target_session_attrs` wants it, in words; undefined where all is well. */
const FAULTS: Readonly<Record<string, (role: Role) => string | false>> = {
  any: () => false,
  'read-write': ({ isReadOnly }) => isReadOnly && 'only reads',
  'read-only': ({ isReadOnly }) => !isReadOnly && 'writes, too',
  primary: ({ isStandby }) => isStandby && 'is a standby',
  standby: ({ isStandby }) => !isStandby && 'is no standby',
  'prefer-standby': ({ isStandby }) => !isStandby && 'is no standby',
};

/** The words that an address may have for `target_session_attrs`. */
export const WANTED = Object.keys(FAULTS);

/**
 * Clients of whichever of several hosts is as wanted at the moment that they connect, so that they follow a failover. The one that
 * was found last is asked first.
 */
export function clientOfAny(hosts: readonly Host[], wanted: string): typeof pg.Client {
  let order = hosts;

  const find = async (config: pg.ClientConfig): Promise<Host> => {
    const faults: string[] = [];
    for (const want of wanted === 'prefer-standby' ? [wanted, 'any'] : [wanted]) {
      for (const host of order) {
        const fault = await roleOf(host, config).then(FAULTS[want]!, reasonOf);
        if (fault) faults.push(`${host.host}:${host.port} ${fault}`);
        else {
          order = [host, ...hosts.filter((each) => each !== host)];
          return host;
        }
      }
    }
    throw new DatabaseOutage(`none of the hosts is as wanted (${wanted}): ${faults.join('; ')}`);
  };

  return class extends pg.Client {
    readonly #config: pg.ClientConfig;

    constructor(config: pg.ClientConfig) {
      super(config);
      this.#config = config;
    }

    // The pool gives a callback, others wait for the promise.
    override connect(done?: unknown): Promise<this> {
      const connected = find(this.#config).then(({ host, port }) => {
        this.host = host;
        this.port = Number(port);
        return super.connect() as Promise<this>;
      });
      const tell = done as ((error?: Error) => void) | undefined;
      if (tell) connected.then(() => tell(), tell);
      return connected;
    }
  } as typeof pg.Client;
}

async function roleOf({ host, port }: Host, config: pg.ClientConfig): Promise<Role> {
  const client = new pg.Client({
    ...config,
    connectionTimeoutMillis: ASKING_MS,
    query_timeout: ASKING_MS,
  });
  client.on('error', () => {});
  client.host = host;
  client.port = Number(port);
  try {
    await client.connect();
    const { rows } = await client.query<Role>(ROLE);
    return rows[0]!;
  } finally {
    sever(client);
  }
}
