import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A folder's copy in which one cell of a table is another text; the rows are counted from the first below the header. */
export async function withCell(
  root: string,
  folder: string,
  { file, row, column, text }: { file: string; row: number; column: string; text: string },
) {
  const copy = await mkdtemp(join(root, 'cell-'));
  await cp(folder, copy, { recursive: true });
  const rows: string[][] = parse(await readFile(join(folder, file), 'utf8'));
  const place = rows[0]!.indexOf(column);
  rows[row + 1]![place] = text;
  const lines = rows.map((cells) => cells.map(quoted).join());
  await writeFile(join(copy, file), `${lines.join('\n')}\n`);
  return { copy, line: row + 2 };
}
