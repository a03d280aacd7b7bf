import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { createGraphQL } from './app.ts';
import { graphqlRequest } from './exchange.ts';

const snapshot = reviewedSnapshot();
const options = {
  database: {} as Database,
  log: pino({ level: 'silent' }),
  responseCacheBytes: 0,
};
const { graphql } = createGraphQL(options);

async function ask(query: string, isAwaited = () => true, answer = graphql) {
  const body = Buffer.from(JSON.stringify({ query }));
  const headers = { 'content-type': 'application/json' };
  const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body, isAwaited });
  const { status, codes } = await answer(request, snapshot);
  return { status, codes };
}

const figures = (count: number) =>
  Array.from({ length: count }, (_, n) => `a${n}: capex { value explanation }`).join(' ');
const SMALL = '{ company(by: { slug: "meta" }) { name } }';

test.each([
  ['many lists', `{ companies { nodes { quarters { nodes { ${figures(5)} } } } } }`],
  ['one list', `{ quarters(first: 100) { nodes { ${figures(40)} } } }`],
  [
    'objects of groups',
    `{ groups { ${Array.from({ length: 20 }, (_, n) => `a${n}: quarter(calendarQuarter: "2025Q2") { ${figures(10)} }`).join(' ')} } }`,
  ],
])('a large request of %s does a part at a time, and one that comes later is answered in between', async (_, large) => {
  // Interpreted the first time, compiled the second.
  for (let time = 1; time <= 3; time++) {
    const order: string[] = [];
    const asked = ask(large).then(({ status }) => order.push(`large ${status}`));
    await new Promise((resolve) => setImmediate(resolve));
    await ask(SMALL).then(({ status }) => order.push(`small ${status}`));
    await asked;
    expect(order).toEqual(['small 200', 'large 200']);
  }
});

test('a large request that takes longer than one may is ended, and a small one is not', async () => {
  const hurried = createGraphQL({ ...options, operationLimits: { page: 100, ms: 0 } }).graphql;
  const large = `{ companies { nodes { quarters { nodes { ${figures(5)} } } } } }`;
  for (let time = 1; time <= 3; time++) {
    expect(await ask(large, undefined, hurried)).toEqual({ status: 504, codes: ['TIMEOUT'] });
    expect((await ask(SMALL, undefined, hurried)).status).toBe(200);
  }
});

test('a large request that nobody waits for any more comes to an end, and a small one is not worth it', async () => {
  const large = `{ companies { nodes { quarters { nodes { ${figures(5)} } } } } }`;
  for (let time = 1; time <= 3; time++) {
    expect(await ask(large, () => false)).toEqual({ status: 504, codes: ['TIMEOUT'] });
    expect((await ask(SMALL, () => false)).status).toBe(200);
  }
});
