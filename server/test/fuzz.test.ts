import fc from 'fast-check';
import { parse, specifiedRules, validate } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { expectRequestFaults } from './faults.ts';
import { RandomDocuments } from './random-documents.ts';
import { type Answer, startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

/** Posts a body; whatever it is, the answer is JSON and its errors are the caller's. */
async function post(body: BodyInit): Promise<void> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('content-type')).toContain('json');
  const { data, errors } = (await response.json()) as Answer<unknown>;
  expect(data !== undefined || errors !== undefined).toBe(true);
  expectRequestFaults(errors);
}

/** How many times as many are sent; 210 makes 25,000 documents and 25,000 bodies of it. */
const SCALE = Number(process.env.FUZZ_SCALE ?? 1);

/** The suite does not wait for a machine that is busy; whoever asks for more gets all of it. */
const RUNS = { numRuns: 60 * SCALE, ...(SCALE === 1 && { interruptAfterTimeLimit: 4_000 }) };

test(
  'a random valid document is drawn as one',
  () => {
    const property = fc.property(fc.gen(), (draw) => {
      const document = new RandomDocuments(schema, draw).document(5);
      const rules = specifiedRules.filter(({ name }) => name !== 'ValuesOfCorrectTypeRule');
      expect(validate(schema, parse(document), rules)).toEqual([]);
    });
    fc.assert(property, { numRuns: 50 });
  },
  20_000 * SCALE,
);

test(
  'no valid document is answered with a fault of the server',
  async () => {
    const property = fc.asyncProperty(fc.gen(), fc.integer({ min: 2, max: 7 }), (draw, depth) =>
      post(JSON.stringify({ query: new RandomDocuments(schema, draw).document(depth) })),
    );
    await fc.assert(property, RUNS);
  },
  20_000 * SCALE,
);

test(
  'no document with something cut out or put in is answered with a fault of the server',
  async () => {
    const property = fc.asyncProperty(
      fc.gen(),
      fc.nat({ max: 400 }),
      fc.nat({ max: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      (draw, place, length, text) => {
        const document = new RandomDocuments(schema, draw).document(3);
        const query = document.slice(0, place) + text + document.slice(place + length);
        return post(JSON.stringify({ query }));
      },
    );
    await fc.assert(property, RUNS);
  },
  20_000 * SCALE,
);

test(
  'no variables are answered with a fault of the server',
  async () => {
    const query = `query ($by: CompanyBy!, $where: QuarterFilter, $first: Int, $after: String, $asOf: Date) {
    company(by: $by) { quarters(first: $first, after: $after, asOf: $asOf) { totalCount } }
    quarters(first: $first, where: $where) { totalCount }
  }`;
    const anything = fc.anything({ maxDepth: 2, withBigInt: false });
    const property = fc.asyncProperty(
      fc.record(
        { by: anything, where: anything, first: anything, after: anything, asOf: anything },
        { requiredKeys: [] },
      ),
      (variables) => post(JSON.stringify({ query, variables })),
    );
    await fc.assert(property, RUNS);
  },
  20_000 * SCALE,
);

test(
  'no junk is answered with a fault of the server',
  async () => {
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json(),
      fc.string({ unit: 'binary' }).map((query) => JSON.stringify({ query })),
      fc.object().map((body) => JSON.stringify({ query: '{ __typename }', ...body })),
    );
    await fc.assert(
      fc.asyncProperty(junk, (body) => post(body as BodyInit)),
      RUNS,
    );
  },
  20_000 * SCALE,
);
