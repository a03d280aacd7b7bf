import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIXTURE, readTable } from '../test/dataset.ts';
import { runCli } from '../test/run-cli.ts';
import { createDatabase } from '../test/testkit.ts';

const COMPANIES = readTable('companies').length;
const FACTS = readTable('facts').length;

let folder: string;
let reviewed: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-cli-'));
  reviewed = await createDatabase();
});
afterAll(() => rm(folder, { recursive: true }));

const run = (url: string, ...args: string[]) =>
  runCli(args, { DATABASE_URL: url, CAPEXGRAPH_HOME: folder });

test('what is exported, imported into an empty database and exported again is the same, byte for byte', async () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const empty = await createDatabase({ empty: true });
  expect(await run(reviewed, 'export', 'csv', first)).toMatchObject({ exitCode: 0, stderr: '' });
  const imported = await run(empty, 'import', 'csv', first);
  expect(imported.exitCode).toBe(0);
  expect(imported.stdout).toContain(`facts: ${FACTS} added, 0 already there`);
  await run(empty, 'export', 'csv', second);
  const files = await readdir(first);
  expect(files).toContain('facts.csv');
  for (const file of files) {
    expect(await readFile(join(second, file))).toEqual(await readFile(join(first, file)));
  }
});

test('what is there already is not imported again', async () => {
  const { exitCode, stdout } = await run(reviewed, 'import', 'csv', FIXTURE);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`facts: 0 added, ${FACTS} already there`);
  const rates = join(FIXTURE, 'exchange-rates.csv');
  expect((await run(reviewed, 'import', 'rates', rates)).stdout).toMatch(/exchange-rates: 0 added/);
});

test('the status names what is there and the last import', async () => {
  const { exitCode, stdout } = await run(reviewed, 'status', '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ companies: COMPANIES, facts: FACTS });
});

test('refused input is named by file, line and column, for a machine too, and ends with 1', async () => {
  const input = join(folder, 'refused');
  await run(reviewed, 'export', 'csv', input);
  const facts = await readFile(join(input, 'facts.csv'), 'utf8');
  await writeFile(join(input, 'facts.csv'), facts.replace('REVENUE', 'TURNOVER'));
  const { exitCode, stdout, stderr } = await run(reviewed, 'import', 'csv', input, '--json');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/facts\.csv, line \d+, concept: .*TURNOVER/);
  expect(JSON.parse(stdout)).toMatchObject({
    code: 'REFUSED_INPUT',
    refusals: [{ file: expect.stringContaining('facts.csv'), column: 'concept' }],
  });
});

test("a company with another's ticker or CIK is refused", async () => {
  const input = join(folder, 'clash');
  await run(reviewed, 'export', 'csv', input);
  const companies = await readFile(join(input, 'companies.csv'), 'utf8');
  await writeFile(join(input, 'companies.csv'), companies.replace('alphabet,', 'google,'));
  const { exitCode, stderr } = await run(reviewed, 'import', 'csv', input);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/companies\.csv, line \d+, ticker: "GOOGL" belongs to "alphabet"/);
  expect(stderr).toMatch(/companies\.csv, line \d+, cik: "0001652044" belongs to "alphabet"/);
});

test.concurrent.each([
  ['an unknown command', ['imprt']],
  ['an unknown option', ['status', '--jsn']],
  ['a missing argument', ['import', 'csv']],
  ['a CIK without a contact', ['import', 'edgar', '1652044']],
  ['a mirror that is no address', ['import', 'edgar', '1652044', '--mirror', 'foo']],
  ['a contact without an address', ['import', 'edgar', '1652044', '--contact', 'Ada']],
])('%s is wrong usage, and ends with 2', async (_, args) => {
  const { exitCode, stdout, stderr } = await run(reviewed, ...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toMatch(/^ +at /m);
});

test.concurrent.each([
  [[], 'import'],
  [['import', 'edgar'], 'companyfacts.zip'],
  [['import', 'csv'], './my-companies'],
])('%j --help has an example', async (args, example) => {
  const { exitCode, stdout } = await run(reviewed, ...args, '--help');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(example);
});
