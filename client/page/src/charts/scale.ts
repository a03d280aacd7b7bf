import { moneyTicks } from '@capexgraph/client/ticks';
import { printed, type Unit, withMinus } from './print.ts';

/** Where values are between the bottom and the top of a panel. */
export interface Scale {
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** 0 at the bottom, 1 at the top. */
  readonly of: (value: number) => number;
}

/** A scale with round marks that has room for all values, and for zero (or 100, of an index). */
export function scaleOf(values: readonly number[], unit: Unit, count: number): Scale {
  const origin = unit.kind === 'INDEX' ? [0, 100] : [0];
  const all = [...values, ...origin];
  const ticks =
    unit.kind === 'MONEY'
      ? moneyTicks(all, { currency: unit.currency, count }).map(({ value, label }) => ({
          value,
          label: withMinus(label),
        }))
      : // Money's marks are round numbers of whole units, which per cents and indices want, too.
        moneyTicks(
          all.map((value) => value * 1e6),
          { currency: 'USD', count },
        ).map(({ value }) => ({
          value: value / 1e6,
          label: printed(value / 1e6, unit, 0),
        }));
  const low = ticks[0]!.value;
  const high = ticks.at(-1)!.value;
  return { ticks, of: (value) => (value - low) / (high - low || 1) };
}
