import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CONCEPTS, type Concept } from '../../../domain/vocabulary.ts';

/** A tag that stands for a concept. */
export interface Tag {
  /** With its taxonomy, e.g. us-gaap:Revenues; it is the definition of the facts that have it. */
  readonly tag: string;
  readonly description: string;
}

/** The tags of each concept, the one to prefer first. */
export type Chains = ReadonlyMap<Concept, readonly Tag[]>;

/** The chains of every company: those of any company, and those of one in place of them. */
export interface ConceptChains {
  /** Every tag that any chain names, in the order in which they decide between figures. */
  readonly tags: readonly Tag[];
  of(cik: string): Chains;
}

const ANY_COMPANY = '*';

const ROW = z.strictObject({
  cik: z.string().regex(/^(\*|\d{10})$/, 'expected ten digits, or * for any company'),
  concept: z.enum(CONCEPTS),
  tag: z.string().regex(/^[a-z-]+:[A-Za-z0-9]+$/, 'expected a tag like us-gaap:Revenues'),
  description: z.string().min(1, 'expected what the tag means'),
});

/** Reads concept-chains.csv. The file comes with Capexgraph: a mistake in it throws. */
export function parseConceptChains(text: string): ConceptChains {
  const chains = new Map<string, Map<Concept, Tag[]>>();
  const tags = new Map<string, Tag>();
  for (const record of parse(text, { columns: true, bom: true }) as unknown[]) {
    const { cik, concept, ...tag } = ROW.parse(record);
    const ofCompany = chains.get(cik) ?? new Map<Concept, Tag[]>();
    chains.set(cik, ofCompany.set(concept, [...(ofCompany.get(concept) ?? []), tag]));
    if (!tags.has(tag.tag)) tags.set(tag.tag, tag);
  }
  const ofAny = [...(chains.get(ANY_COMPANY) ?? [])];
  return {
    tags: [...tags.values()],
    of: (cik) => new Map([...ofAny, ...(chains.get(cik) ?? [])]),
  };
}
