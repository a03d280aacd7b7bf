import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import { cite } from '../src/cite.ts';
import { ComparisonDocument, GroupsDocument } from '../src/index.ts';

let server: TestServer;
let options: { url: string };
beforeAll(async () => {
  server = await startServer();
  options = { url: `${server.url}/graphql` };
});
afterAll(() => server.stop());

const variables = {
  baseline: { slug: 'us-hyperscalers' },
  challenger: { slug: 'china-hyperscalers' },
  asOf: '2025-09-01',
};
const capexMultiple = () =>
  cite(
    options,
    ComparisonDocument,
    variables,
    ({ comparison }) => comparison.latest?.capexMultiple,
  );

test('a citation says what the figure is, as known when, and of which version', async () => {
  const { sentence, version } = await capexMultiple();
  expect(sentence).toMatch(
    /^291,349 m USD .* = 9\.41 times, .*, as known on 2025-09-01\. Capexgraph /,
  );
  expect(sentence).toContain(`version ${version}`);
  expect(sentence).not.toContain('..');
});

test('whoever follows the address gets the figure, and the bytes that the digest is of', async () => {
  const { address, version, digest } = await capexMultiple();
  // As `curl` asks.
  const response = await fetch(address, { headers: { accept: '*/*' } });
  expect(response.headers.get('x-dataset-version')).toBe(version);
  expect(response.headers.get('cache-control')).toContain('immutable');
  const text = await response.text();
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
  const { data } = JSON.parse(text);
  expect(data.comparison.latest.capexMultiple.value).toBeCloseTo(9.41, 2);
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).toContain('text/html');
});

test('words of your own do, where a figure has no explanation', async () => {
  const count = await cite(options, GroupsDocument, {}, ({ groups }) => `${groups.length} groups`);
  expect(count.sentence).toMatch(/^6 groups\. Capexgraph contributors/);
  expect(count.address).not.toContain('variables');
});

test('a figure that is not there, and a document that is refused, are no citation', async () => {
  const nothing = cite(options, GroupsDocument, {}, () => undefined);
  await expect(nothing).rejects.toMatchObject({ message: 'There is no such figure in the answer' });
  const nobody = { ...variables, baseline: { slug: 'nobody' } };
  const refused = cite(options, ComparisonDocument, nobody, () => 'a');
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
