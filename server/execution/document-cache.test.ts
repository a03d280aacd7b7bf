import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import { liveBytes } from '../test/heap.ts';
import { DocumentCache } from './document-cache.ts';

const times = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join('');

/** Documents of the shapes that take the most for their length, for their tokens, for their fields. */
const SHAPES: readonly [string, (n: number) => string][] = [
  ['short', (n) => `{ a${n}: __typename }`],
  ['of one field repeated', (n) => `{ a${n}: __typename ${times(500, () => '__typename ')} }`],
  ['of many aliases', (n) => `{ ${times(200, (k) => `a${n}x${k}: __typename `)} }`],
  [
    'of many arguments',
    (n) => `{ ${times(40, (k) => `a${n}x${k}: company(by: { slug: "x" }) { name } `)} }`,
  ],
  [
    'of fields within fields',
    (n) =>
      `{ a${n}: company(by: { slug: "x" }) { quarters(last: 4) { nodes { capex { value currency } revenue { value } } } } }`,
  ],
  [
    'of one type or another',
    (n) =>
      `{ a${n}: node(id: "x") { id ... on Company { name slug } ... on Group { name slug } } }`,
  ],
  ['of comments', (n) => `${times(1_000, (k) => `#${n}${k}\n`)} { __typename }`],
  ['of one long comment', (n) => `# ${n} ${'x'.repeat(5_000)}\n{ __typename }`],
  ['of one long text', (n) => `{ company(by: { slug: "${n} ${'ä€'.repeat(2_500)}" }) { name } }`],
  ['of a long list', (n) => `{ nodes(ids: [${times(1_000, (k) => `${n + k} `)}]) { id } }`],
];

/** What remembering documents takes, and what the cache says that it takes. */
async function measure(
  documents: readonly string[],
  use: (cache: DocumentCache, text: string) => void,
) {
  const before = await liveBytes();
  const cache = new DocumentCache(schema);
  for (const text of documents) {
    cache.set(text, parse(text));
    use(cache, text);
  }
  return { taken: (await liveBytes()) - before, accounted: cache.bytes };
}

test.each(
  SHAPES,
)('documents %s take no more memory than is accounted for them', async (_, shape) => {
  // As they come: out of a body, each a text of its own.
  const documents = Array.from({ length: 60 }, (_, n) => Buffer.from(shape(n)).toString());
  const parsed = await measure(documents, () => {});
  expect(parsed.taken).toBeLessThan(parsed.accounted);
  const compiled = await measure(documents.slice(0, 20), (cache, text) => {
    cache.seen(text, null);
    const run = cache.seen(text, null);
    try {
      run?.({ budget: new Budget() } as Context, {});
    } catch {
      // There is no data here; what a first run leaves behind counts, too.
    }
  });
  expect(compiled.taken).toBeLessThan(compiled.accounted);
});

test('documents take no more than they may, however many come', async () => {
  const cache = new DocumentCache(schema, 1_000_000);
  for (let n = 0; n < 2_000; n++) {
    const text = `{ a${n}: __typename }`;
    cache.set(text, parse(text));
    cache.seen(text, null);
    cache.seen(text, null);
  }
  expect(cache.bytes).toBeGreaterThan(500_000);
  expect(cache.bytes).toBeLessThanOrEqual(1_000_000);
});
