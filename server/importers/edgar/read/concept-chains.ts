import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Day, END_OF_TIME, parseDay, START_OF_TIME } from '../../../domain/day.ts';
import { CONCEPTS, type Concept } from '../../../domain/vocabulary.ts';

/** One tag that stands for a concept, in the filings of some days. */
export interface Link {
  readonly tag: string;
  readonly definition: string;
  readonly filedFrom: Day;
  readonly filedUntil: Day;
}

/** The tags of each concept, the one to prefer first. */
export type Chains = ReadonlyMap<Concept, readonly Link[]>;

/** The chains of every company: those of any company, and those of one in place of them. */
export interface ConceptChains {
  /** Every tag that any chain names. */
  readonly tags: ReadonlySet<string>;
  of(cik: string): Chains;
}

const ANY_COMPANY = '*';
const orDay = (otherwise: Day) =>
  z.string().transform((text, context) => {
    const day = text === '' ? otherwise : parseDay(text);
    if (day === undefined) context.addIssue('expected a date like 2025-06-30');
    return day ?? z.NEVER;
  });

const ROW = z.object({
  cik: z.string().regex(/^(\*|\d{10})$/, 'expected ten digits, or * for any company'),
  concept: z.enum(CONCEPTS),
  tag: z.string().regex(/^[a-z-]+:[A-Za-z0-9]+$/, 'expected a tag like us-gaap:Revenues'),
  definition: z.string().min(1, 'expected the slug of a definition'),
  filed_from: orDay(START_OF_TIME),
  filed_until: orDay(END_OF_TIME),
});

/** Reads concept-chains.csv. The file comes with Capexgraph: a mistake in it throws. */
export function parseConceptChains(text: string): ConceptChains {
  const chains = new Map<string, Map<Concept, Link[]>>();
  const tags = new Set<string>();
  for (const record of parse(text, { columns: true, bom: true }) as unknown[]) {
    const { cik, concept, tag, definition, ...filed } = ROW.parse(record);
    const ofCompany = chains.get(cik) ?? new Map<Concept, Link[]>();
    const links = ofCompany.get(concept) ?? [];
    links.push({ tag, definition, filedFrom: filed.filed_from, filedUntil: filed.filed_until });
    chains.set(cik, ofCompany.set(concept, links));
    tags.add(tag);
  }
  const ofAny = [...(chains.get(ANY_COMPANY) ?? [])];
  return { tags, of: (cik) => new Map([...ofAny, ...(chains.get(cik) ?? [])]) };
}
