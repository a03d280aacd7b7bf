import pg from 'pg';
import { parseAddress } from './address.ts';
import { DatabaseError, reasonOf } from './errors.ts';
import { clientOfAny, WANTED } from './hosts.ts';

/**
 * What the driver is told of a database, whatever is between here and there. What a connection has to be set to is said in
 * statements once it stands: poolers refuse most of it where it comes with the connection.
 *
 * @param settings further settings of the session, e.g. `{ lock_timeout: 900 }`
 */
export function connectionTo(
  address: string,
  settings: Readonly<Record<string, number | string>> = {},
): pg.PoolConfig {
  const { url, hosts, wanted, schema } = parseAddress(address);
  if (!WANTED.includes(wanted)) {
    throw unusable(`target_session_attrs is one of ${WANTED.join(', ')}, not ${wanted}`);
  }
  const statements = [
    ...Object.entries({ ...AS_READ_HERE, ...settings }).map(
      ([name, value]) => `set ${name} = ${pg.escapeLiteral(String(value))}`,
    ),
    ...(schema === undefined ? [] : [`set search_path = ${pg.escapeIdentifier(schema)}`]),
  ];
  const config = {
    connectionString: url.href,
    onConnect: (client: pg.ClientBase) => client.query(statements.join('; ')),
    ...((hosts.length > 1 || wanted !== 'any') && { Client: clientOfAny(hosts, wanted) }),
  };
  try {
    // Here it reads the files of certificates.
    new pg.Client(config);
  } catch (error) {
    throw unusable(reasonOf(error), error);
  }
  return config as pg.PoolConfig;
}

/** Whatever the role or the database is set to, days are read and counted alike. */
const AS_READ_HERE = { datestyle: 'ISO, YMD', timezone: 'UTC' };

function unusable(reason: string, cause?: unknown): DatabaseError {
  return new DatabaseError('DATABASE_UNREACHABLE', `DATABASE_URL cannot be used: ${reason}.`, {
    cause,
  });
}
