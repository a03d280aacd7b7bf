import type { TableRow } from '../csv/tables.ts';

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
  const inForce = new Map<string, Known[]>();
  const keyOf = ({ company, concept, definition, period_end }: Known) =>
    [company, concept, definition, period_end].join(' ');
  for (const fact of known) {
    const key = keyOf(fact);
    inForce.set(key, [...(inForce.get(key) ?? []), fact]);
  }
  return facts.filter((fact) => {
    const before = (inForce.get(keyOf(fact)) ?? []).filter(
      ({ published_on }) => published_on <= fact.published_on,
    );
    const newest = before.reduce<Known | undefined>(
      (a, b) => (a && a.published_on > b.published_on ? a : b),
      undefined,
    );
    return newest === undefined || Number(newest.value) !== Number(fact.value);
  });
}
