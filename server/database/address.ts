import { DatabaseError } from './errors.ts';

/** A place where a database answers. */
export interface Host {
  readonly host: string;
  readonly port: string;
}

/** A database's address, taken apart. */
export interface Address {
  /** As the driver takes it, with the first host. */
  readonly url: URL;
  /** One or more, e.g. a primary and its standbys. */
  readonly hosts: readonly Host[];
  /** Which of several hosts is wanted, in the words of PostgreSQL's own library. */
  readonly wanted: string;
  /** The schema that the tables are in; left out, the first of the role's search path. */
  readonly schema: string | undefined;
}

const FORM = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s;
/** A name, a number, or the folder of a socket, and a port. */
const HOST = /^(?:\[([^\]]+)\]|([^:[\]]*))(?::(\d+))?$/;

/** Takes a database's address apart; the error says what one looks like, and not what was given. */
export function parseAddress(text: string): Address {
  const [, before = '', authority = '', after = ''] = FORM.exec(text) ?? [];
  const [first = '', ...others] = authority.split(',');
  // postgresql://user@/database?host=/folder names no host before the path, which URLs cannot do.
  const whole = `${before}${first || (before.endsWith('@') ? 'localhost' : '')}${after}`;
  if (before === '' || !URL.canParse(whole) || !others.every((host) => HOST.test(host)))
    throw malformed();
  const url = new URL(whole);
  // What stands behind these signs of a password would be taken for something else.
  if (url.hash !== '' || url.pathname.includes('@')) throw malformed();
  const { searchParams: given } = url;
  const hosts = hostsOf(given.get('host') ?? authority, given.get('port') ?? '');
  if (hosts.length > 1 && given.has('host')) {
    for (const [name, value] of Object.entries(hosts[0]!)) given.set(name, value);
  }
  useLibrarysWords(given);
  return {
    url,
    hosts,
    wanted: given.get('target_session_attrs') ?? 'any',
    schema: given.get('schema') ?? undefined,
  };
}

/** The driver's own meanings of `sslmode` are stricter than PostgreSQL's, and it knows fewer words. */
function useLibrarysWords(given: URLSearchParams): void {
  if (given.get('sslrootcert') === 'system') given.delete('sslrootcert');
  const mode = given.get('sslmode');
  if (mode === 'allow') given.set('sslmode', 'prefer');
  if (mode !== null && mode !== 'no-verify') given.set('uselibpqcompat', 'true');
}

/** Hosts with commas between them, each with its port, or with the ports beside them. */
function hostsOf(hosts: string, ports: string): Host[] {
  const beside = ports.split(',');
  return hosts.split(',').map((each, place) => {
    const [, number, name = '', port] = HOST.exec(each) ?? [undefined, each];
    return {
      host: number ?? (decodeURIComponent(name) || 'localhost'),
      port: port ?? (beside[place] || beside[0] || '5432'),
    };
  });
}

function malformed(): DatabaseError {
  const message =
    'The database address is not of the form postgresql://user:password@host:5432/database ' +
    '(signs such as # / @ in the password are written %23 %2F %40). Check DATABASE_URL.';
  return new DatabaseError('DATABASE_UNREACHABLE', message);
}

/** The address in words, without its password, e.g. `db.example:5432/capexgraph as alice`. */
export function describeAddress(text: string): string {
  const { url, hosts } = parseAddress(text);
  const user = url.username && ` as ${decodeURIComponent(url.username)}`;
  return `${hosts.map(({ host, port }) => `${host}:${port}`).join(',')}${url.pathname}${user}`;
}
