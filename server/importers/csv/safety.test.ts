import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { FIXTURE } from '../../test/dataset.ts';
import { createDatabase } from '../../test/testkit.ts';
import { type ImportReport, importDataset } from '../import-dataset.ts';
import { TABLE_NAMES } from '../tables/tables.ts';
import { readFolder } from './read-folder.ts';

let folder: string;
let reviewed: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-csv-'));
  reviewed = connect(await createDatabase());
});
afterAll(async () => {
  await reviewed.close();
  await rm(folder, { recursive: true, force: true });
});

async function importFolder({ pool }: Database, from: string): Promise<ImportReport> {
  return importDataset(pool, readFolder(from), {
    kind: 'csv',
    origin: from,
    isAllOrNothing: true,
  });
}

const HEADER =
  'company,concept,definition,period_start,period_end,value,currency,quality,published_on,source,note';
const GOOD =
  'alibaba,CAPEX,purchases-gross,2026-07-01,2026-09-30,1,CNY,REPORTED,2026-11-20,BABA-PR-2026Q2,';

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ftp://example.com/a.pdf',
  'vbscript:x',
  '//example.com/a',
])('a source at %s is refused: only pages of the web can be followed', async (url) => {
  const from = await mkdtemp(join(folder, 'address-'));
  const head = (await readFile(join(FIXTURE, 'sources.csv'), 'utf8')).split('\n', 1)[0]!;
  const cells: Record<string, string> = {
    slug: 'A',
    url: `"${url}"`,
    published_on: '2025-01-01',
    company: 'alibaba',
  };
  const row = head.split(',').map((column) => cells[column] ?? 'x');
  await writeFile(join(from, 'sources.csv'), `${head}\n${row.join(',')}\n`);
  const error = await importFolder(reviewed, from).catch((error) => error);
  expect(error.refusals).toContainEqual(expect.objectContaining({ line: 2, column: 'url' }));
});

test('a pipe or a device in place of a file is refused, and not read', async () => {
  const from = await mkdtemp(join(folder, 'pipe-'));
  execFileSync('mkfifo', [join(from, 'facts.csv')]);
  await symlink('/dev/zero', join(from, 'sources.csv'));
  const error = await importFolder(reviewed, from).catch((error) => error);
  expect(error.refusals).toHaveLength(2);
  for (const { reason } of error.refusals) expect(reason).toContain('a pipe or a device');
});

test('an export for spreadsheets has no cell that one would run; the usual export is as it was', async () => {
  const [from, plain, escaped] = await Promise.all(
    ['formulas-', 'plain-', 'escaped-'].map((name) => mkdtemp(join(folder, name))),
  );
  const note = '=cmd|calc';
  await writeFile(join(from!, 'facts.csv'), `${HEADER}\n${GOOD.replace(',1,', ',-1,')}${note}\n`);
  await importFolder(reviewed, from!);
  await exportDataset(reviewed.pool, plain!);
  await exportDataset(reviewed.pool, escaped!, { escapeFormulas: true });
  const cellsOf = async (place: string) =>
    (
      await Promise.all(TABLE_NAMES.map((table) => readFile(join(place, `${table}.csv`), 'utf8')))
    ).flatMap((text) => (parse(text) as string[][]).flat());
  const [before, after] = await Promise.all([plain!, escaped!].map(cellsOf));
  expect(before).toContain(note);
  expect(after).toContain(`'${note}`);
  expect(after).toContain('-1');
  expect(after!.filter((cell) => /^[=+@\t\r]|^-(?![\d.]+$)/.test(cell))).toEqual([]);
  expect(after!.map((cell) => cell.replace(/^'(?=[=+@-])/, ''))).toEqual(before);
});

test('a value of thirty digits is the same in the file that it comes from and the one that it goes to', async () => {
  const [from, to] = await Promise.all(
    ['long-', 'longer-'].map((name) => mkdtemp(join(folder, name))),
  );
  const value = '-123456789012345678901234567890.1234';
  const row = GOOD.replace(',1,', `,${value},`).replace(
    'CAPEX,purchases-gross',
    'REVENUE,as-reported',
  );
  await writeFile(join(from!, 'facts.csv'), `${HEADER}\n${row}\n`);
  await importFolder(reviewed, from!);
  await exportDataset(reviewed.pool, to!);
  expect(await readFile(join(to!, 'facts.csv'), 'utf8')).toContain(`,${value},`);
  await writeFile(
    join(from!, 'facts.csv'),
    `${HEADER}\n${row.replace(value, `${value.slice(0, -1)}5`)}\n`,
  );
  await expect(importFolder(reviewed, from!)).rejects.toThrow(value);
});
