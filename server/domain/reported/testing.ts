import {
  type CalendarQuarter,
  formatCalendarQuarter,
  parseCalendarQuarter,
} from '../calendar-quarter.ts';
import { type Day, END_OF_TIME, formatDay, parseDay } from '../day.ts';
import { figureOn, Line } from './line.ts';
import { linesOf } from './lines.ts';
import { byPublication, formOf, type ReportedValue } from './reported-value.ts';

/** Reports as a test writes them: `2024-02-15 10-K 2023Q1-2023Q4 460`, with a tag's place and a unit where they matter. */
export function reports(text: string, { unit = 1, tag = 0 } = {}): ReportedValue[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => line.trim() || [])
    .map((line, row) => {
      const [day, form, period, value, ownUnit, ownTag] = line.split(/\s+/);
      const [first, last = first] = period!
        .split('-')
        .map((quarter) => parseCalendarQuarter(quarter)!);
      return {
        row,
        definition: ownTag === undefined ? tag : Number(ownTag),
        first: first!,
        last: last!,
        value: Number(value),
        rounding: Number(ownUnit ?? unit) / 2,
        publishedOn: parseDay(day!)!,
        isOver: true,
        form: formOf(form),
        weakness: 0,
      };
    })
    .sort(byPublication);
}

/** One line of reports, day by day. */
export function lineOf(reported: readonly ReportedValue[], isNeverNegative = true): Line {
  const line = new Line(isNeverNegative);
  for (const day of new Set(reported.map(({ publishedOn }) => publishedOn))) {
    line.publish(
      day,
      reported.filter(({ publishedOn }) => publishedOn === day),
    );
  }
  return line;
}

/** What a line gives: `2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 330`. */
export function quartersOf(line: Line, asOf?: string): string[] {
  const day = asOf === undefined ? END_OF_TIME : parseDay(asOf)!;
  return [...line.figures.keys()]
    .sort((a, b) => a - b)
    .flatMap((quarter) => {
      const figure = figureOn(line.figures.get(quarter), day);
      if (!figure) return [];
      const { value, reported, less } = figure;
      const working = [reported, ...less].map((each) => `${rangeText(each)} ${each.value}`);
      const text = `${formatCalendarQuarter(quarter)} ${value}`;
      return less.length === 0 ? text : `${text} = ${working.join(' − ')}`;
    });
}

/** What was set aside: `2024-02-15 2023Q1-2023Q4 27 is less than …`. */
export function setAsideBy(line: Line): string[] {
  return line.setAside.map(({ reported, from, reason }) =>
    [formatDay(from), rangeText(reported), reported.value, reason].join(' '),
  );
}

/** Everything that is known of some reports on a day, to be compared. */
export function knownOn(all: readonly ReportedValue[], isNeverNegative: boolean, day: Day) {
  const known = linesOf(all, isNeverNegative, () => true).findLast(({ from }) => from <= day);
  return (known?.lines ?? []).map(({ definitions, line }) => [
    definitions,
    [...line.figures]
      .sort(([a], [b]) => a - b)
      .flatMap(([quarter, figures]) => {
        const figure = figureOn(figures, day);
        return figure ? [[quarter, figure.value, figure.rounding, figure.less.length]] : [];
      }),
  ]);
}

function rangeText({ first, last }: { first: CalendarQuarter; last: CalendarQuarter }): string {
  const [from, to] = [formatCalendarQuarter(first), formatCalendarQuarter(last)];
  return from === to ? from : `${from}-${to}`;
}
