import type { Amount } from '../amount.ts';
import type { CompanyAmount } from '../company-amount.ts';
import { listed, unit } from '../format.ts';
import { lineOfQuarter } from '../like-for-like.ts';
import type { LineFigure } from '../line-figure.ts';
import { companyAmountsOf } from './company-amounts.ts';
import { hiddenEndOf } from './periods.ts';

/** Sums are shown in millions; what is rounded to more than that is not as exact as it looks. */
const EXACT_TO = 1e6;

/**
 * What else is to be known of amounts: the definitions that are not those of the series, whom a sum leaves
 * out, which inputs are estimated or rounded, and which months a quarter's label hides.
 */
export function remarksOn(...amounts: readonly Amount[]): string {
  const inputs = amounts.flatMap(companyAmountsOf);
  const inOther = inputs.flatMap(definitionOf);
  const excluded = amounts.flatMap(({ excluded }) => excluded.map(({ company }) => company.name));
  const clauses = [
    ...(inOther.length > 0 ? [`like for like: ${listed(once(inOther))}`] : []),
    ...(excluded.length > 0 ? [`without ${listed(once(excluded))}`] : []),
    ...inputs.flatMap((amount) => weaknessesOf(amount).map((each) => `${nameOf(amount)} ${each}`)),
  ];
  return once(clauses)
    .map((clause) => `, ${clause}`)
    .join('');
}

/** estimated; rounded to 0.1 bn; to 31 May 2026 */
function weaknessesOf(amount: CompanyAmount): string[] {
  const { figures } = amount;
  const coarse = coarseUnitOf(figures);
  const end = hiddenEndOf(figures.at(-1));
  return [
    ...(figures.some(({ quality }) => quality === 'ESTIMATED') ? ['estimated'] : []),
    ...(coarse ? [`rounded to ${coarse}`] : []),
    ...(end ? [end] : []),
  ];
}

const once = (words: readonly string[]) => [...new Set(words)];

/** The unit that a figure is rounded to, in words, where it is a coarse one: 0.1 bn. */
export function coarseUnitOf(figures: readonly LineFigure[]): string | undefined {
  const units = figures.flatMap(({ facts }) => facts.map(({ roundedTo }) => roundedTo));
  const coarsest = Math.max(0, ...units);
  return coarsest > EXACT_TO ? unit(coarsest) : undefined;
}

function nameOf({ view }: CompanyAmount): string {
  return view.company.name;
}

/** Alibaba Group as net-of-disposals */
function definitionOf(amount: CompanyAmount): string[] {
  const { view, item, calendarQuarter, conceptLine } = amount;
  if (!conceptLine) return [];
  const ofSeries = lineOfQuarter(view, item, calendarQuarter);
  if (ofSeries?.line === conceptLine.line) return [];
  return amount.definitions.map((definition) => `${nameOf(amount)} as ${definition}`);
}
