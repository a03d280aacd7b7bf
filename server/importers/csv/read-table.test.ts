import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';
import { readTable } from './read-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-pieces-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' '),
  maxLength: 8,
});
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

async function piecesIn(text: string, bytes: number) {
  const file = join(folder, 'a.csv');
  await writeFile(file, text);
  const pieces = [];
  for await (const piece of piecesOf(file, bytes)) pieces.push(piece);
  return pieces;
}

test('a file in pieces of any size is the same records, on the same lines', async () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (rows, bytes) => {
      const text = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
      const pieces = await piecesIn(text, bytes);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      const read = (text: string, before: number) =>
        parse(text, { info: true, record_delimiter: '\n' }).map((row) => {
          const { record, info } = row as unknown as { record: string[]; info: { lines: number } };
          return [record, info.lines + before];
        });
      expect(pieces.flatMap(({ text, linesBefore }) => read(text, linesBefore))).toEqual(
        read(text, 0),
      );
    }),
    { numRuns: 100 },
  );
});

test('a fault far down in a file is named by its line', async () => {
  const file = join(folder, 'exchange-rates.csv');
  const good = 'USD,CNY,2025Q2,7.2331,7.2,"a source, with\na line"\n';
  const lines = (rows: number) => good.repeat(rows);
  const head = 'base,quote,calendar_quarter,average,period_end,source\n';
  await writeFile(file, `${head}${lines(20_000)}USD,CNY\n`);
  let last: unknown;
  for await (const entry of readTable(file, 'exchange-rates')) last = entry;
  const reason = 'Invalid Record Length: columns length is 6, got 2';
  expect(last).toEqual({ file, line: 40_002, column: null, reason });
});

test('a definition without a rank has its place in the file, whatever lines it takes', async () => {
  const file = join(folder, 'definitions.csv');
  await writeFile(file, 'slug,description,rank\na,"A\nand so on.",\nb,B.,9\nc,C.,\n');
  const ranks: unknown[] = [];
  for await (const entry of readTable(file, 'definitions')) ranks.push('row' in entry && entry.row);
  expect(ranks).toMatchObject([{ rank: '1' }, { rank: '9' }, { rank: '3' }]);
});
