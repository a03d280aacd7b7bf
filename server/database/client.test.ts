import { expect, inject, test } from 'vitest';
import { connect } from './client.ts';

const url = inject('postgresUrl');

test('Prisma and plain SQL share one pool', async () => {
  const { pool, prisma, close } = connect(url);
  await prisma.$queryRaw`SELECT 1`;
  await pool.query('SELECT 1');
  expect(pool.totalCount).toBe(1);
  await close();
  await close();
});

test('a query that takes too long, or waits too long for its turn, ends', async () => {
  const { pool, close } = connect(url);
  const { rows } = await pool.query(`SELECT current_setting('statement_timeout') AS timeout`);
  expect(rows).toEqual([{ timeout: '15s' }]);

  const busy = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
  await expect(pool.query('SELECT 1')).rejects.toThrow('timeout exceeded when trying to connect');
  for (const client of busy) client.release();
  await close();
});

test('a lost connection is reported, and the next query opens a new one', async () => {
  const lost: string[] = [];
  const { pool, close } = connect(url, { onError: (error) => lost.push(error.message) });
  const { rows } = await pool.query('SELECT pg_backend_pid() AS pid');
  const other = connect(url);
  await other.pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  await other.close();
  await expect.poll(() => lost).toEqual([expect.stringContaining('terminating connection')]);
  expect((await pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await close();
});

test('a connection that is lost while somebody has it, and asks nothing, ends that connection alone', async () => {
  const faults: Error[] = [];
  const note = (error: Error) => faults.push(error);
  process.on('uncaughtException', note);
  const { pool, close } = connect(url);
  const client = await pool.connect();
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  const again = () => client.query('SELECT 1').catch(({ message }: Error) => message);
  await expect.poll(again).toMatch('not queryable');
  client.release(true);
  await close();
  process.off('uncaughtException', note);
  expect(faults).toEqual([]);
});

test('a failed call of Prisma reads no source file for its message, which would take longer than the call', async () => {
  const { prisma, close } = connect(url);
  const failed = await prisma.source
    .findUnique({ where: { slug: 'a\0b' } })
    .catch((error: Error) => error.message);
  expect(failed).toMatch(/\S/);
  expect(failed).not.toMatch(/invocation in|client\.test\.ts|→/);
  await close();
});
