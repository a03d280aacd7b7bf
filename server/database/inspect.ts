import pg from 'pg';
import { connectionTo } from './connection.ts';
import { DatabaseError } from './errors.ts';

/** What kind of database answers. */
export interface DatabaseKind {
  /** The schema that tables are found and made in. */
  readonly schema: string;
  /** Whether it follows another one, and only reads. */
  readonly isStandby: boolean;
  /** How many connections it allows this role at once; undefined where a pooler is between, who sees to that. */
  readonly connections: number | undefined;
}

const OLDEST = 15;

const INSPECTED = `
  select current_schema() as schema, to_regnamespace($1) is not null as "isThere", pg_is_in_recovery() as "isStandby",
    current_setting('server_version_num')::int / 10000 as release, pg_backend_pid() as pid, least(
      (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
      (select nullif(datconnlimit, -1) from pg_database where datname = current_database()),
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
    ) as connections`;

interface Inspected {
  readonly schema: string | null;
  readonly isThere: boolean | null;
  readonly isStandby: boolean;
  readonly release: number;
  readonly pid: number;
  readonly connections: number;
}

/**
 * Looks at a database before it is used. Throws `DatabaseError` for one that cannot be.
 *
 * @param schema the one that its address names, which is made if need be
 */
export async function inspect(
  client: pg.PoolClient,
  address: string,
  schema: string | undefined,
): Promise<DatabaseKind> {
  const ask = () =>
    client.query<Inspected>(INSPECTED, [schema === undefined ? null : pg.escapeIdentifier(schema)]);
  let [found] = (await ask()).rows;
  if (found!.release < OLDEST) {
    throw new DatabaseError(
      'DATABASE_UNSUPPORTED',
      `The database is PostgreSQL ${found!.release}, or says so; ${OLDEST} or newer is needed.`,
    );
  }
  // Poolers give their own number when one connects.
  const isBehindPooler = (client as unknown as { processID: number }).processID !== found!.pid;
  if (isBehindPooler) {
    await client.query('begin').catch((cause) => {
      throw withoutTransactions(cause);
    });
    await client.query('rollback');
  }
  if (schema !== undefined) {
    if (isBehindPooler && (await sharesSessions(address))) throw sharedSchema(schema);
    if (found!.isThere === false && !found!.isStandby) await createSchema(client, schema);
    [found] = (await ask()).rows;
  }
  if (found!.schema === null) throw noSchema();
  return {
    schema: found!.schema,
    isStandby: found!.isStandby,
    connections: isBehindPooler ? undefined : found!.connections,
  };
}

/** Whether a pooler gives one connection's session to another one between its transactions. */
async function sharesSessions(address: string): Promise<boolean> {
  const [one, other] = [new pg.Client(connectionTo(address)), new pg.Client(connectionTo(address))];
  const pid = async (client: pg.Client) =>
    (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
  try {
    await Promise.all([one.connect(), other.connect()]);
    const before = await pid(one);
    await other.query('begin');
    const [its, after] = [await pid(other), await pid(one)];
    await other.query('rollback');
    return before !== after || before === its;
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

async function createSchema(client: pg.PoolClient, schema: string): Promise<void> {
  const name = pg.escapeIdentifier(schema);
  await client.query(`create schema if not exists ${name}`).catch((cause) => {
    const message =
      `DATABASE_URL names the schema ${name}, which is not there, and this role may not create it. ` +
      `Let its owner run: create schema ${name}; grant all on schema ${name} to the role.`;
    throw new DatabaseError('DATABASE_FORBIDDEN', message, { cause });
  });
}

function withoutTransactions(cause: Error): DatabaseError {
  return new DatabaseError(
    'DATABASE_UNSUPPORTED',
    `A pooler is between that has no transactions (${cause.message}). Use it in transaction or in session mode.`,
    { cause },
  );
}

function noSchema(): DatabaseError {
  return new DatabaseError(
    'DATABASE_UNREACHABLE',
    'The role finds no schema for the tables: name one in DATABASE_URL, e.g. ?schema=capexgraph, or grant usage on it.',
  );
}

function sharedSchema(schema: string): DatabaseError {
  const message =
    `A pooler in transaction mode shares sessions, so that ?schema=${schema} in DATABASE_URL would hold for others, too. ` +
    `Leave it out and run: alter role … set search_path = ${pg.escapeIdentifier(schema)}; or use the pooler in session mode.`;
  return new DatabaseError('DATABASE_UNREACHABLE', message);
}
