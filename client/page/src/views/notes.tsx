import { type BreakRule, circled } from '../charts/breaks.tsx';
import { fasterWords, outgrown } from '../charts/finding.ts';
import type { ChartData, Point } from '../charts/model.ts';
import { groupedBy } from '../state/grouped-by.ts';
import type { View } from '../state/view.ts';
import { listWords, REASON_WORDS } from '../state/words.ts';

/** Under a chart: what its marks mean, what is missing and why, where definitions change. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      <li>Source: the companies’ filings and releases; every number opens its working.</li>
    </ul>
  );
}

/** The notes of a chart, one for each line. */
export function notesUnder(
  { chart, view }: { readonly chart: ChartData; readonly view: View },
  isStacked: boolean,
  breaks: readonly BreakRule[],
): string[] {
  const numbered = [...new Map(breaks.map(({ number, text }) => [number, text]))];
  return [
    ...notesOf(chart, view, isStacked),
    ...numbered
      .sort(([one], [other]) => one - other)
      .map(([number, text]) => `${circled(number)} ${text}`),
  ];
}

function notesOf(chart: ChartData, view: View, isStacked: boolean): string[] {
  const { lines } = chart;
  const notes: string[] = [];
  if (view.show.startsWith('GROWTH') && lines.length === 2)
    notes.push(
      `Shaded: ${lines[1]!.name} ${fasterWords(chart, outgrown(chart))} than ${lines[0]!.name}.`,
    );
  if (isStacked && hasPale(lines)) notes.push('Pale: no sum, since a company’s figure is missing.');
  const points = lines.flatMap((line) => [line, ...line.parts].flatMap(({ points }) => points));
  if (points.some(({ isEstimated }) => isEstimated)) notes.push('Hollow or dashed: estimated.');
  return [...notes, ...fiscalNotes(chart), ...gapNotes(lines, isStacked)];
}

/** Whether some companies' figures are drawn that do not make a sum. */
const hasPale = (lines: ChartData['lines']) =>
  lines.some(({ points, parts }) =>
    points.some(
      ({ value }, index) =>
        value === null && parts.some((part) => part.points[index]!.value !== null),
    ),
  );

/** What is missing after the first value; that figures begin somewhere is no gap, unless there are none at all. */
function gapNotes(lines: ChartData['lines'], isStacked: boolean): string[] {
  const isEmpty = lines.every(({ points }) => points.every(({ value }) => value === null));
  if (isEmpty) {
    return lines.map(
      ({ name, points }) => `${name}: ${points.at(-1)?.reason ?? 'no figures of this time'}.`,
    );
  }
  const told = new Map<string, { mark: string; names: string[]; words: string }>();
  for (const { name, points } of lines) {
    const start = points.findIndex(({ value }) => value !== null);
    const gaps = points.filter(({ value }, index) => value === null && index > start);
    for (const [why, all] of groupedBy(gaps, whyWords)) {
      const at = all.map(({ period }) => period);
      const when =
        at.length > 4 ? `${at.length} periods from ${at[0]} to ${at.at(-1)}` : at.join(', ');
      const words = `${when}: ${why}`;
      const [{ isOpen, isToCome }] = all as [Point];
      const mark = isToCome && !isStacked ? '' : isOpen ? '… ' : '× ';
      const same = told.get(words) ?? { mark, names: [], words };
      told.set(words, { ...same, names: [...same.names, name] });
    }
  }
  return [...told.values()].map(
    ({ mark, names, words }) => `${mark}${listWords(names)}, ${words}.`,
  );
}

const whyWords = ({ reason, isOpen, isToCome }: Point) =>
  isToCome && !isOpen ? REASON_WORDS.NOT_YET_PUBLISHED! : reason;

/** Fiscal years of a name are of different times: which quarters each takes, of the newest with a figure. */
function fiscalNotes({ lines, periods }: ChartData): string[] {
  const at = periods.findLastIndex(
    (_, index) =>
      lines.every(({ points }) => points[index]!.span !== '') &&
      lines.some(({ points }) => points[index]!.value !== null),
  );
  if (at < 0) return [];
  const spans = [...groupedBy(lines, ({ points }) => points[at]!.span)].map(
    ([span, same]) => `${span} for ${listWords(same.map(({ name }) => name))}`,
  );
  return [`${periods[at]} is, in calendar quarters, ${listWords(spans)}.`];
}
