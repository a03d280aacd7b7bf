import type { CalendarQuarter } from '../calendar-quarter.ts';
import type { Day } from '../day.ts';
import type { QuarterRange } from './quarter-range.ts';
import { agree, type ReportedValue } from './reported-value.ts';

/** A value of a period from the day on which it was first reported, until it was restated. */
export interface Version {
  readonly value: number;
  readonly rounding: number;
  /** The day on which it was first reported. */
  readonly since: Day;
  /** Every day on which it was reported, oldest first. */
  readonly days: readonly Day[];
  /** The most exact report of it. */
  readonly reported: ReportedValue;
}

/** All that was reported of one period in one definition, oldest first, and what of it is set aside. */
export class PeriodHistory implements QuarterRange {
  readonly first: CalendarQuarter;
  readonly last: CalendarQuarter;
  readonly reported: ReportedValue[] = [];
  /** Why no figure is taken of a reported value. */
  readonly setAside = new Map<ReportedValue, string>();
  /** Oldest first; each differs from the one before by more than rounding. */
  versions: readonly Version[] = [];

  constructor({ first, last }: QuarterRange) {
    this.first = first;
    this.last = last;
  }

  get newest(): Version | undefined {
    return this.versions.at(-1);
  }

  /** What is not set aside. */
  get accepted(): readonly ReportedValue[] {
    return this.setAside.size === 0
      ? this.reported
      : this.reported.filter((reported) => !this.setAside.has(reported));
  }

  /** Adds a report. False if it says nothing new: what stands undisputed, and no more exactly. */
  add(reported: ReportedValue): boolean {
    this.reported.push(reported);
    const { newest } = this;
    const isUndisputed = newest !== undefined && this.setAside.size === 0;
    return !(
      isUndisputed &&
      reported.isOver &&
      agree(newest, reported) &&
      reported.rounding >= newest.rounding
    );
  }

  /** Works its versions out of what is not set aside. */
  update(): void {
    const versions: Version[] = [];
    for (const reported of this.accepted) {
      const { value, rounding, publishedOn } = reported;
      const newest = versions.at(-1);
      if (!newest || !agree(newest, reported)) {
        const days = [publishedOn];
        versions.push({ value, rounding, since: publishedOn, days, reported });
      } else {
        const days = [...newest.days, publishedOn];
        const isExacter = rounding < newest.rounding;
        versions[versions.length - 1] = isExacter
          ? { ...newest, days, value, rounding, reported }
          : { ...newest, days };
      }
    }
    this.versions = versions;
  }
}
