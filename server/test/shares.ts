import { randomInt } from 'node:crypto';
import type { Figure } from './recalculated-figures.ts';

/** Everything is asked of every quarter from every side: for an hour's look, instead of a share at each run. */
const IS_ALL = process.env.RECALCULATION === 'all';

/** Which share it is; another at each run, so that many runs ask everything. Tests say it. */
export const SEED = Number(process.env.RECALCULATION_SEED ?? randomInt(1_000_000));

/** A run of quarters is a third of those that are known. */
const RUNS = 3;

/** Some figures, and the quarters that they are asked of. */
export interface Share {
  readonly figures: readonly Figure[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * What is asked at one of several turns: those figures whose turn it is, of a run of the quarters. All turns together
 * ask for every figure, and meet every run.
 */
export function sharesAt(
  turn: number,
  turns: number,
  figures: readonly Figure[],
  quarters: readonly string[],
): Share[] {
  if (IS_ALL) {
    return Array.from({ length: turns }, (_, each) => ({
      figures: sample(figures, each, turns),
      from: undefined,
      to: undefined,
    }));
  }
  const run = (turn + Math.floor(SEED / turns)) % RUNS;
  const [start, end] = [run, run + 1].map((place) => Math.floor((quarters.length * place) / RUNS));
  const [from, to] = [quarters[start!], quarters[end! - 1]];
  return [{ figures: sample(figures, turn + SEED, turns), from, to }];
}

/** Of several things to ask at each turn, the one whose turn it is; or all. */
export const oneOf = <Asked>(several: readonly Asked[], turn: number): readonly Asked[] =>
  IS_ALL ? several : [several[(turn + SEED) % several.length]!];

/** Those of many figures that are asked for from one of several sides: amounts from every twelfth, all others from one. */
export function sample(figures: readonly Figure[], side: number, sides: number): Figure[] {
  const isAmount = ({ selection }: Figure) => selection.endsWith('{ ...A }');
  const amounts = figures.filter(isAmount);
  const inTurn = (some: readonly Figure[], turns: number) =>
    some.filter((_, place) => place % turns === side % turns);
  return [
    ...inTurn(amounts, Math.min(12, amounts.length)),
    ...inTurn(
      figures.filter((figure) => !isAmount(figure)),
      sides,
    ),
  ];
}
