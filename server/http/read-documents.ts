import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type GraphQLError, parse } from 'graphql';
import { ExplainedError } from '../explained-error.ts';
import type { Documents } from './known-documents.ts';
import { isObject } from './parameters.ts';

/** Thrown for documents that cannot be used; the message names the file, the document and what is wrong. */
class DocumentsError extends ExplainedError {
  override readonly name = 'DocumentsError';
}

const SHA256 = 'sha256:';

/**
 * Reads a manifest, a JSON object of documents' texts by their ids, or every `.json` of a folder of them. An id is
 * `sha256:` and the hash of the text, or whatever a tool made up that has no colon.
 */
export async function readDocuments(path: string): Promise<Documents> {
  const documents = new Map<string, string>();
  for (const file of await filesAt(path)) {
    for (const [id, text] of await entriesOf(file)) {
      const fault = faultOf(id, text, documents);
      if (fault) throw new DocumentsError(`${file}: ${JSON.stringify(id)} ${fault}.`);
      documents.set(id, text as string);
    }
  }
  return documents;
}

async function filesAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).toSorted();
    if (names.length > 0) return names.map((name) => join(path, name));
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new DocumentsError(`${path}: there is no manifest in this folder, no file named .json.`);
}

async function entriesOf(file: string): Promise<[string, unknown][]> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unreadable(file, error);
  }
  if (isObject(manifest)) return Object.entries(manifest);
  throw new DocumentsError(`${file}: expected an object of documents by their ids.`);
}

function unreadable(path: string, error: unknown): DocumentsError {
  const { message } = error as Error;
  return new DocumentsError(`CAPEXGRAPH_DOCUMENTS: cannot read ${path} (${message}).`);
}

/** What is wrong with an entry, as the end of a sentence. */
function faultOf(id: string, text: unknown, documents: Documents): string | undefined {
  if (typeof text !== 'string') return 'is not followed by the text of a document';
  const hash = `${SHA256}${createHash('sha256').update(text).digest('hex')}`;
  if (id.startsWith(SHA256) && id !== hash) return `is not the SHA-256 of its text, ${hash}`;
  if (id === '' || (id.includes(':') && id !== hash)) {
    return 'is no id: it has to be sha256: and the hash of the text, or to have no colon';
  }
  if ((documents.get(id) ?? text) !== text) return 'is the id of another document, too';
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return `is no document of GraphQL: ${(error as GraphQLError).message.replace(/\.$/, '')}`;
  }
}
