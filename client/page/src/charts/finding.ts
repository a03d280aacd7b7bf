import { formatMultiple } from '@capexgraph/client/format';
import type { View } from '../state/view.ts';
import { capital, ITEM_WORDS, measureWords } from '../state/words.ts';
import type { ChartData, Line } from './model.ts';
import { printed } from './print.ts';

/** What a chart shows, as a sentence with figures: its title. */
export function findingOf(view: View, data: ChartData): string {
  const index = data.periods.findLastIndex((_, at) =>
    data.lines.every(({ points }) => points[at]!.value !== null),
  );
  const [first, second] = data.lines;
  if (!first || index < 0) return `${capital(measureWords(view))}: no period has them all`;
  const period = inWords(data.periods[index]!, view);
  const text = (line: Line) => printed(line.points[index]!.value!, data.unit);
  if (view.show.startsWith('GROWTH') && !view.over && second && data.lines.length === 2) {
    const { size } = outgrown(data);
    const both = data.periods.filter((_, at) =>
      [first, second].every(({ points }) => points[at]!.value !== null),
    );
    return `${second.name} outgrew ${first.name} in ${size} of ${both.length} ${view.by === 'QUARTER' ? 'quarters' : 'periods'}; in ${data.periods[index]} by ${text(second)} against ${text(first)}`;
  }
  if (view.show === 'INDEX') {
    const ranked = [...data.lines].sort(
      (one, other) => other.points[index]!.value! - one.points[index]!.value!,
    );
    return `From 100 in ${view.base}, ${ranked
      .slice(0, 3)
      .map((line) => `${line.name} came to ${line.points[index]!.value!.toFixed(0)}`)
      .join(', ')} ${period}`;
  }
  if (view.over && view.show === 'AMOUNT') {
    const said = data.lines.slice(0, 3).map((line) => `${line.name} at ${text(line)}`);
    return `${capital(measureWords(view))}: ${said.join(', ')} ${period}`;
  }
  if (view.show === 'AMOUNT' && second) {
    const ranked = [...data.lines].sort(
      (one, other) => other.points[index]!.value! - one.points[index]!.value!,
    );
    const [most, next] = ranked as [Line, Line];
    const times =
      next.points[index]!.value! > 0
        ? `, ${formatMultiple(most.points[index]!.value! / next.points[index]!.value!)} as much as ${next.name} with ${text(next)}`
        : '';
    return `${most.name} ${view.item === 'CAPEX' ? 'spent' : 'had'} ${text(most)}${view.item === 'CAPEX' ? '' : ` of ${ITEM_WORDS[view.item]}`} ${period}${times}`;
  }
  return `${capital(measureWords(view))}: ${data.lines
    .slice(0, 3)
    .map((line) => `${line.name} ${text(line)}`)
    .join(', ')} ${period}`;
}

/** The periods, by place, in which the second of two lines grew faster than the first. */
export function outgrown({ lines: [first, second], periods }: ChartData): ReadonlySet<number> {
  return new Set(
    periods.flatMap((_, at) => {
      const [slow, fast] = [first?.points[at]?.value ?? null, second?.points[at]?.value ?? null];
      return slow !== null && fast !== null && fast > slow ? [at] : [];
    }),
  );
}

const inWords = (period: string, { by }: View) =>
  by === 'TRAILING_TWELVE_MONTHS' ? `in the twelve months to ${period}` : `in ${period}`;
