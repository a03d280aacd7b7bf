import { Decimal } from 'decimal.js';
import { readTable } from './dataset.ts';
import type { Measure } from './known-figures.ts';
import {
  changed,
  derived,
  grown,
  missing,
  type Pair,
  quotient,
  type Recalculated,
  Recalculation,
} from './recalculation.ts';

interface Member {
  readonly company: string;
  readonly figures: Recalculation;
}

/** The figures of several companies together: sums of the members but those known not to publish what is asked. */
export class GroupRecalculation {
  readonly #members: readonly Member[];

  constructor(group: string, currency: string, asOf: string) {
    const { members } = readTable('groups').find(({ slug }) => slug === group)!;
    this.#members = members
      .split(' ')
      .map((company) => ({ company, figures: new Recalculation(company, currency, asOf) }));
  }

  /** The quarters of which any figure of a member is known. */
  get quarters(): string[] {
    return [...new Set(this.#members.flatMap(({ figures }) => figures.quarters))].sort();
  }

  amount(measure: Measure, quarter: number, length: number): Recalculated {
    return this.#total([measure], quarter, length, (member) =>
      member.amount(measure, quarter, length),
    );
  }

  growth(measure: Measure, quarter: number, length: number, span: number): Recalculated {
    return grown(this.#pair([measure], measure, quarter, length, span));
  }

  ratio(above: Measure, below: Measure, quarter: number, length: number): Recalculated {
    const [over, under] = [above, below].map((measure) =>
      this.#total([above, below], quarter, length, (member) =>
        member.amount(measure, quarter, length),
      ),
    );
    return quotient([over!, under!]);
  }

  change(
    above: Measure,
    below: Measure,
    quarter: number,
    length: number,
    span: number,
  ): Recalculated {
    return changed(
      this.#pair([above, below], above, quarter, length, span),
      this.#pair([above, below], below, quarter, length, span),
    );
  }

  #pair(needed: Measure[], measure: Measure, quarter: number, length: number, span: number): Pair {
    const pair = (member: Recalculation) => member.pair(measure, quarter, length, span);
    return [
      this.#total(needed, quarter, length, (member) => pair(member)[0]),
      this.#total(needed, quarter, length, (member) => pair(member)[1]),
    ];
  }

  /** The sum over the members but those known not to publish a measure needed, or what is missing of whom. */
  #total(
    needed: readonly Measure[],
    quarter: number,
    length: number,
    of: (member: Recalculation) => Recalculated,
  ): Recalculated {
    const silence = ({ company, figures }: Member) =>
      needed
        .flatMap((measure) => [...figures.amount(measure, quarter, length).missing])
        .filter((gap) => gap.endsWith(' NOT_DISCLOSED'))
        .map((gap) => `${company} ${gap}`);
    const counted = this.#members.filter((member) => silence(member).length === 0);
    if (counted.length === 0) return missing(this.#members.flatMap(silence));
    const parts = counted.map(({ company, figures }) => ({ company, ...of(figures) }));
    if (parts.every(({ value }) => value)) {
      return derived(Decimal.sum(...parts.map(({ value }) => value!)), parts);
    }
    return missing(
      parts.flatMap(({ company, missing }) => [...missing].map((gap) => `${company} ${gap}`)),
    );
  }
}
