import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { serve } from '../cli/serve.ts';
import { readEnvironment } from '../env.ts';
import type { HttpServer } from '../http/server.ts';
import { openLog } from '../log.ts';

/** The address of a new database that holds the fixture, or nothing when `empty`. */
export async function createDatabase({ empty = false } = {}): Promise<string> {
  const url = inject('postgresUrl');
  if (!url) throw new Error('This file needs a database: take it out of UNIT in vitest.config.ts.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name} ${empty ? '' : 'template reviewed'}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** The whole system on a database and a free port, reached over HTTP. */
export interface TestServer extends HttpServer {
  /** Posts a document; the response's body as it is. */
  execute<Data = unknown>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The same, where no error is expected. */
  query<Data>(query: string, variables?: object): Promise<Data>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFault[];
}

export interface GraphQLFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly argument?: string };
}

/** For tests that ask for more at once than anybody else may. */
export const UNBOUNDED = { CAPEXGRAPH_MAX_COST: '100000000', CAPEXGRAPH_MAX_ANSWER_MB: '1000' };

/** Serves a copy of the fixture. */
export async function startServer(
  databaseUrl?: string,
  settings: Record<string, string> = {},
): Promise<TestServer> {
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl ?? (await createDatabase()),
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const server = await serve(environment, await openLog(environment.LOG_LEVEL));
  const execute = async <Data>(query: string, variables?: object): Promise<Answer<Data>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const query = async <Data>(document: string, variables?: object): Promise<Data> => {
    const { data, errors } = await execute<Data>(document, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors?.slice(0, 3)));
    return data;
  };
  return { ...server, execute, query };
}
