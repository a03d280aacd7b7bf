import { afterAll, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from './add-rows.ts';
import { createDatabase, startServer } from './testkit.ts';

const databaseUrl = await createDatabase();
const server = await startServer(databaseUrl);
afterAll(() => server.stop());

/** With it, an answer without data has a status that says so. */
const MEDIA_TYPE = 'application/graphql-response+json';
const QUERY = encodeURIComponent('{ dataset { version } }');

const get = (parameters: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?${parameters}`, {
    headers: { accept: MEDIA_TYPE, ...headers },
  });

async function newest(): Promise<string> {
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  return dataset.version;
}

test('every answer says which version of the dataset it is from, a refusal as well', async () => {
  const version = await newest();
  const post = (query: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: MEDIA_TYPE },
      body: JSON.stringify({ query }),
    });
  const plain = await get(`query=${QUERY}`);
  const answers = [
    plain,
    await get(`query=${QUERY}`, { 'if-none-match': plain.headers.get('etag')! }),
    await post('{ dataset { facts } }'),
    await post('{ nothing }'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 304, 200, 400]);
  for (const { headers } of answers) expect(headers.get('x-dataset-version')).toBe(version);
});

test.each([
  'before',
  'after',
])('a version %s the query pins the answer, until there is a newer one', async (place) => {
  const version = await newest();
  const address =
    place === 'before' ? `version=${version}&query=${QUERY}` : `query=${QUERY}&version=${version}`;
  const pinned = await get(address);
  expect(pinned.headers.get('cache-control')).toContain('immutable');
  expect(await pinned.json()).toEqual({ data: { dataset: { version } } });
  expect((await get(`query=${QUERY}`)).headers.get('cache-control')).toBe('public, no-cache');
  const next = { ...NEXT_REVENUE, published_on: place === 'before' ? '2026-11-02' : '2026-11-03' };
  await addFacts(databaseUrl, [next]);
  await expect.poll(newest).not.toBe(version);
  const gone = await get(address);
  expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'no-store']);
  expect(await gone.json()).toMatchObject({
    errors: [{ extensions: { code: 'VERSION_GONE', newest: await newest() } }],
  });
});

test.each([
  '',
  '1',
  'z'.repeat(64),
  'A'.repeat(64),
])('%j is no version, and is refused', async (version) => {
  const response = await get(`query=${QUERY}&version=${version}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'version' } }],
  });
});

test('a version that is named twice, or without one, is refused wherever one pins an answer', async () => {
  const version = await newest();
  const twice = `version=${version}&version=${version}`;
  for (const pin of ['version', twice, `${twice}&version`]) {
    for (const path of [
      `/data/facts.csv?${pin}`,
      `/data/capexgraph.zip?${pin}`,
      `/data/series.csv?subjects=alibaba&measures=capex&${pin}`,
      `/graphql?query=${QUERY}&${pin}`,
    ]) {
      const response = await fetch(server.url + path, { headers: { accept: MEDIA_TYPE } });
      expect(response.status, path).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'version' } }],
      });
    }
  }
});

test('an answer with an error is not kept, pinned or not', async () => {
  const response = await get(
    `query=${encodeURIComponent('{ nothing }')}&version=${await newest()}`,
  );
  expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store']);
});
