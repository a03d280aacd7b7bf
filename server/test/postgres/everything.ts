import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { connect } from '../../database/client.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { addFacts, NEXT_REVENUE } from '../add-rows.ts';
import { readTable } from '../dataset.ts';
import { startServer } from '../testkit.ts';

/** Figures, which come from memory, and documents, which are read by the driver and by Prisma. */
const questionOf = (last: number) => `{
  company(by: { slug: "alibaba" }) {
    quarters(last: ${last}) { nodes { calendarQuarter capex { amount } facts { amount note source { title } } } }
  }
  changes(company: "alibaba", first: 1) { totalCount }
}`;

interface Answer {
  readonly company: {
    readonly quarters: { readonly nodes: readonly { readonly facts: readonly unknown[] }[] };
  };
  readonly changes: { readonly totalCount: number };
}

/** Does with a database whatever the program can: reads by every way, many at once, imports while a server runs, exports. */
export async function doEverything(
  url: string,
  settings: Record<string, string> = {},
): Promise<void> {
  const server = await startServer(url, { RESPONSE_CACHE_MB: '0', ...settings });
  try {
    const before = await server.query<Answer>(questionOf(1));
    expect(before.company.quarters.nodes[0]!.facts.length).toBeGreaterThan(0);
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, n) => server.query<Answer>(questionOf(1 + (n % 20)))),
    );
    for (const [n, { company }] of many.entries()) {
      expect(company.quarters.nodes).toHaveLength(1 + (n % 20));
    }
    await addFacts(url, [NEXT_REVENUE]);
    const changes = async () => (await server.query<Answer>(questionOf(2))).changes.totalCount;
    await expect.poll(changes).toBe(before.changes.totalCount + 1);
    await expectExport(url, readTable('facts').length + 1);
  } finally {
    await server.stop();
  }
}

/** That the database's facts can be written out, with days as files have them. */
async function expectExport(url: string, facts: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-exported-'));
  const { pool, close } = connect(url);
  try {
    await exportDataset(pool, folder);
    const text = await readFile(join(folder, 'facts.csv'), 'utf8');
    expect(text.match(/,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,/g)).toHaveLength(facts);
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

/** The one line that a start on a database ends in. */
export async function complaintOf(
  url: string,
  settings: Record<string, string> = {},
): Promise<string> {
  const error = await startServer(url, settings).then(
    (server) => server.stop(),
    (error) => error,
  );
  expect(error).toBeInstanceOf(Error);
  expect(error.message).not.toContain('\n');
  return error.message;
}
