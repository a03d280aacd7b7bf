import { Decimal } from './decimal.ts';
import type { FactColumns, Row } from './fact-columns.ts';
import type { FigureRef } from './figure-line.ts';
import type { Figure } from './reported/figure.ts';
import type { Rounded } from './reported/reported-value.ts';

/** The most that a difference is taken from: the year less three quarters. */
const OPERANDS = 4;
const NO_OPERAND = -1;
/** From here down, a figure's place is that of a difference. */
const FIRST_REF = -2;

/** The figures of a series that no document reports as such, each by the facts that it is taken from. */
export class Differences {
  readonly #values: number[] = [];
  readonly #operands: number[] = [];

  constructor(readonly facts: FactColumns) {}

  /** The place of a figure, which is kept if it is a difference. */
  refOf({ value, reported, less }: Figure): FigureRef {
    if (less.length === 0) return reported.row;
    this.#values.push(value);
    const operands = [reported, ...less].map(({ row }) => row);
    for (let place = 0; place < OPERANDS; place++) {
      this.#operands.push(operands[place] ?? NO_OPERAND);
    }
    return FIRST_REF - (this.#values.length - 1);
  }

  isDifference(figure: FigureRef): boolean {
    return figure <= FIRST_REF;
  }

  /** The facts that a figure is made from: what it is, or what is taken off comes after it. */
  operands(figure: FigureRef): Row[] {
    if (!this.isDifference(figure)) return [figure];
    const start = (FIRST_REF - figure) * OPERANDS;
    return this.#operands.slice(start, start + OPERANDS).filter((row) => row !== NO_OPERAND);
  }

  /** In whole units of the currency, as the nearest double. */
  value(figure: FigureRef): number {
    return this.isDifference(figure)
      ? this.#values[FIRST_REF - figure]!
      : this.facts.value[figure]!;
  }

  /** The value, and how far from it the exact one may lie: as much as its facts together are rounded. */
  rounded(figure: FigureRef): Rounded {
    const rows = this.operands(figure);
    const rounding = rows.reduce((sum, row) => sum + this.facts.rounding(row), 0);
    return { value: this.value(figure), rounding };
  }

  exact(figure: FigureRef): Decimal {
    const [first, ...less] = this.operands(figure).map((row) => this.facts.exact(row));
    return less.reduce((rest, each) => rest.minus(each), first ?? new Decimal(0));
  }

  /** The memory that they take, in bytes. */
  get bytes(): number {
    return this.#values.length * 8 + this.#operands.length * 4;
  }
}
