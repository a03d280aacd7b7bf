import { readFile } from 'node:fs/promises';
import type { Refusal } from '../../refusal.ts';
import type { EdgarClient } from './edgar-client.ts';
import type { EdgarDocument } from './edgar-document.ts';
import { countEntries, readArchive } from './read-archive.ts';

/** A CIK with ten digits, if that is what a text is: 1652044 or CIK0001652044. */
function parseCik(text: string): string | undefined {
  return /^(?:CIK)?(\d{1,10})$/i.exec(text)?.[1]?.padStart(10, '0');
}

/**
 * The documents that names stand for, each read when it is asked for: files, archives and CIKs. One
 * that cannot be had is a refusal.
 */
export async function* readDocuments(
  names: readonly string[],
  client: () => EdgarClient,
): AsyncGenerator<EdgarDocument | Refusal> {
  for (const name of names) {
    const cik = parseCik(name);
    if (cik) yield documentOf({ name: `CIK${cik}`, cik }, client().companyfacts(cik));
    else if (isArchive(name)) yield* readArchive(name);
    else yield documentOf({ name }, readFile(name, 'utf8').catch(noFile));
  }
}

/** How many documents names stand for, at most. */
export async function countDocuments(names: readonly string[]): Promise<number> {
  const counts = await Promise.all(names.map((name) => (isArchive(name) ? countEntries(name) : 1)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function noFile(error: NodeJS.ErrnoException): never {
  const isMissing = error.code === 'ENOENT';
  throw isMissing ? new Error('neither a file that is there nor a CIK of up to ten digits') : error;
}

const isArchive = (name: string) => /\.zip$/i.test(name);

async function documentOf(
  document: Omit<EdgarDocument, 'text'>,
  text: Promise<string>,
): Promise<EdgarDocument | Refusal> {
  try {
    return { ...document, text: await text };
  } catch (error) {
    const { message: reason } = error as Error;
    return { file: document.name, line: null, column: null, reason };
  }
}
