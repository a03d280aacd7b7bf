import { formatMoney } from '@capexgraph/client/format';
import type { BreakRule } from '../charts/line-panel.tsx';
import { BreaksDocument } from '../generated/documents.ts';
import type { Subject } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import type { View } from '../state/view.ts';

const CONCEPTS: Record<string, string> = { DEPRECIATION: 'DEPRECIATION_AND_AMORTIZATION' };

/** Where the definitions of what is shown change, and the days on which anything of it became known. */
export function useBreaks(view: View, subjects: readonly Subject[]) {
  const slugs = [...new Set(subjects.flatMap(({ members }) => members))];
  const { data } = useAnswer(
    BreaksDocument,
    slugs.length ? { slugs, asOf: null, currency: view.currency } : null,
  );
  const companies = data?.companies.nodes ?? [];
  const concepts = [view.item, view.over].map((item) => CONCEPTS[item] ?? item);
  const isByQuarter = view.by === 'QUARTER' || view.by === 'TRAILING_TWELVE_MONTHS';
  const breaksOf = (key: string): BreakRule[] => {
    const members = subjects.find((subject) => subject.key === key)?.members ?? [];
    if (!isByQuarter) return [];
    return companies
      .filter(({ slug }) => members.includes(slug))
      .flatMap(({ name, quarters }) =>
        quarters.nodes.flatMap(({ calendarQuarter, breaks }, index) =>
          breaks
            .filter(({ concept }) => concepts.includes(concept))
            .filter(
              () =>
                (!view.from || calendarQuarter >= view.from) &&
                (!view.to || calendarQuarter <= view.to),
            )
            .map(({ from, to, amountBefore }) => {
              const before = quarters.nodes[index - 1]?.calendarQuarter ?? 'before';
              const value = amountBefore.amount === null ? 'no figure' : formatMoney(amountBefore);
              return {
                period: calendarQuarter,
                text: `${name}, from ${calendarQuarter} on: ${to.slug}, before: ${from.slug}. ${before} in the new definition: ${value}.`,
              };
            }),
        ),
      );
  };
  const days = [
    ...new Set(
      companies.flatMap(({ quarters }) =>
        quarters.nodes.flatMap(({ publishedOn }) => publishedOn ?? []),
      ),
    ),
  ].sort();
  return { breaksOf, days };
}
