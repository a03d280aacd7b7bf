import type {
  QuarterFilter,
  QuarterOrderField,
  ScreenedQueryVariables,
} from '../generated/documents.ts';
import { quarterAfter, quarterOfDay } from '../state/quarters.ts';
import { conditionOf, SCREENED } from '../state/screened.ts';
import type { View } from '../state/view.ts';

const UNITS = { BILLION: 1e9, PER_CENT: 0.01, POINTS: 0.01 };

/** The newest quarters are looked for among this many. */
const RECENT = 5;

/** What a view's screen asks for. @param newest the newest quarter that any company has figures of */
export function screenVariables(view: View, newest: string): ScreenedQueryVariables {
  const { where, whose, which, order, first, from, to, asOf, after } = view;
  const ranges: Record<string, { gt?: number; lt?: number }> = {};
  for (const condition of where.flatMap((text) => conditionOf(text) ?? [])) {
    const { figure, is, number } = condition;
    // What is printed as 33 % is 0.33, and no product of doubles.
    const value = Number((number * UNITS[SCREENED[figure].unit]).toPrecision(15));
    ranges[figure] = { ...ranges[figure], ...(is === 'over' ? { gt: value } : { lt: value }) };
  }
  const isCountry = /^[A-Z]{2}$/.test(whose);
  const known = asOf ? quarterOfDay(asOf) : newest;
  const range =
    which === 'every' ? { from, to } : { from: quarterAfter(known, 1 - RECENT), to: '' };
  const filter: QuarterFilter = {
    ...ranges,
    ...(whose && (isCountry ? { countries: [whose] } : { group: whose })),
    ...(range.from && { from: range.from }),
    ...(range.to && { to: range.to }),
  };
  return {
    where: filter,
    orderBy: {
      field: order.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as QuarterOrderField,
      direction: first === 'most' ? 'DESC' : 'ASC',
    },
    asOf: asOf || null,
    after: after || null,
  };
}
