import { formatMoney } from '@capexgraph/client/format';
import type { BreakRule } from '../charts/breaks.tsx';
import { BreaksDocument } from '../generated/documents.ts';
import type { Subject } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { CONCEPT_WORDS, conceptsOf } from '../state/concepts.ts';
import type { View } from '../state/view.ts';

/** Where the definitions of what is shown change, and the days on which anything of it became known. */
export function useBreaks(view: View, subjects: readonly Subject[]) {
  const slugs = [...new Set(subjects.flatMap(({ members }) => members))];
  const { latest } = useAnswer(
    BreaksDocument,
    slugs.length ? { slugs, asOf: view.asOf || null, currency: view.currency } : null,
  );
  const companies = latest?.companies.nodes ?? [];
  const concepts = conceptsOf(view);
  const isShown = (quarter: string) =>
    (!view.from || quarter >= view.from) && (!view.to || quarter <= view.to);
  const isByQuarter = view.by === 'QUARTER' || view.by === 'TRAILING_TWELVE_MONTHS';
  // An amount in two definitions is no line; growth and sums are like for like across a break.
  const isPrinted =
    view.show === 'AMOUNT' && !view.over && view.by === 'QUARTER' && concepts.length === 1;
  const breaksOf = (key: string): BreakRule[] => {
    const members = subjects.find((subject) => subject.key === key)?.members ?? [];
    if (!isByQuarter) return [];
    return companies
      .filter(({ slug }) => members.includes(slug))
      .flatMap(({ slug, name, quarters }) =>
        quarters.nodes.flatMap((quarter) =>
          quarter.breaks
            .filter(({ concept }) => concepts.includes(concept) && isShown(quarter.calendarQuarter))
            .map(({ concept, from, to, amountBefore }) => {
              const period = quarter.calendarQuarter;
              const amountNow = quarter[concept as 'CAPEX'];
              const now = formatMoney(amountNow, { digits: 2 });
              const before = formatMoney(amountBefore, { digits: 2, missing: 'not known' });
              const text = `${name} changed its definition of ${CONCEPT_WORDS[concept]} in ${period}: ${before} as ${from.slug} before, ${now} as ${to.slug} since.`;
              const valueBefore = isPrinted ? amountBefore.value : null;
              return { period, key: `@${slug}`, name, before, now, isPrinted, valueBefore, text };
            }),
        ),
      );
  };
  const days = [
    ...new Set(
      companies.flatMap(({ published }) =>
        published.nodes.flatMap(({ publishedOn }) => publishedOn ?? []),
      ),
    ),
  ].sort();
  return { breaksOf, days };
}
