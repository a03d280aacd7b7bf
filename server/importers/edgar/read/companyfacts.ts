import { z } from 'zod';
import { problemsOf, type Refusal } from '../../refusal.ts';
import { ENTRY, reportedOf } from './entry.ts';
import { pathOf, type TaggedReports } from './reported.ts';

/** What a companyfacts file holds of the tags that were asked for. */
export interface Companyfacts {
  /** Ten digits. */
  readonly cik: string;
  readonly entityName: string;
  readonly tags: readonly TaggedReports[];
}

/** What could be read of a file, and what could not. */
export interface ReadCompanyfacts {
  /** Null when nothing of the file can be taken. */
  readonly companyfacts: Companyfacts | null;
  readonly refusals: readonly Refusal[];
}

type Json = Readonly<Record<string, unknown>>;
const object = z.custom<Json>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected an object',
);
const list = z.array(z.unknown(), 'expected an array');
const CURRENCY = /^[A-Z]{3}$/;

const CIK = 'expected a central index key of up to ten digits';
const FILE = z.object(
  {
    // EDGAR writes a number in most files, and digits with leading zeros in some.
    cik: z
      .union([z.number(), z.string()], CIK)
      .transform(String)
      .refine((text) => /^\d{1,10}$/.test(text) && Number(text) > 0, CIK)
      .transform((text) => text.padStart(10, '0')),
    entityName: z.string('expected a name'),
    facts: object,
  },
  'expected an object',
);

/** More refusals than anybody reads: a file of the wrong kind is wrong in every entry. */
const MOST_REFUSALS = 50;

/**
 * Reads a companyfacts file. Only the wanted tags (us-gaap:Revenues) are looked at; an entry that is
 * not as it should be is set aside, and keeps no other out.
 */
export function readCompanyfacts(
  json: unknown,
  file: string,
  wanted: Iterable<string>,
): ReadCompanyfacts {
  const refusals: Refusal[] = [];
  /** The value, if it is what the schema says; what is wrong with it is refused. */
  const read = <T>(schema: z.ZodType<T>, value: unknown, at: string): T | undefined => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, reason } of problemsOf(result.error, value)) {
      const isSetAside = at !== '$';
      refusals.push({ file, line: null, column: [at, ...path].join('.'), reason, isSetAside });
    }
    return undefined;
  };

  const root = read(FILE, json, '$');
  if (!root) return { companyfacts: null, refusals };
  const tags: TaggedReports[] = [];
  for (const tag of wanted) {
    for (const [unit, entries] of Object.entries(unitsOf(root.facts, tag, read))) {
      const path = pathOf(tag, unit);
      if (CURRENCY.test(unit)) {
        const reported = (read(list, entries, path) ?? []).flatMap((entry, place) => {
          const at = `${path}[${place}]`;
          const good = read(ENTRY, entry, at);
          return good ? reportedOf(good, at) : [];
        });
        tags.push({ tag, currency: unit, reported });
      } else {
        const reason = 'expected a currency like USD for a unit';
        refusals.push({ file, line: null, column: path, reason, isSetAside: true });
      }
    }
  }
  const { cik, entityName } = root;
  return { companyfacts: { cik, entityName, tags }, refusals: shortened(refusals, file) };
}

type Read = <T>(schema: z.ZodType<T>, value: unknown, at: string) => T | undefined;

/** The entries of a tag by their units; none where the file does not have the tag. */
function unitsOf(facts: Json, tag: string, read: Read): Json {
  const [taxonomy, name] = tag.split(':') as [string, string];
  if (facts[taxonomy] === undefined) return {};
  const concept = read(object, facts[taxonomy], `$.facts.${taxonomy}`)?.[name];
  if (concept === undefined) return {};
  const path = `$.facts.${taxonomy}.${name}`;
  const tagged = read(object, concept, path);
  return (tagged && read(object, tagged.units, `${path}.units`)) ?? {};
}

function shortened(refusals: readonly Refusal[], file: string): readonly Refusal[] {
  const more = refusals.length - MOST_REFUSALS;
  if (more <= 0) return refusals;
  const rest = { file, line: null, column: '$', reason: `and ${more} more`, isSetAside: true };
  return [...refusals.slice(0, MOST_REFUSALS), rest];
}
