import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEntry } from '../gate.ts';
import type { Entry } from '../importer.ts';
import { TABLES } from '../tables/tables.ts';
import { ClaimFile } from './claim-file.ts';
import { unknownKeys } from './unknown-keys.ts';

const LARGEST_FILE = 64 * 1024;

/** The claims in a folder of YAML files, one in each. */
export async function* readClaims(folder: string): AsyncGenerator<Entry> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  const refusal = (file: string, reason: string) => ({ file, line: null, column: null, reason });
  if (files.length === 0) yield refusal(folder, 'expected a folder with claims, e.g. a.yaml');
  for (const name of names.filter((name) => name.endsWith('.yml'))) {
    yield refusal(join(folder, name), 'a claim is read from a file that ends in .yaml; rename it');
  }
  const seen = new Map<string, string>();
  for (const file of files.map((name) => join(folder, name))) {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) yield refusal(file, 'expected a file that can be read');
    else if (found.size > LARGEST_FILE)
      yield refusal(file, `expected at most ${LARGEST_FILE} bytes`);
    else {
      const text = textOf(await readFile(file));
      if (text === undefined) yield refusal(file, 'expected UTF-8; save it as that');
      else yield* readClaim(file, text, seen);
    }
  }
}

/** A file's text; undefined where it is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One claim, or everything that is wrong with it. */
function* readClaim(file: string, text: string, seen: Map<string, string>): Generator<Entry> {
  const parsed = new ClaimFile(text);
  if (parsed.fault) {
    yield { file, column: null, ...parsed.fault };
    return;
  }
  const content = contentOf(parsed);
  if (!content) {
    const keys = Object.keys(TABLES.claims.columns).join(', ');
    yield { file, line: 1, column: null, reason: `expected ${keys}` };
    return;
  }
  const unknown = unknownKeys(content);
  if (unknown.length > 0) {
    for (const { path, reason } of unknown)
      yield { file, line: parsed.lineOf(path), column: path.join('.'), reason };
    return;
  }
  // What a database finds wrong with a claim is its source.
  const line = parsed.lineOf(['source']);
  const entry = { table: 'claims', row: rowOf(content), file, line } as unknown as Entry;
  const checked = checkEntry(entry);
  if (checked.refusals) {
    for (const refusal of checked.refusals) {
      const path = refusal.column?.split('.') ?? [];
      yield { ...refusal, line: parsed.lineOf(path) };
    }
    return;
  }
  const slug = String(content.slug);
  const other = seen.get(slug);
  if (other) {
    const reason = `${other} has the same; give one of the two another`;
    yield { file, line: parsed.lineOf(['slug']), column: 'slug', reason };
    return;
  }
  seen.set(slug, file);
  yield checked;
}

function contentOf(parsed: ClaimFile): Readonly<Record<string, unknown>> | null {
  try {
    const content = parsed.content;
    return content !== null && typeof content === 'object' && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** A row of the table, in which the lists of the file are JSON. */
function rowOf({ readings, later, precision, ...content }: Readonly<Record<string, unknown>>) {
  const required = { slug: null, source: null, said_on: null, statement: null };
  return {
    ...required,
    ...content,
    precision: precision ?? precisionOf(content.published),
    readings: readings === undefined ? null : JSON.stringify(readings),
    later: later === undefined ? null : JSON.stringify(later),
  };
}

/** The most decimals that a precision may have. */
const MOST_DECIMALS = 4;

/** The unit of the last printed digit: 1 for 168, 0.1 for 9.4. */
function precisionOf(published: unknown): string | null {
  if (typeof published !== 'string') return null;
  const digits = Math.min(published.split('.')[1]?.length ?? 0, MOST_DECIMALS);
  return digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
}
