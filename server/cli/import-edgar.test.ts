import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyfactsOf } from '../importers/edgar/testing.ts';
import { archiveOf } from '../test/archive.ts';
import { readTable } from '../test/dataset.ts';
import { madeUpCompanyfacts } from '../test/made-up-companyfacts.ts';
import { runCli } from '../test/run-cli.ts';
import { createDatabase, startServer } from '../test/testkit.ts';

const CONTACT = ['--contact', 'Ada Lovelace ada@example.org'];

let folder: string;
let edgar: Server;
let files: Record<string, string>;
/** The requests that EDGAR's stand-in got; it refuses each file's first. */
let asked: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-cli-'));
  edgar = createServer(({ url, headers }, response) => {
    const name = url!.slice(1);
    const isFirst = !asked.includes(name);
    asked.push(name);
    if (files[name] === undefined) response.writeHead(404).end();
    else if (isFirst) response.writeHead(429, { 'retry-after': '0' }).end();
    else if (headers['if-none-match']) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(files[name]);
  });
  await new Promise<void>((resolve) => edgar.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  edgar.close();
  await rm(folder, { recursive: true });
});

function importEdgar(url: string, ...args: string[]) {
  asked = [];
  const mirror = `http://127.0.0.1:${(edgar.address() as AddressInfo).port}/`;
  return runCli(['import', 'edgar', '--mirror', mirror, ...args], {
    DATABASE_URL: url,
    CAPEXGRAPH_HOME: folder,
  });
}

test('a company that is asked for by CIK is added, and a running server knows it at once', async () => {
  files = { 'CIK0000000077.json': madeUpCompanyfacts({ cik: 77, years: 3 }) };
  const url = await createDatabase();
  const server = await startServer(url);
  const added = () =>
    server.query<{ company: unknown }>(`{
      company(by: { cik: "0000000077" }) {
        slug fiscalYearEndMonth
        quarter(calendarQuarter: "2025Q4") { capex { amount quality } }
      }
    }`);
  expect(await added()).toEqual({ company: null });

  const ran = await importEdgar(url, '77', ...CONTACT);
  expect(ran.stderr).toContain('status 429; asking again');
  expect(ran.stdout).toMatch(/companies: 1 added(.*\n){3} {2}facts: 78 added, 0 already there/);
  expect(ran.exitCode).toBe(0);
  const facts = JSON.parse(files['CIK0000000077.json']!).facts['us-gaap'];
  const prints = facts.PaymentsToAcquirePropertyPlantAndEquipment.units.USD;
  const toDate = (end: string) =>
    prints.findLast((print: { end: string }) => print.end === end).val;
  await expect.poll(added).toEqual({
    company: {
      slug: 'made-up-company-77',
      fiscalYearEndMonth: 12,
      quarter: {
        capex: { amount: String(toDate('2025-12-31') - toDate('2025-09-30')), quality: 'DERIVED' },
      },
    },
  });
  await server.stop();

  const again = await importEdgar(url, '77', ...CONTACT);
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toMatch(/^Nothing new.\n(.*\n){2} {2}facts: 0 added, 78 already there\n$/);
});

test('without a source, every company that has a CIK is asked for, and what EDGAR lacks is named', async () => {
  files = { 'CIK0001652044.json': madeUpCompanyfacts({ cik: 1652044, years: 2 }) };
  const { exitCode, stdout } = await importEdgar(await createDatabase(), '--json', ...CONTACT);
  const { tables, refusals } = JSON.parse(stdout);
  const ciks = readTable('companies').filter(({ cik }) => cik !== '').length;
  expect(new Set(asked).size).toBe(ciks);
  expect(tables.facts.added).toBeGreaterThan(0);
  expect(refusals).toHaveLength(ciks - 1);
  expect(refusals[0]).toMatchObject({ reason: 'EDGAR has no companyfacts for this CIK' });
  expect(exitCode).toBe(1);
});

test('an archive is imported whole; tried dry, nothing of it is written', async () => {
  const archive = join(folder, 'companyfacts.zip');
  const companies = Array.from({ length: 12 }, (_, cik) => [
    `CIK${String(cik + 1).padStart(10, '0')}.json`,
    madeUpCompanyfacts({ cik: cik + 1, years: 2 }),
  ]);
  await writeFile(archive, await archiveOf(Object.fromEntries(companies)));
  const url = await createDatabase();
  const dry = await importEdgar(url, archive, '--dry-run');
  expect(dry.stdout).toMatch(/^Nothing was written. It would be:\n {2}companies: 12 added/);
  const real = await importEdgar(url, archive);
  expect(real.stdout).toMatch(/^Imported:\n {2}companies: 12 added/);
  expect(real).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await importEdgar(url, archive)).stdout).toMatch(/^Nothing new.\n/);
});

test('what is set aside is named and costs nothing: exit code 0', async () => {
  const file = join(folder, 'stray.json');
  const filings = '2024-02-20 10-K revenue 2023Q1-2023Q4 470 capex 2023Q1-2023Q4 117';
  await writeFile(file, companyfactsOf(`${filings} capex /2023-12-31 1`));
  const ran = await importEdgar(await createDatabase(), file);
  expect(ran.stdout).toContain(`  facts: 2 added, 0 already there
Set aside:
  ${file}, $.facts.us-gaap.PaymentsToAcquirePropertyPlantAndEquipment.units.USD[1].start: expected a date like 2025-06-30; found nothing
`);
  expect(ran.exitCode).toBe(0);
});

test('a file of nothing usable is refused, exit code 1; among all filers it is set aside, exit code 0', async () => {
  const url = await createDatabase();
  const text = companyfactsOf('2024-02-20 10-K Goodwill 2023Q4 1');
  const [file, archive] = [join(folder, 'nothing.json'), join(folder, 'all.zip')];
  await writeFile(file, text);
  await writeFile(archive, await archiveOf({ 'CIK0000012345.json': text }));
  const reason = 'no figure of any tag that is looked for: us-gaap:Revenues, ';
  const alone = await importEdgar(url, file);
  expect(alone.stdout).toContain(`Refused:\n  ${file}, $.facts: ${reason}`);
  expect(alone.exitCode).toBe(1);
  const amongAll = await importEdgar(url, archive);
  expect(amongAll.stdout).toContain(
    `Set aside:\n  ${archive}, CIK0000012345.json, $.facts: ${reason}`,
  );
  expect(amongAll.exitCode).toBe(0);
});

test('a file of another company than was asked for is refused, and what is neither a file nor a CIK', async () => {
  files = { 'CIK0000000078.json': madeUpCompanyfacts({ cik: 999, years: 2 }) };
  const { exitCode, stdout } = await importEdgar(
    await createDatabase(),
    '78',
    'nothing',
    ...CONTACT,
  );
  expect(exitCode).toBe(1);
  expect(stdout).toBe(`Nothing new.
Refused:
  CIK0000000078, $.cik: expected 0000000078, which was asked for, found 0000000999
  nothing: neither a file that is there nor a CIK of up to ten digits
`);
});

test('a damaged archive leaves nothing of its companies behind', async () => {
  const archive = join(folder, 'damaged.zip');
  const bytes = await archiveOf({
    'CIK0000000001.json': madeUpCompanyfacts({ cik: 1, years: 2 }),
    'xx/CIK0000000002.json': '{}',
  });
  const text = bytes.toString('latin1').replaceAll('xx/', '../');
  await writeFile(archive, Buffer.from(text, 'latin1'));
  const url = await createDatabase();
  const { exitCode, stdout, stderr } = await importEdgar(url, archive);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toBe(`${archive}: invalid relative path: ../CIK0000000002.json\n`);
  const status = await runCli(['status', '--json'], { DATABASE_URL: url });
  expect(JSON.parse(status.stdout)).toMatchObject({
    companies: readTable('companies').length,
    facts: readTable('facts').length,
  });
});
