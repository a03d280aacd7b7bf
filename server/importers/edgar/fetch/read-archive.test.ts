import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf } from '../../../test/archive.ts';
import { readArchive } from './read-archive.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer): Promise<{ name: string; text: string | Error }[]> {
  const path = join(folder, 'companyfacts.zip');
  await writeFile(path, bytes);
  const documents = [];
  for await (const { name, text } of readArchive(path)) {
    documents.push({ name: name.replace(`${path}, `, ''), text });
  }
  return documents;
}

/** The archive with some bytes changed, each time that they occur. */
function changed(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

test('the companyfacts files of an archive are read in their order, and no other files', async () => {
  const archive = await archiveOf({
    'CIK0000000002.json': '{"cik":2}',
    'README.txt': 'Hello',
    'folder/CIK0000000001.json': '{"cik":1}',
  });
  expect(await read(archive)).toEqual([
    { name: 'CIK0000000002.json', text: '{"cik":2}' },
    { name: 'folder/CIK0000000001.json', text: '{"cik":1}' },
  ]);
});

test.each([
  ['leads out of its folder', 'xx/', '../', 'invalid relative path: ../CIK0000000001.json'],
  ['is absolute', 'xx/', '//x', 'absolute path: //xCIK0000000001.json'],
])('an archive with a name that %s is refused', async (_, from, to, reason) => {
  const archive = await archiveOf({ 'xx/CIK0000000001.json': '{}' });
  await expect(read(changed(archive, from, to))).rejects.toThrow(`companyfacts.zip: ${reason}`);
});

test('an archive that unpacks to far more than it is is refused before it is unpacked', async () => {
  const archive = await archiveOf({ 'CIK0000000001.json': Buffer.alloc(30_000_000, '0') });
  await expect(read(archive)).rejects.toThrow(
    'its files are over 200 times as large as the archive',
  );
});

test('a file that says to be smaller than it is is refused when it grows larger', async () => {
  const content = Buffer.alloc(30_000_000, '0');
  const said = Buffer.alloc(4);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  said.writeUInt32LE(1000);
  const archive = await archiveOf({ 'CIK0000000001.json': content });
  const lying = changed(archive, size.toString('latin1'), said.toString('latin1'));
  await expect(read(lying)).rejects.toThrow(/too many bytes in the stream/);
});

test.each([
  ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['is empty', () => Buffer.alloc(0)],
  ['is HTML', () => Buffer.from('<!DOCTYPE html><title>Not found</title>')],
])('an archive that %s is refused', async (_, damage) => {
  const archive = await archiveOf({ 'CIK0000000001.json': '{}', 'CIK0000000002.json': '{}' });
  await expect(read(damage(archive))).rejects.toThrow(
    /companyfacts\.zip: .*(truncated|EOF|not found)/i,
  );
});
