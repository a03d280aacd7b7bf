import { groupBy } from '../group-by.ts';
import type { Reported } from '../read/reported.ts';
import { coarsestUnitOf, unitOf } from './exact.ts';

/** What is left where a filing has several figures of one tag and period, and what is not taken. */
export interface OnePerFiling {
  readonly reported: readonly Reported[];
  readonly setAside: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * A filing may have a figure in full on a statement and rounded in its text: the one with the most digits
 * is the figure. Two that are no rounding of each other are none, as nobody can tell which is meant.
 */
export function onePerFiling(all: readonly Reported[]): OnePerFiling {
  const setAside: { path: string; reason: string }[] = [];
  const groups = groupBy(all, ({ accession, start, end }) => `${accession} ${start} ${end}`);
  const reported = [...groups.values()].flatMap((group) => {
    const exactest = group.reduce((a, b) => (unitOf([b.value]) < unitOf([a.value]) ? b : a));
    const other = group.find(({ value }) => !isRoundingOf(value, exactest.value));
    if (!other) return exactest;
    for (const { value, path } of group) {
      const another = value === exactest.value ? other.value : exactest.value;
      setAside.push({ path, reason: `${value}: the filing has ${another} for the period, too` });
    }
    return [];
  });
  return { reported, setAside };
}

function isRoundingOf(value: number, exactest: number): boolean {
  return Math.abs(value - exactest) <= (value === exactest ? 0 : coarsestUnitOf(value) / 2);
}
