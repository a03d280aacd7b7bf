import { DatabaseError } from './errors.ts';

/** Takes a database's address apart; the error says what one looks like, and not what was given. */
export function parseAddress(url: string): URL {
  if (/^postgres(ql)?:/.test(url) && URL.canParse(url)) return new URL(url);
  const message =
    'The database address is not of the form postgresql://user:password@host:5432/database ' +
    '(signs such as # / @ in the password are written %23 %2F %40). Check DATABASE_URL.';
  throw new DatabaseError('DATABASE_UNREACHABLE', message);
}

/** The address in words, without its password, e.g. `db.example:5432/capexgraph as alice`. */
export function describeAddress(url: string): string {
  const { host, pathname, username, searchParams } = parseAddress(url);
  const user = username && ` as ${decodeURIComponent(username)}`;
  return `${host || searchParams.get('host') || 'localhost'}${pathname}${user}`;
}
