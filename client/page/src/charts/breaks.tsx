import type { Area } from './frame.tsx';

/** A rule where a definition changes. */
export interface BreakRule {
  readonly period: string;
  /** The company whose definition it is, as a key of a line. */
  readonly key: string;
  /** The subject whose line it breaks, by its key: the company, or a group that it is in. */
  readonly subject: string;
  /** Its place among the notes below the chart, from 1. */
  readonly number: number;
  /** Whether the line is of amounts or ratios, which end here and start anew; growth is like for like. */
  readonly isCut: boolean;
  /** The amount of the period in the definition before, where a company's line shows such and it is known. */
  readonly valueBefore: number | null;
  /** What changed, with both values. */
  readonly text: string;
}

/** Rules through a panel where definitions change, with the numbers of the notes below that say more. */
export function BreakRules({
  area,
  periods,
  breaks,
}: {
  area: Area;
  periods: readonly string[];
  breaks: readonly BreakRule[];
}) {
  const step = (area.right - area.left) / periods.length;
  const places = [...new Set(breaks.map(({ period }) => periods.indexOf(period)))];
  return (
    <g class="breaks" aria-hidden="true">
      {places
        .filter((place) => place >= 0)
        .map((place) => {
          const here = breaks.filter(({ period }) => period === periods[place]);
          const x = area.left + place * step;
          return (
            <g key={place}>
              <line x1={x} x2={x} y1={area.top - 4} y2={area.bottom} />
              <text x={x} y={area.top - 7} text-anchor="middle">
                {[...new Set(here.map(({ number }) => circled(number)))].join('')}
                <title>{here.map(({ text }) => text).join(' ')}</title>
              </text>
            </g>
          );
        })}
    </g>
  );
}

const MOST_CIRCLED = 20;

/** E.g. ③, as a mark and before its note. */
export const circled = (number: number) =>
  number <= MOST_CIRCLED ? String.fromCodePoint(0x245f + number) : `(${number})`;
