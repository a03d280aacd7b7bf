import { Decimal } from 'decimal.js';

/** A number worked out from the CSV files, or why there is none. */
export interface Recalculated {
  readonly value: Decimal | null;
  readonly quality: string | null;
  /** Between what the exact value lies; null where an input is estimated, or it could be anything. */
  readonly bounds: Interval | null;
  /** Company, concept, quarter and reason of each input that is missing, e.g. `baidu CAPEX 2025Q3 NOT_IN_DATASET`. */
  readonly missing: ReadonlySet<string>;
  /** Of an amount. */
  readonly definitions?: readonly string[];
  /** Of a group's amount: who is in it. */
  readonly parts?: readonly { readonly company: string; readonly value: Decimal | null }[];
}

/** As doubles: they are worked out for every figure, and compared to nine digits. */
export type Interval = readonly [low: number, high: number];

/** An amount at an earlier time and at a later one. */
export type Pair = readonly [Recalculated, Recalculated];

export function missing(gaps: Iterable<string>): Recalculated {
  return { value: null, quality: null, bounds: null, missing: new Set(gaps), definitions: [] };
}

export const NOT_MEANINGFUL = missing(['NOT_MEANINGFUL']);

const WEAKEST_FIRST = ['ESTIMATED', 'DERIVED', 'REPORTED'];

/** A value with the weakest quality of its inputs, and every definition of theirs. */
function derived(
  value: Decimal,
  bounds: Interval | null,
  inputs: readonly Recalculated[],
): Recalculated {
  const quality = WEAKEST_FIRST.find((word) => inputs.some((input) => input.quality === word))!;
  const definitions = [...new Set(inputs.flatMap(({ definitions = [] }) => definitions))];
  return { value, quality, bounds, missing: new Set(), definitions };
}

function lacking(inputs: readonly Recalculated[]): Recalculated | null {
  if (inputs.every(({ value }) => value)) return null;
  return missing(inputs.flatMap((input) => [...input.missing]));
}

/** What the bounds of two make, each low and high with each; null where one has none. */
function spread([a, b]: Pair, combine: (a: number, b: number) => number): Interval | null {
  if (!a.bounds || !b.bounds) return null;
  const corners = a.bounds.flatMap((x) => b.bounds!.map((y) => combine(x, y)));
  return [Math.min(...corners), Math.max(...corners)];
}

export function total(parts: readonly Recalculated[]): Recalculated {
  const bounds = parts.map(({ bounds }) => bounds);
  const ends = (end: 0 | 1) => bounds.reduce((sum, bounds) => sum + bounds![end], 0);
  return (
    lacking(parts) ??
    derived(
      Decimal.sum(...parts.map(({ value }) => value!)),
      bounds.includes(null) ? null : [ends(0), ends(1)],
      parts,
    )
  );
}

/** The second less the first: the later of two rates less the earlier, or one rate less the other. */
export function difference(pair: Pair): Recalculated {
  const [less, from] = pair;
  return (
    lacking(pair) ??
    derived(
      from.value!.minus(less.value!),
      spread(pair, (less, from) => from - less),
      [from, less],
    )
  );
}

export function quotient(pair: Pair): Recalculated {
  const [above, below] = pair;
  const absence = lacking(pair);
  if (absence) return absence;
  if (below.value!.lte(0)) return NOT_MEANINGFUL;
  // What may be divided by zero may be anything.
  const isOpen = (below.bounds?.[0] ?? 0) <= 0;
  const bounds = isOpen ? null : spread(pair, (above, below) => above / below);
  return derived(above.value!.div(below.value!), bounds, pair);
}

export function grown([from, to]: Pair): Recalculated {
  const { bounds, ...ratio } = quotient([to, from]);
  if (!ratio.value) return { ...ratio, bounds };
  return {
    ...ratio,
    value: ratio.value.minus(1),
    bounds: bounds && [bounds[0] - 1, bounds[1] - 1],
  };
}

export function changed(above: Pair, below: Pair): Recalculated {
  const at = (place: 0 | 1) => quotient([above[place], below[place]]);
  return difference([at(0), at(1)]);
}

/** In percentage points. */
export function pointsOf({ value }: Recalculated): number | null {
  return value?.times(100).toNumber() ?? null;
}

/** The growth of each year over several quarters; null over less than a year, or below −100 %. */
export function annualRateOf({ value }: Recalculated, quarters: number): number | null {
  if (!value || quarters < 4 || value.lt(-1)) return null;
  return value.plus(1).pow(new Decimal(4).div(quarters)).minus(1).toNumber();
}
