import { CURRENCIES, type Currency } from '../../domain/vocabulary.ts';
import type { Refusal } from '../refusal.ts';
import { parsePrint } from './parse-print.ts';
import type { Print, TaggedPrints } from './prints.ts';
import { arrayAt, type Json, kindOf, objectAt, type Refuse, readJson } from './read-json.ts';

/** What a companyfacts file holds of the tags that were asked for. */
export interface Companyfacts {
  /** Ten digits. */
  readonly cik: string;
  readonly entityName: string;
  readonly tags: readonly TaggedPrints[];
  /** What was left out: units that are no currency of the dataset. */
  readonly skipped: readonly Refusal[];
}

/** A parsed file, or everything that is wrong with it. */
export type ParsedCompanyfacts =
  | { readonly companyfacts: Companyfacts; readonly refusals: readonly [] }
  | { readonly companyfacts: null; readonly refusals: readonly Refusal[] };

/** More refusals than anybody reads: a file of the wrong kind is wrong in every entry. */
const MOST_REFUSALS = 50;

/** Reads a companyfacts file. Only the wanted tags (us-gaap:Revenues) are looked at. */
export function parseCompanyfacts(
  text: string,
  file: string,
  wanted: Iterable<string>,
): ParsedCompanyfacts {
  const refusals: Refusal[] = [];
  const skipped: Refusal[] = [];
  const notice = (column: string, reason: string) => ({ file, line: null, column, reason });
  const refuse: Refuse = (path, reason) => refusals.push(notice(path, reason));

  const read = readJson(text);
  if (read.reason !== undefined)
    return { companyfacts: null, refusals: [notice('$', read.reason)] };
  const root = objectAt(read.json, '$', refuse);
  if (!root) return { companyfacts: null, refusals };
  const cik = cikAt(root.cik, refuse);
  const entityName = typeof root.entityName === 'string' ? root.entityName : undefined;
  if (entityName === undefined) {
    refuse('$.entityName', `expected a name, found ${kindOf(root.entityName)}`);
  }
  const tags: TaggedPrints[] = [];
  const facts = objectAt(root.facts, '$.facts', refuse) ?? {};
  for (const { tag, unit, entries, path } of unitsOf(facts, wanted, refuse)) {
    if (isCurrency(unit))
      tags.push({ tag, currency: unit, prints: printsAt(entries, path, refuse) });
    else skipped.push(notice(path, 'not a currency of the dataset'));
  }
  if (cik === undefined || entityName === undefined || refusals.length > 0) {
    const more = refusals.length - MOST_REFUSALS;
    const shown = refusals.slice(0, MOST_REFUSALS);
    if (more > 0) shown.push(notice('$', `and ${more} more`));
    return { companyfacts: null, refusals: shown };
  }
  return { companyfacts: { cik, entityName, tags, skipped }, refusals: [] };
}

function* unitsOf(facts: Json, wanted: Iterable<string>, refuse: Refuse) {
  for (const tag of wanted) {
    const [taxonomy, name] = tag.split(':') as [string, string];
    if (facts[taxonomy] === undefined) continue;
    const path = `$.facts.${taxonomy}.${name}`;
    const concept = objectAt(facts[taxonomy], `$.facts.${taxonomy}`, refuse)?.[name];
    if (concept === undefined) continue;
    const known = objectAt(concept, path, refuse);
    if (!known) continue;
    const units = objectAt(known.units, `${path}.units`, refuse) ?? {};
    for (const [unit, entries] of Object.entries(units)) {
      yield { tag, unit, entries, path: `${path}.units.${unit}` };
    }
  }
}

function printsAt(entries: unknown, path: string, refuse: Refuse): Print[] {
  const prints: Print[] = [];
  for (const [place, entry] of arrayAt(entries, path, refuse).entries()) {
    const print = parsePrint(entry, `${path}[${place}]`, refuse);
    if (print) prints.push(print);
  }
  return prints;
}

function cikAt(cik: unknown, refuse: Refuse): string | undefined {
  // EDGAR writes a number in most files, and digits with leading zeros in some.
  const text = typeof cik === 'number' || typeof cik === 'string' ? String(cik) : '';
  if (/^\d{1,10}$/.test(text) && Number(text) > 0) return text.padStart(10, '0');
  const found = text === '' ? kindOf(cik) : text;
  refuse('$.cik', `expected a central index key of up to ten digits, found ${found}`);
  return undefined;
}

function isCurrency(unit: string): unit is Currency {
  return (CURRENCIES as readonly string[]).includes(unit);
}
