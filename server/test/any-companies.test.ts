import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const companies = readTable('companies');
const idOf = (slug: string) => Buffer.from(`Company:${slug}`).toString('base64url');

/** A member under each of its keys in turn. */
function keyOf(slug: string, place: number): object {
  const { ticker, cik } = companies.find((row) => row.slug === slug)!;
  const keys = [{ slug }, { id: idOf(slug) }, ticker && { ticker }, cik && { cik }];
  return keys.filter((key) => typeof key === 'object')[place % 2 ? 1 : keys.length - 1] ?? { slug };
}

type AnyField = GraphQLField<unknown, unknown>;

/** The calls of a field with each value of the enums that it needs, or of all its enums. */
function callsOf({ name, args }: AnyField, areAll: boolean): string[] {
  let calls: string[][] = [[]];
  for (const argument of args) {
    const type = getNullableType(argument.type);
    if (!isEnumType(type)) {
      if (isRequiredArgument(argument)) return [];
      continue;
    }
    if (!areAll && !isRequiredArgument(argument)) continue;
    const values = type.getValues().map((value) => `${argument.name}: ${value.name}`);
    calls = calls.flatMap((call) => values.map((value) => [...call, value]));
  }
  return calls.map((call) => (call.length > 0 ? `${name}(${call.join(', ')})` : name));
}

let aliases = 0;

/** Every field of a type with all below it, down to a depth; of what has an id, that alone. */
function selectionOf(type: GraphQLObjectType, depth: number, areAll = false): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    const isObject = isObjectType(of) || isInterfaceType(of);
    if (!isLeafType(of) && (!isObject || depth === 0)) return [];
    const isNode = isObject && 'id' in of.getFields();
    const below = !isObject
      ? ''
      : isNode
        ? ' { id }'
        : selectionOf(of as GraphQLObjectType, depth - 1);
    return callsOf(field, areAll).map((call) => `f${aliases++}: ${call}${below}`);
  });
  return `{ ${fields.join(' ')} }`;
}

/** An answer without the group's name, and without the order of its members and of what sums do to doubles. */
function normalized(answer: unknown, name: string): unknown {
  if (typeof answer === 'number') return Number(answer.toPrecision(12));
  if (typeof answer === 'string') {
    return answer
      .replaceAll(name, 'The group')
      .split(/[ ,;()]+/)
      .sort()
      .join(' ');
  }
  if (Array.isArray(answer)) {
    const items = answer.map((item) => normalized(item, name));
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (answer === null || typeof answer !== 'object') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, normalized(value, name)]),
  );
}

interface Answer {
  group: { id: string; name: string; slug: string | null; quarters: Record<string, unknown>[] };
}

const GROUP_QUARTER = schema.getType('GroupQuarter') as GraphQLObjectType;
const FIGURES = selectionOf(GROUP_QUARTER, 2, true);
const QUARTERS = `query ($by: GroupBy!, $currency: Currency!, $asOf: Date) {
  group(by: $by) { id name slug quarters(last: 6, currency: $currency, asOf: $asOf) ${FIGURES} }
}`;

test.each(
  readTable('groups').flatMap(({ slug, members }) => [
    { slug, members: members.split(' '), currency: 'USD', asOf: null },
    { slug, members: members.split(' '), currency: 'CNY', asOf: '2025-09-01' },
  ]),
)('the members of $slug, as any companies in another order, have its figures: $currency, $asOf', async ({
  slug,
  members,
  ...perspective
}) => {
  const given = members.map(keyOf).reverse();
  const [named, any] = await Promise.all([
    server.query<Answer>(QUARTERS, { by: { slug }, ...perspective }),
    server.query<Answer>(QUARTERS, { by: { companies: given }, ...perspective }),
  ]);
  expect(any.group.slug).toBeNull();
  expect(named.group.quarters).toHaveLength(6);
  expect(withoutGroup(any)).toEqual(withoutGroup(named));
});

/** The quarters without the id of their group, which is another. */
function withoutGroup({ group }: Answer): unknown {
  const text = JSON.stringify(group.quarters).replaceAll(group.id, 'id');
  return normalized(JSON.parse(text), group.name);
}

const IDENTITY = 'id slug name description members { slug }';
const BY = 'query ($by: GroupBy!) { group(by: $by) { ID } }'.replace('ID', IDENTITY);

interface Identity {
  group: { id: string; members: object[] } | null;
}

test('any companies are one group, under whichever keys, in whatever order and however often', async () => {
  const given = [
    [{ slug: 'alibaba' }, { slug: 'baidu' }],
    [{ slug: 'baidu' }, { slug: 'alibaba' }],
    [{ ticker: 'BIDU' }, { ticker: 'baba' }, { ticker: '9988.HK' }, { slug: 'alibaba' }],
    [{ cik: '1577552' }, { id: idOf('baidu') }, { cik: '0001577552' }],
  ];
  const answers = await Promise.all(
    given.map((companies) => server.query<Identity>(BY, { by: { companies } })),
  );
  for (const { group } of answers) {
    expect(group).toEqual({
      id: Buffer.from('Group:companies:alibaba,baidu').toString('base64url'),
      slug: null,
      name: 'Alibaba Group and Baidu',
      description: expect.stringContaining('Alibaba Group and Baidu'),
      members: [{ slug: 'alibaba' }, { slug: 'baidu' }],
    });
  }
});

test('its id fetches it again, and a group of one company is not that company', async () => {
  for (const slugs of [
    ['meta'],
    ['tencent', 'meta', 'oracle'],
    companies.map(({ slug }) => slug),
  ]) {
    const { group } = await server.query<Identity>(BY, {
      by: { companies: slugs.map((slug) => ({ slug })) },
    });
    const { node } = await server.query<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { __typename ... on Group { ${IDENTITY} } } }`,
      { id: group!.id },
    );
    expect(node).toEqual({ __typename: 'Group', ...group });
    expect(group!.members).toHaveLength(slugs.length);
  }
});

test.each([
  'companies:',
  'companies:nobody',
  'companies:meta,nobody',
  'companies:meta,alibaba',
  'companies:meta,meta',
  `companies:${Array.from({ length: 101 }, () => 'meta').join(',')}`,
])('an id that no group has given fetches null: %s', async (key) => {
  const id = Buffer.from(`Group:${key}`).toString('base64url');
  expect(await server.query('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
    node: null,
  });
});

test('a company that there is not is refused with the nearest; a group that there is not is null', async () => {
  const { errors } = await server.execute(BY, {
    by: { companies: [{ slug: 'meta' }, { slug: 'alibab' }] },
  });
  expect(errors).toMatchObject([
    {
      message: 'There is no company "alibab"; did you mean "alibaba"?',
      path: ['group'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'by.companies[1]' },
    },
  ]);
  expect(await server.query(BY, { by: { slug: 'us-clout' } })).toEqual({ group: null });
});

test('any two groups are compared, and say who they are', async () => {
  const { comparison } = await server.query<{ comparison: object }>(`{
    comparison(
      baseline: { companies: [{ ticker: "MSFT" }, { ticker: "AMZN" }] }
      challenger: { companies: [{ slug: "alibaba" }] }
      from: "2025Q2", to: "2025Q2", asOf: "2025-09-01"
    ) {
      baseline { name slug }
      challenger { name members { slug } }
      quarters {
        capexMultiple { explanation }
        baseline { group { name } members { company { slug } } }
        challenger { group { name } }
      }
    }
  }`);
  expect(comparison).toMatchObject({
    baseline: { name: 'Amazon and Microsoft', slug: null },
    challenger: { name: 'Alibaba Group', members: [{ slug: 'alibaba' }] },
    quarters: [
      {
        capexMultiple: { explanation: expect.stringContaining('(Amazon and Microsoft) / ') },
        baseline: {
          group: { name: 'Amazon and Microsoft' },
          members: [{ company: { slug: 'amazon' } }, { company: { slug: 'microsoft' } }],
        },
        challenger: { group: { name: 'Alibaba Group' } },
      },
    ],
  });
});
