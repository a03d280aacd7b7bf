import type { BreakRule } from '../charts/breaks.tsx';
import { fasterWords, outgrown } from '../charts/finding.ts';
import type { ChartData } from '../charts/model.ts';
import type { View } from '../state/view.ts';

/** Under a chart: what its marks mean, what is missing and why, where definitions change. */
export function Notes({
  shown: { chart, view },
  isStacked,
  breaks,
}: {
  shown: { readonly chart: ChartData; readonly view: View };
  isStacked: boolean;
  breaks: readonly BreakRule[];
}) {
  return (
    <ul class="notes">
      {notesOf(chart, view, isStacked).map((note) => (
        <li key={note}>{note}</li>
      ))}
      {[...new Set(breaks.map(({ text }) => text))].map((text) => (
        <li key={text}>Break: {text}</li>
      ))}
      <li>Source: the companies’ filings and releases; every number opens its working.</li>
    </ul>
  );
}

function notesOf(chart: ChartData, view: View, isStacked: boolean): string[] {
  const { lines } = chart;
  const notes: string[] = [];
  if (view.show.startsWith('GROWTH') && lines.length === 2)
    notes.push(
      `Shaded: ${lines[1]!.name} ${fasterWords(chart, outgrown(chart))} than ${lines[0]!.name}.`,
    );
  if (isStacked && lines.some(({ points }) => points.some(({ reason }) => reason)))
    notes.push('Pale: no sum, since a company’s figure is missing.');
  const points = lines.flatMap((line) => [line, ...line.parts].flatMap(({ points }) => points));
  if (points.some(({ isEstimated }) => isEstimated)) notes.push('Hollow or dashed: estimated.');
  return [...notes, ...gapNotes(lines)];
}

/** What is missing after the first value; that figures begin somewhere is no gap, unless there are none at all. */
function gapNotes(lines: ChartData['lines']): string[] {
  const isEmpty = lines.every(({ points }) => points.every(({ value }) => value === null));
  if (isEmpty) {
    return lines.flatMap(({ name, points }) => {
      const reason = points.at(-1)?.reason;
      return reason ? [`${name}: ${reason}.`] : [];
    });
  }
  return lines.flatMap(({ name, points }) => {
    const start = points.findIndex(({ value }) => value !== null);
    const gaps = points.filter(({ value }, index) => value === null && index > start);
    return [...new Set(gaps.map(({ reason }) => reason))].map((reason) => {
      const at = gaps.filter((gap) => gap.reason === reason).map(({ period }) => period);
      const when =
        at.length > 4 ? `${at.length} periods from ${at[0]} to ${at.at(-1)}` : at.join(', ');
      return `×: ${name}, ${when}: ${reason}.`;
    });
  });
}
