import { afterAll, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { createDatabase, startServer } from './testkit.ts';

const databaseUrl = await createDatabase();
const server = await startServer(databaseUrl);
afterAll(() => server.stop());

interface ChangeAnswer {
  recordedAt: string;
  fact: {
    id: string;
    quarter?: object;
    concept: string;
    definition: { slug: string };
    periodStart: string;
    periodEnd: string;
    amount: string;
    publishedOn: string;
    supersededBy: { id: string } | null;
  };
  supersedes: { id: string } | null;
}

interface ChangesAnswer {
  changes: {
    nodes: ChangeAnswer[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

const CHANGES = `query ($first: Int, $after: String, $company: String) {
  changes(first: $first, after: $after, company: $company) {
    nodes {
      recordedAt
      fact { id concept definition { slug } periodStart periodEnd amount publishedOn supersededBy { id } }
      supersedes { id }
    }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    totalCount
  }
}`;

async function follow(variables: { after?: string | null; company?: string; first?: number } = {}) {
  const all: ChangeAnswer[] = [];
  let { after = null } = variables;
  for (;;) {
    const { changes } = await server.query<ChangesAnswer>(CHANGES, { ...variables, after });
    all.push(...changes.nodes);
    after = changes.pageInfo.endCursor ?? after;
    if (!changes.pageInfo.hasNextPage) return { all, after, last: changes };
  }
}

const identity = (fact: ChangeAnswer['fact']) =>
  [
    fact.concept,
    fact.definition.slug,
    fact.periodStart,
    fact.periodEnd,
    fact.publishedOn,
    fact.amount,
  ].join(' ');

const printed = readTable('facts').map((row) =>
  [row.concept, row.definition, row.period_start, row.period_end, row.published_on, row.value].join(
    ' ',
  ),
);

test('replaying all changes rebuilds the facts, each once, in the order in which they came', async () => {
  const { all, last } = await follow();
  expect(all.map(({ fact }) => identity(fact))).toEqual(printed);
  expect(last.totalCount).toBe(printed.length);
  expect(last.pageInfo.hasPreviousPage).toBe(true);
});

test('what a fact supersedes is superseded by it', async () => {
  const { all } = await follow();
  const successors = new Map(all.map(({ fact }) => [fact.id, fact.supersededBy?.id]));
  const replacing = all.filter(({ supersedes }) => supersedes);
  expect(replacing.length).toBeGreaterThan(0);
  for (const { fact, supersedes } of replacing) {
    expect(successors.get(supersedes!.id)).toBe(fact.id);
  }
  const replaced = new Set([...successors.values()].filter(Boolean));
  expect(new Set(replacing.map(({ fact }) => fact.id))).toEqual(replaced);
});

test('a company has its own changes, in pages of any size', async () => {
  const count = readTable('facts').filter(({ company }) => company === 'baidu').length;
  const { all, last } = await follow({ company: 'baidu', first: 7 });
  expect([all.length, last.totalCount]).toEqual([count, count]);
  expect(await follow({ company: 'baidu' })).toMatchObject({ all });
});

test('a cursor that was kept leads to what came since, and to nothing else', async () => {
  const { after, all } = await follow();
  expect((await follow({ after })).all).toEqual([]);
  await addFacts(databaseUrl, [NEXT_REVENUE]);
  await expect.poll(async () => (await follow({ after })).all.length).toBe(1);
  const { all: since } = await follow({ after });
  expect(since[0]!.fact).toMatchObject({ amount: NEXT_REVENUE.value, periodEnd: '2026-09-30' });
  expect((await follow()).all.length).toBe(all.length + 1);
});

test.each([
  ['after', { after: 'nonsense' }],
  ['after', { after: Buffer.from('["change","x"]').toString('base64url') }],
  ['after', { after: Buffer.from('["change",1e30]').toString('base64url') }],
  ['first', { first: 101 }],
  ['first', { first: -1 }],
  ['company', { company: 'nobody' }],
])('a wrong %s is refused, and named: %j', async (argument, variables) => {
  const { errors } = await server.execute(CHANGES, variables);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});
