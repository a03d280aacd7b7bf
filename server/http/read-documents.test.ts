import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExplainedError } from '../explained-error.ts';
import { readDocuments } from './read-documents.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

const TEXT = '{ dataset { version } }';
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Reads a folder of these files, which are texts, or manifests as objects. */
async function read(files: Record<string, unknown>) {
  const place = await mkdtemp(join(folder, 'manifests-'));
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(place, name), text);
  }
  return readDocuments(place);
}

test('a folder is read with all the manifests in it, and nothing else', async () => {
  const documents = await read({
    'a.json': { [idOf(TEXT)]: TEXT },
    'b.json': { [idOf(TEXT)]: TEXT, '5d41402abc4b2a76b9719d911017c592': '{ __typename }' },
    'README.md': 'Our documents.',
  });
  expect(Object.fromEntries(documents)).toEqual({
    [idOf(TEXT)]: TEXT,
    '5d41402abc4b2a76b9719d911017c592': '{ __typename }',
  });
});

test('a file is read as one manifest', async () => {
  const file = join(folder, 'documents.json');
  await writeFile(file, JSON.stringify({ [idOf(TEXT)]: TEXT }));
  expect([...(await readDocuments(file))]).toEqual([[idOf(TEXT), TEXT]]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['no manifest', { 'README.md': '' }, 'there is no manifest in this folder'],
  ['what is no JSON', { 'a.json': '{' }, 'a.json ('],
  ['a list', { 'a.json': [TEXT] }, 'a.json: expected an object'],
  ['a number for a text', { 'a.json': { a: 1 } }, '"a" is not followed by the text'],
  ['an id that is not of its text', { 'a.json': { [idOf('{ a }')]: TEXT } }, idOf(TEXT)],
  ['an id of another kind', { 'a.json': { 'md5:5d41': TEXT } }, '"md5:5d41" is no id'],
  ['an id of nothing', { 'a.json': { '': TEXT } }, '"" is no id'],
  ['what is no document', { 'a.json': { a: '{ a' } }, '"a" is no document of GraphQL: Syntax'],
  [
    'two documents of one id',
    { 'a.json': { a: TEXT }, 'b.json': { a: '{ a }' } },
    'b.json: "a" is the id of another document, too',
  ],
])('%s is refused by name', async (_, files, message) => {
  const error = await read(files).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ExplainedError);
  expect(error.message).toContain(message);
});

test('a path that leads nowhere is named', async () => {
  const path = join(folder, 'nowhere');
  await expect(readDocuments(path)).rejects.toThrow(`CAPEXGRAPH_DOCUMENTS: cannot read ${path} (`);
});
