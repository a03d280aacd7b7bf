import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../database/client.ts';
import { changesFeed } from '../files/changes-feed.ts';
import { addFacts, addRows, NEXT_REVENUE } from './add-rows.ts';
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

const ATOM = 'http://www.w3.org/2005/Atom';

const childrenOf = (parent: XmlElement, name: string) =>
  parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );

/** What RFC 4287 asks of a feed and of each entry, in a document that an XML parser takes; the entries. */
function validate(xml: string): string[] {
  const feed = parseXml(xml).root!;
  expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', ATOM]);
  const entries = childrenOf(feed, 'entry');
  for (const part of [feed, ...entries]) {
    const texts = (name: string) => childrenOf(part, name).map(({ text }) => text);
    expect(texts('id')).toEqual([expect.stringMatching(UUID)]);
    expect(texts('updated')).toEqual([expect.stringMatching(INSTANT)]);
    expect(texts('title')).toEqual([expect.stringMatching(/\S/)]);
  }
  const authors = childrenOf(feed, 'author').flatMap((author) => childrenOf(author, 'name'));
  expect(authors).toHaveLength(1);
  const links = childrenOf(feed, 'link').map(({ attributes }) => attributes);
  expect(links).toContainEqual(expect.objectContaining({ rel: 'self', href: '/changes.atom' }));
  // An entry without a link of its own has content.
  for (const entry of entries) expect(childrenOf(entry, 'content')).toHaveLength(1);
  const ids = [feed, ...entries].map((part) => childrenOf(part, 'id')[0]!.text);
  expect(new Set(ids).size).toBe(ids.length);
  const days = entries.map((entry) => childrenOf(entry, 'updated')[0]!.text);
  expect(days).toEqual(days.toSorted().reverse());
  return xml.split('<entry>').slice(1);
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

test('the feed is only read, and a reader that has any of it is told that nothing is new', async () => {
  const post = await fetch(`${server.url}/changes.atom`, { method: 'POST' });
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  const etag = (await get()).headers.get('etag')!;
  for (const tags of ['*', `W/${etag}`, `"other", ${etag}`]) {
    expect((await get(tags)).status, tags).toBe(304);
  }
});

test('an import without facts says what it brought instead, and one with both names both', async () => {
  const before = all(await (await get()).text(), 'title').length;
  const source = {
    ...{ slug: 'feed', kind: 'NEWS' as const, title: 'News', publisher: 'Nobody' },
    ...{ url: null, published_on: null },
  };
  await addRows(databaseUrl, 'sources', [source]);
  await expect.poll(async () => all(await (await get()).text(), 'title').length).toBe(before + 1);
  const [newest, ...older] = validate(await (await get()).text());
  expect(all(newest!, 'title')).toEqual(['1 row of sources']);
  expect(newest).not.toContain('0 facts');
  expect(older.at(-1)).toMatch(/\d+ facts of .*; \d+ rows of companies, \d/);
});

test('an import that only says more of facts that were there says that', async () => {
  const before = all(await (await get()).text(), 'title').length;
  await addFacts(databaseUrl, [{ ...NEXT_REVENUE, note: 'Said later.' }]);
  await expect.poll(async () => all(await (await get()).text(), 'title').length).toBe(before + 1);
  expect(all(await (await get()).text(), 'title')[1]).toBe('more about 1 fact');
});

test('whatever an import is named, the feed stays well-formed', async () => {
  const pool = connect(databaseUrl);
  const named = `<a href="x">]]>&amp; \u0001\uffff\u{1f600} "'`;
  await pool.pool.query(
    `insert into import (kind, origin, facts_added, version) values ('csv', $1, 0, $2)`,
    [named, '2'.repeat(64)],
  );
  const { rows } = await pool.pool.query('select max(id)::int as id from import');
  const feed = await changesFeed(pool.pool, { importId: rows[0].id, importedAt: new Date() });
  await pool.close();
  expect(validate(feed)[0]).toContain('&lt;a href="x"&gt;]]&gt;&amp;amp;');
});
