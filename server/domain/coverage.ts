import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { type Gap, gapsOf } from './gap.ts';
import { lineOfQuarter } from './like-for-like.ts';
import { type Concept, type LineItem, TAXONOMY } from './measures.ts';
import type { View } from './view.ts';
import type { Company } from './vocabulary.ts';

/** What a company's figures of one concept cover, and what they lack. */
export class Coverage {
  constructor(
    readonly view: View,
    readonly concept: Concept,
  ) {}

  get company(): Company {
    return this.view.company;
  }

  /** The quarters with a figure, oldest first. */
  get quarters(): CalendarQuarter[] {
    return this.view.knownQuarters().filter((quarter) => this.#lineOf(quarter));
  }

  /** The quarters between the company's first and last that lack one. */
  get gaps(): Gap[] {
    const quarters = this.view.knownQuarters();
    const [first, last] = [quarters[0], quarters.at(-1)];
    if (first === undefined || last === undefined) return [];
    return gapsIn(this.view, this.#item, first, last);
  }

  /** The definitions that the figures are in, that of the newest first. */
  get definitions(): string[] {
    const { definitions } = this.view.series;
    const names = this.quarters
      .reverse()
      .map((quarter) => definitions[this.#lineOf(quarter)!.line.definitions[0]!]!);
    return [...new Set(names)];
  }

  /** The day of the newest document that a figure of the company was taken from. */
  get completeTo(): Day | null {
    return this.view.series.facts.days.at(-1) ?? null;
  }

  #lineOf(quarter: CalendarQuarter) {
    return lineOfQuarter(this.view, this.#item, quarter);
  }

  get #item(): LineItem {
    const { name, meaning } = TAXONOMY[this.concept];
    return { name, definition: meaning, concepts: [this.concept] };
  }
}

/** Each quarter's own gap: one without a figure keeps no other from having one. */
function gapsIn(view: View, item: LineItem, first: CalendarQuarter, last: CalendarQuarter): Gap[] {
  return gapsOf(view, item, { first, last }).filter(
    ({ calendarQuarter }) => !lineOfQuarter(view, item, calendarQuarter),
  );
}
