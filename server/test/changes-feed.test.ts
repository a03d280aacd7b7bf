import { afterAll, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { createDatabase, startServer } from './testkit.ts';

const databaseUrl = await createDatabase();
const server = await startServer(databaseUrl);
afterAll(() => server.stop());

const get = (etag?: string) =>
  fetch(`${server.url}/changes.atom`, { headers: etag ? { 'if-none-match': etag } : {} });

/** The texts of an element, wherever it stands. */
const all = (xml: string, element: string) =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map(
    ([, text]) => text!,
  );

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What RFC 4287 asks of a feed and of each entry, and that every element is closed. */
function validate(xml: string): string[] {
  const [head, ...entries] = xml.split('<entry>');
  expect(head).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(head).toMatch(/<link rel="self"[^>]*href="\/changes.atom"\/>/);
  expect(all(head!, 'name')).toHaveLength(1);
  for (const part of [head!, ...entries]) {
    expect(all(part, 'id')).toEqual([expect.stringMatching(UUID)]);
    expect(all(part, 'updated')).toEqual([expect.stringMatching(INSTANT)]);
    expect(all(part, 'title')).toHaveLength(1);
  }
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(new Set(all(xml, 'id')).size).toBe(entries.length + 1);
  return entries;
}

test('the feed has an entry for each import, with what it brought and restated, and is sent once', async () => {
  const before = await get();
  expect(before.headers.get('content-type')).toContain('application/atom+xml');
  const entries = validate(await before.text());
  expect(entries).toHaveLength(1);
  expect(entries[0]).toContain(`${readTable('facts').length} facts of`);
  const etag = before.headers.get('etag')!;
  expect((await get(etag)).status).toBe(304);

  const restated = { ...NEXT_REVENUE, value: '2', published_on: '2026-11-02' };
  await addFacts(databaseUrl, [NEXT_REVENUE]);
  await addFacts(databaseUrl, [restated]);
  await expect.poll(async () => all(await (await get()).text(), 'title').length).toBe(4);
  const after = await get(etag);
  expect(after.status).toBe(200);
  const [newest, middle] = validate(await after.text());
  expect(all(newest!, 'title')).toEqual(['1 fact of Alibaba Group']);
  expect(newest).toContain('1 of them restates what was there');
  expect(middle).not.toContain('restates');
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  expect(newest).toContain(dataset.version);
  expect(after.headers.get('x-dataset-version')).toBe(dataset.version);
});
