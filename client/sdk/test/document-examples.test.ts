import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import * as sdk from '../src/index.ts';
import { documentExamples } from './document-examples.ts';
import { questionIn } from './question.ts';

let server: TestServer;
let apiUrl: string;
beforeAll(async () => {
  server = await startServer();
  apiUrl = `${server.url}/graphql`;
});
afterAll(() => server.stop());

const documents = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
const file = new URL('../documents.json', import.meta.url);
const manifest: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));

/** E.g. `companyQuarters` of `CompanyQuartersDocument`. */
const methodOf = (name: string) => name[0]!.toLowerCase() + name.slice(1, name.indexOf('Document'));

test.each(
  documents,
)('the example above %s calls its method, and finds something', async (name, document) => {
  const example = documentExamples.get(methodOf(name)) ?? 'no @example in the comment';
  expect(example).toContain(`client.${methodOf(name)}(`);
  const data = (await answersOf(example)).get(String(document));
  expect(Object.values(data!)).not.toContain(null);
  expect(JSON.stringify(data).length).toBeGreaterThan(100);
});

/** Runs an example; what the API answers to each document that it sends. */
async function answersOf(example: string): Promise<Map<string, object>> {
  const answers = new Map<string, object>();
  const observed: sdk.Fetch = async (url, init) => {
    const response = await fetch(url, init);
    const { documentId, query } = init.body ? JSON.parse(String(init.body)) : questionIn(url);
    const { data, errors } = await response.clone().json();
    // A server that does not know the document's id is sent its text.
    if (documentId && errors) return response;
    expect(errors).toBeUndefined();
    answers.set(query ?? manifest[documentId], data);
    return response;
  };
  const { code } = await transform(example, { loader: 'ts' });
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await AsyncFunction('client', code)(sdk.createClient({ url: apiUrl, fetch: observed }));
  return answers;
}
