import { CONCEPT_WORDS } from '../state/concepts.ts';
import { groupedBy } from '../state/grouped-by.ts';
import { listWords } from '../state/words.ts';

/** What a company's newest figure of a concept counts. */
export interface Counted {
  readonly company: string;
  readonly concept: string;
  readonly slug: string;
  readonly description: string;
}

/**
 * Who counts what, one sentence for each concept: whoever departs from the definition that most are in, or
 * everyone, where there is no such. Empty where all of several companies count alike.
 */
export function definitionNotes(counted: readonly Counted[]): string[] {
  return [...groupedBy(counted, ({ concept }) => concept)].flatMap(([concept, all]) => {
    const definitions = [...groupedBy(all, ({ slug }) => slug).values()].sort(
      (one, other) => other.length - one.length,
    );
    const [most, next] = definitions as [Counted[], Counted[] | undefined];
    const isUsual = most.length > 1 && most.length > (next?.length ?? 0);
    const told = isUsual ? definitions.slice(1) : definitions;
    if (!told.length) return [];
    const words = told.map((same) => {
      const names = listWords(same.map(({ company }) => company));
      return `${names}: ${same[0]!.description}`;
    });
    const what = CONCEPT_WORDS[concept] ?? concept;
    const lead =
      all.length === 1
        ? `What counts as ${what}.`
        : isUsual
          ? `Not all count ${what} alike.`
          : `Each counts ${what} in a way of its own.`;
    return [`${lead} ${words.join(' ')}`];
  });
}
