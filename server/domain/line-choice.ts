import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { ConceptLine } from './concept-lines.ts';
import type { FigureLine } from './figure-line.ts';
import { NO_FIGURE } from './figure-line.ts';
import { type Gap, gapsOf } from './gap.ts';
import { lineOfAll } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import { lengthOf } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import type { Concept, Window } from './vocabulary.ts';
import { earlier, quartersUpTo } from './window.ts';

/** How the line is chosen that an amount is taken from, as known on any day. */
export interface LineChoice {
  lineOf(view: View): ConceptLine | undefined;
  /** Why there is none. */
  gaps(view: View): readonly Gap[];
}

/** One line for an amount and the one so many quarters before it. */
export class LikeForLike implements LineChoice {
  /** Both amounts ask for the line of one view. */
  #view: View | undefined;
  #line: ConceptLine | undefined;

  constructor(
    readonly item: LineItem,
    readonly calendarQuarter: CalendarQuarter,
    readonly window: Window,
    readonly distance: number,
  ) {}

  lineOf(view: View): ConceptLine | undefined {
    if (this.#view !== view) {
      const [to, from] = rangesOf(this, view);
      const areAlike = lengthOf(to) === lengthOf(from) && lengthOf(to) > 0;
      this.#line = areAlike ? lineOfAll(view, this.item, to, from) : undefined;
      this.#view = view;
    }
    return this.#line;
  }

  gaps(view: View): readonly Gap[] {
    const [to, from] = rangesOf(this, view);
    const gap = { concept: this.item.concepts.at(-1)!, company: view.company };
    if (lengthOf(to) < 1) {
      const { calendarQuarter } = this;
      const obstacle = 'WINDOW_BEGINS_LATER';
      return [{ ...gap, calendarQuarter, reason: 'NOT_MEANINGFUL', obstacle }];
    }
    if (lengthOf(to) === lengthOf(from)) return gapsOf(view, this.item, to, from);
    const obstacle = 'YEAR_END_MOVED';
    return [{ ...gap, calendarQuarter: from.last, reason: 'NOT_COMPARABLE', obstacle }];
  }
}

/** The quarters of both amounts, the later one's first. */
function rangesOf({ calendarQuarter, window, distance }: LikeForLike, view: View) {
  const before = addQuarters(calendarQuarter, -distance);
  return [
    quartersUpTo(calendarQuarter, window, view),
    quartersUpTo(before, earlier(window, distance), view),
  ] as const;
}

/** The line of a quarter before, for what a quarter's figure is in it. */
export class LineOfQuarterBefore implements LineChoice {
  constructor(
    readonly concept: Concept,
    readonly calendarQuarter: CalendarQuarter,
  ) {}

  lineOf(view: View): ConceptLine | undefined {
    const line = this.#line(view);
    const isKnown = line && line.find(this.calendarQuarter, view.asOf) !== NO_FIGURE;
    return isKnown ? { concept: this.concept, line } : undefined;
  }

  gaps({ company }: View): readonly Gap[] {
    const { concept, calendarQuarter } = this;
    return [{ concept, company, calendarQuarter, reason: 'NOT_COMPARABLE' }];
  }

  #line({ series, asOf }: View): FigureLine | undefined {
    return series.lines(this.concept).lineOf(addQuarters(this.calendarQuarter, -1), asOf);
  }
}
