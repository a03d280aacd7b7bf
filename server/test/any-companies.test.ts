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
import { startServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
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

/** The calls of a field with each value of each enum that it takes, or that it needs, the others being the first. */
function callsOf({ name, args }: AnyField, areAll: boolean): string[] {
  const taken = args.filter((argument) => areAll || isRequiredArgument(argument));
  const enums = taken.flatMap((argument) => {
    const type = getNullableType(argument.type);
    return isEnumType(type) ? [{ argument, values: type.getValues() }] : [];
  });
  if (enums.length < taken.filter(isRequiredArgument).length) return [];
  // Of two arguments of one enum, the second is something else than the first.
  const first = enums.map(({ values }, place) => values[place % values.length]!.name);
  const calls = enums.flatMap(({ argument, values }, varied) =>
    values.map((value) => {
      const given = first.map((name, place) => (place === varied ? value.name : name));
      const named = enums.map(({ argument }, place) => `${argument.name}: ${given[place]}`);
      const isTwice = enums.some(
        (other, place) =>
          other.argument !== argument && other.values === values && given[place] === value.name,
      );
      return isTwice ? [] : [`${name}_${given.join('_')}: ${name}(${named.join(', ')})`];
    }),
  );
  return enums.length > 0 ? [...new Set(calls.flat())] : [name];
}

const fragments = new Map<string, string>();

/** Every field of a type with all below it, down to a depth; of what has an id, that alone. */
function selectionOf(type: GraphQLObjectType, depth: number, areAll = false): string {
  const fragment = `${type.name}${depth}`;
  if (!fragments.has(fragment)) {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const of = getNamedType(field.type);
      const isObject = isObjectType(of) || isInterfaceType(of);
      const calls = callsOf(field, areAll);
      if (calls.length === 0 || (!isLeafType(of) && (!isObject || depth === 0))) return [];
      const isNode = isObject && 'id' in of.getFields();
      const deeper = () => selectionOf(of as GraphQLObjectType, depth - 1);
      const itself = of.name === 'Fact' ? ' { amount publishedOn }' : ' { id }';
      const below = !isObject ? '' : isNode ? itself : ` ${deeper()}`;
      return calls.map((call) => `${call}${below}`);
    });
    fragments.set(
      fragment,
      `fragment ${fragment} on ${type.name} { __typename ${fields.join(' ')} }`,
    );
  }
  return `{ ...${fragment} }`;
}

/** An answer without names, and without the order of a group's members and of what sums do to doubles. */
function normalized(answer: unknown, group: string): unknown {
  if (typeof answer === 'number') return Number(answer.toPrecision(12));
  if (typeof answer === 'string') return wordsOf(answer, group);
  if (Array.isArray(answer)) {
    const items = answer.map((item) => normalized(item, group));
    return items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (answer === null || typeof answer !== 'object') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, normalized(value, group)]),
  );
}

/** The words of a text but for names, which are those of members where a group has no other. */
function wordsOf(text: string, group: string): string {
  const names = [group, ...companies.map(({ name }) => name), 'and'];
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  return nameless
    .split(/[ ,;()]+/)
    .sort()
    .join(' ');
}

interface Answer {
  group: { id: string; name: string; slug: string | null; quarters: Record<string, unknown>[] };
}

const GROUP_QUARTER = schema.getType('GroupQuarter') as GraphQLObjectType;
const FIGURES = selectionOf(GROUP_QUARTER, 2, true);
const QUARTERS = `query ($by: GroupBy!, $currency: Currency!, $asOf: Date) {
  group(by: $by) { id name slug quarters(from: "2025Q2", to: "2025Q2", currency: $currency, asOf: $asOf) ${FIGURES} }
}
${[...fragments.values()].join('\n')}`;

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
  expect(named.group.quarters).toHaveLength(1);
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
