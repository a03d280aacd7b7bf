import { afterAll, expect, test } from 'vitest';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

/** A selection within itself, again and again. */
const nested = (levels: number, wrap: (inner: string) => string, innermost: string): string =>
  levels === 0 ? innermost : wrap(nested(levels - 1, wrap, innermost));

/** Fragments that each ask for the one before under many names: a small document, a huge answer. */
function fanOut(levels: number, width: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const both = `from { ...Level${level} } to { ...Level${level} }`;
    const fields = Array.from({ length: width }, (_, n) => `g${n}: growth(over: YEAR) { ${both} }`);
    return `fragment Level${level + 1} on Amount { ${fields.join(' ')} }`;
  });
  return `{
    company(by: { slug: "meta" }) { latestQuarter { capex { ...Level${levels} } } }
  } ${fragments.join(' ')} fragment Level0 on Amount { value }`;
}

const repeated = (count: number, field: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join(' ');
const WIDE = `
  fragment Wide on Quarter { ${repeated(60, (n) => `c${n}: company { ...Names }`)} }
  fragment Names on Company { ${repeated(60, (n) => `n${n}: name`)} }`;

/** A document that is answered, to compare with on whatever machine this is. */
const ALLOWED = `{ companies { nodes { quarters { nodes {
  capex { value explanation growth(over: YEAR) { value explanation } }
} } } } }`;

/** The answer to a document, and what of the processor's time it took. */
async function timed(document: string) {
  const before = process.cpuUsage();
  const answer = await server.execute(`${document} # ${before.user}`);
  return [answer, process.cpuUsage(before).user / 1e6] as const;
}

test.each([
  [
    'facts of the quarters of facts',
    `{ companies { nodes { quarters { nodes {
      ${nested(5, (inner) => `facts { quarter { ${inner} } }`, 'id')}
    } } } } }`,
  ],
  [
    'companies of the groups of companies',
    `{ groups { members { ${nested(6, (inner) => `groups { members { ${inner} } }`, 'slug')} } } }`,
  ],
  [
    'quarters of the companies of quarters',
    `{ quarters { nodes { ${nested(3, (inner) => `company { quarters { nodes { ${inner} } } }`, 'id')} } } }`,
  ],
  [
    'fields of the types of fields of the schema',
    `{ __schema { types { ${repeated(150, (n) => `f${n}: fields { type { fields { type { name } } } }`)} } } }`,
  ],
  ['growth of the amounts of growth, under many names', fanOut(4, 12)],
  [
    'many fields of every quarter of every quarter',
    `{ quarters { nodes { company { quarters { nodes { ...Wide } } } } } } ${WIDE}`,
  ],
  [
    'many fields behind few of the same list',
    `{ quarters { nodes { company { quarters { nodes { id } nodes { ...Wide } } } } } } ${WIDE}`,
  ],
])('%s are refused, and soon', async (_, document) => {
  expect(document.length).toBeLessThan(10_000);
  const [{ status, data, errors }, seconds] = await timed(document);
  expect(status).toBeLessThan(500);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
    new Set(['QUERY_TOO_LARGE']),
  );
  expect(JSON.stringify([data, errors]).length).toBeLessThan(10_000);
  const [{ errors: none }, allowed] = await timed(ALLOWED);
  expect(none).toBeUndefined();
  expect(seconds).toBeLessThan(allowed * 20);
});
