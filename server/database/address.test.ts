import pg from 'pg';
import { expect, test } from 'vitest';
import { describeAddress, parseAddress } from './address.ts';
import { connectionTo } from './connection.ts';

const at = (...hosts: string[]) =>
  hosts.map((each) => {
    const [, host, port] = /^(.*):(\d+)$/.exec(each)!;
    return { host, port };
  });

test.each([
  ['postgresql://db.example/figures', at('db.example:5432')],
  ['postgres://me:se%23cret@db.example:6432/figures', at('db.example:6432')],
  ['postgresql://[::1]:6432/figures', at('::1:6432')],
  ['postgresql:///figures?host=/run/postgresql', at('/run/postgresql:5432')],
  ['postgresql://me@/figures?host=/run/postgresql&port=6432', at('/run/postgresql:6432')],
  ['postgresql://me@%2Frun%2Fpostgresql/figures', at('/run/postgresql:5432')],
  ['postgresql://me@one:1,two:2,three/figures', at('one:1', 'two:2', 'three:5432')],
  ['postgresql://me@[::1]:1,[::2]:2/figures', at('::1:1', '::2:2')],
  ['postgresql:///figures?host=one,two&port=1,2', at('one:1', 'two:2')],
  ['postgresql:///figures?host=one,two&port=6', at('one:6', 'two:6')],
])("%s names its hosts as PostgreSQL's own programs would take them, and the driver takes it", (text, hosts) => {
  const { url, hosts: found } = parseAddress(text);
  expect(found).toEqual(hosts);
  const { host, port, database } = new pg.Client(url.href);
  expect({ host, port: String(port), database }).toEqual({ ...hosts[0], database: 'figures' });
});

test.each([
  'mysql://db.example/figures',
  'postgresql://me:a#b@db.example/figures',
  'postgresql://me:12#3@db.example/figures',
  'postgresql://me:12/3@db.example/figures',
  'postgresql://me@one:1,two:x/figures',
])('%s is refused without a word of what it was', (text) => {
  expect(() => parseAddress(text)).toThrow(
    /^The database address is not of the form .*Check DATABASE_URL\.$/,
  );
});

test('an address in words has all of its hosts, and no password', () => {
  const text = 'postgresql://me:secret@one:1,two:2/figures?sslmode=require';
  expect(describeAddress(text)).toBe('one:1,two:2/figures as me');
});

test.each([
  ['', false],
  ['sslmode=disable', false],
  ['sslmode=allow', { rejectUnauthorized: false }],
  ['sslmode=require', { rejectUnauthorized: false }],
  ['sslmode=verify-full', {}],
  ['sslmode=verify-full&sslrootcert=system', {}],
])("TLS with %s is as strict as PostgreSQL's own programs are", (parameters, expected) => {
  const config = connectionTo(`postgresql://me@db.example/figures?${parameters}`);
  expect(new pg.Client(config)).toMatchObject({ ssl: expected });
});
