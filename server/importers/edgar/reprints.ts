import type { TableRow } from '../csv/tables.ts';
import { groupBy } from './group-by.ts';

type Fact = TableRow<'facts'>;
type Known = Pick<
  Fact,
  'company' | 'concept' | 'definition' | 'period_end' | 'value' | 'published_on'
>;

/**
 * The facts that say something new beside those that are known already: a press release gives most
 * figures a day or two before the filing does, and the filing's print of the same value is no news.
 */
export function withoutReprints(facts: readonly Fact[], known: readonly Known[]): Fact[] {
  const keyOf = ({ company, concept, definition, period_end }: Known) =>
    `${company} ${concept} ${definition} ${period_end}`;
  const printed = groupBy(known, keyOf);
  const isNews = (fact: Fact, versions: readonly Known[]) => {
    const before = versions.filter(({ published_on }) => published_on <= fact.published_on);
    const newest = before.reduce<Known | undefined>(
      (a, b) => (a && a.published_on > b.published_on ? a : b),
      undefined,
    );
    return Number(newest?.value ?? Number.NaN) !== Number(fact.value);
  };
  return [...groupBy(facts, keyOf)].flatMap(([key, versions]) => {
    const all = [...(printed.get(key) ?? [])];
    return versions.filter((fact) => isNews(fact, all) && all.push(fact));
  });
}
