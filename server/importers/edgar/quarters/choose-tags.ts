import type { Concept, Currency } from '../../../domain/vocabulary.ts';
import type { Chains, Link } from '../read/concept-chains.ts';
import type { Print, TaggedPrints } from '../read/print.ts';
import type { Contradiction } from './contradictions.ts';
import { groupBy } from './group-by.ts';
import type { QuarterFigure } from './quarter-versions.ts';
import { quartersOf } from './quarters.ts';

/** A quarter's figure of a concept. */
export interface ConceptFigure extends QuarterFigure {
  readonly concept: Concept;
  readonly definition: string;
  readonly tag: string;
}

/** A contradiction, and the tag that it was found in. */
export interface TagContradiction extends Contradiction {
  readonly tag: string;
}

/** The quarters of every concept in one currency, each from the first tag of its chain that has it. */
export function chooseTags(tags: readonly TaggedPrints[], chains: Chains, currency: Currency) {
  const figures: ConceptFigure[] = [];
  const contradictions: TagContradiction[] = [];
  const printsOf = new Map(
    tags.filter((tag) => tag.currency === currency).map(({ tag, prints }) => [tag, prints]),
  );
  for (const [concept, links] of chains) {
    const candidates: Candidate[] = [];
    for (const [rank, link] of links.entries()) {
      // A difference is taken within one tag, and within the days on which it meant one thing.
      const quarters = quartersOf(filedWithin(link, printsOf.get(link.tag) ?? []));
      const { definition, tag } = link;
      for (const figure of quarters.figures) {
        candidates.push({ ...figure, concept, definition, tag, rank });
      }
      contradictions.push(...quarters.contradictions.map((found) => ({ ...found, tag })));
    }
    const ofQuarters = groupBy(candidates, ({ end }) => end);
    figures.push(...[...ofQuarters].sort(([a], [b]) => a - b).flatMap(([, all]) => firstTag(all)));
  }
  return { figures, contradictions };
}

interface Candidate extends ConceptFigure {
  readonly rank: number;
}

function filedWithin({ filedFrom, filedUntil }: Link, prints: readonly Print[]): Print[] {
  return prints.filter(({ filed }) => filed >= filedFrom && filed <= filedUntil);
}

/**
 * The versions of one quarter from the first tag that has it, as known on each day: a company that
 * moves to another tag prints past quarters under it, too, and what was known before then still was.
 */
function firstTag(candidates: readonly Candidate[]): ConceptFigure[] {
  const figures: ConceptFigure[] = [];
  let first = Number.POSITIVE_INFINITY;
  const inOrder = candidates.toSorted((a, b) => a.filed - b.filed || a.rank - b.rank);
  for (const figure of inOrder) {
    if (figure.rank > first) continue;
    first = figure.rank;
    const { value, definition } = figures.at(-1) ?? {};
    if (figure.value !== value || figure.definition !== definition) figures.push(figure);
  }
  return figures;
}
