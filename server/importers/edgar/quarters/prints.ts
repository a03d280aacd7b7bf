import { type Day, END_OF_TIME } from '../../../domain/day.ts';
import { isOneQuarter } from '../../../domain/period.ts';
import type { Print, Span } from '../read/print.ts';
import { groupBy } from './group-by.ts';

/** A print among the other prints of its period. */
export interface DatedPrint extends Print {
  /**
   * What separates prints of one accounting basis from those of another. The annual and quarterly
   * reports of one year print their own figures, those of the next year the same periods again, on
   * the basis of that year: the generation is how many years later the report came. Any other
   * document (an 8-K that recasts a year) is a generation of its own.
   */
  readonly generation: string;
}

/** One period and all that was printed for it, in the order of filing. */
export interface PrintedPeriod extends Span {
  readonly prints: readonly DatedPrint[];
}

/** Takes down a print that is not taken. */
export type SetAside = (print: Print, reason: string) => void;

/** A quarter of 12 weeks has 84 days; a transition period of two months at most 62. */
const SHORTEST_QUARTER_DAYS = 75;
const SHORTEST_YEAR_DAYS = 350;
/** A year of 53 weeks has 371 days. */
const LONGEST_YEAR_DAYS = 380;

/** Whether a period, both days included, is about three months: 12 to 17 weeks. */
export function isQuarterLong({ start, end }: Span): boolean {
  return end - start + 1 >= SHORTEST_QUARTER_DAYS && isOneQuarter({ start, end });
}

/** Whether a period is a year, of 52 or 53 weeks too. */
export function isYearLong(period: Span): boolean {
  return period.end - period.start + 1 >= SHORTEST_YEAR_DAYS && isYearAtMost(period);
}

/** Whether a period is no longer than a year: a year-to-date one, or the year itself. */
export function isYearAtMost({ start, end }: Span): boolean {
  return end - start + 1 <= LONGEST_YEAR_DAYS;
}

/** The periods of some prints, earliest end first. */
export function periodsOf(prints: readonly Print[]): PrintedPeriod[] {
  return [...groupBy(prints, ({ start, end }) => start * 100_000 + end).values()]
    .map((printed) => printed.map(dated).sort(byFiling))
    .map((printed) => ({ start: printed[0]!.start, end: printed[0]!.end, prints: printed }))
    .sort((a, b) => a.end - b.end || b.start - a.start);
}

function dated(print: Print): DatedPrint {
  const { form, filed, end, accession } = print;
  const isPeriodicReport = /^(10-[KQ]|20-F|40-F|6-K)/.test(form);
  const generation = isPeriodicReport ? String(Math.floor((filed - end) / 365)) : accession;
  return { ...print, generation };
}

/** The latest print of a period, in one generation if one is given, filed by a day. */
export function latestPrint(
  { prints }: PrintedPeriod,
  { by = END_OF_TIME, generation }: { by?: Day; generation?: string } = {},
): DatedPrint | undefined {
  return prints.findLast(
    (print) => print.filed <= by && (generation === undefined || print.generation === generation),
  );
}

/** A period without some of its prints, each of which is handed on. */
export function keepPrints(
  period: PrintedPeriod,
  isKept: (print: DatedPrint) => boolean,
  onOther: (print: DatedPrint) => void,
): PrintedPeriod {
  const prints = period.prints.filter(isKept);
  for (const print of period.prints) if (!prints.includes(print)) onOther(print);
  return { ...period, prints };
}

/** Whether one of two figures is more than ten times the other. */
export function differTenfold(a: number, b: number): boolean {
  const [small, large] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other);
  return large! > 10 * small!;
}

function byFiling(a: Print, b: Print): number {
  return a.filed - b.filed || (a.accession < b.accession ? -1 : 1);
}
