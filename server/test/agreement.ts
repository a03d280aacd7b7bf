import { annualRateOf, pointsOf, type Recalculated } from './measured.ts';
import type { Figure } from './recalculated-figures.ts';

/** A measure as the API answers it. */
export interface Answer {
  readonly value: number | null;
  readonly quality: string | null;
  readonly bounds: { readonly low: number; readonly high: number } | null;
  readonly missing: readonly {
    readonly company: { readonly slug: string };
    readonly concept: string;
    readonly calendarQuarter: string;
    readonly reason: string;
  }[];
  readonly amount?: string | null;
  readonly points?: number | null;
  readonly annualRate?: number | null;
  readonly definitions?: readonly { readonly slug: string }[];
  readonly parts?: readonly {
    readonly company: { readonly slug: string };
    readonly amount: { readonly value: number | null };
  }[];
}

/** What an amount or a ratio was asked for. */
export type Nested = Answer & Partial<Record<'growth' | 'change' | 'shareOf', Answer>>;

const isNear = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || (a != null && b != null && Math.abs(a - b) <= 1e-9 * Math.abs(b) + 1e-10);

/** To the cent that each converted amount is rounded to. */
const isEqualMoney = (a: string | number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(Number(a) - b) < 0.04;

/** Which of several quarters cannot be compared, and which capex a headline lacks, is left open: What is missing and why, as text; of answers and of what was recalculated alike. */
export function reasonsOf(missing: Iterable<string> | Answer['missing']): string {
  const gaps = [...missing].map((gap) =>
    typeof gap === 'string'
      ? gap
      : `${gap.company.slug} ${gap.concept} ${gap.calendarQuarter} ${gap.reason}`,
  );
  const plain = gaps.map((gap) =>
    gap
      .replace(/^.+ NOT_MEANINGFUL$/, 'NOT_MEANINGFUL')
      .replace(/^(\S+) .* NOT_COMPARABLE$/, '$1 NOT_COMPARABLE')
      .replace('_INCLUDING_LEASES', ''),
  );
  return [...new Set(plain)].sort().join(', ');
}

const sorted = (texts: readonly string[] = []) => [...texts].sort().join(' ');

/** In what a measure is answered otherwise than the files give it. */
export function differences(
  nested: Nested,
  expected: Recalculated,
  { span }: Pick<Figure, 'span'> = {},
): string[] {
  const answer = nested.growth ?? nested.change ?? nested.shareOf ?? nested;
  const value = expected.value?.toNumber() ?? null;
  const { bounds } = expected;
  const isSame: Record<string, boolean> = {
    value:
      answer.amount === undefined ? isNear(answer.value, value) : isEqualMoney(answer.value, value),
    quality: answer.quality === expected.quality,
    low: isNear(answer.bounds?.low, bounds?.[0]),
    high: isNear(answer.bounds?.high, bounds?.[1]),
    missing: reasonsOf(answer.missing) === reasonsOf(expected.missing),
    amount: answer.amount === undefined || isEqualMoney(answer.amount, value),
    points: answer.points === undefined || isNear(answer.points, pointsOf(expected)),
    annualRate:
      answer.annualRate === undefined ||
      isNear(answer.annualRate, annualRateOf(expected, span!.quarters)),
    definitions:
      !answer.definitions ||
      sorted(answer.definitions.map(({ slug }) => slug)) === sorted(expected.definitions),
    parts: !answer.parts || areParts(answer.parts, expected.parts),
  };
  return Object.keys(isSame).filter((name) => !isSame[name]);
}

function areParts(
  answer: NonNullable<Answer['parts']>,
  expected: Recalculated['parts'] = [],
): boolean {
  return (
    answer.length === expected.length &&
    expected.every(({ company, value }) => {
      const part = answer.find((part) => part.company.slug === company);
      return part && isEqualMoney(part.amount.value, value?.toNumber() ?? null);
    })
  );
}
