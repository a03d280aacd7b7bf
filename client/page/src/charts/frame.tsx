import type { ComponentChildren } from 'preact';
import type { Scale } from './scale.ts';

/** Where a panel draws: inside of its margins, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const yOf = ({ top, bottom }: Area, scale: Scale, value: number) =>
  bottom - scale.of(value) * (bottom - top);

const TICK_CHARACTER = 7.4;

/** How much room the labels of a scale take at its left, in CSS pixels. */
export const leftOf = ({ ticks }: Scale) =>
  12 + TICK_CHARACTER * Math.max(4, ...ticks.map(({ label }) => label.length));

/** The middle of a period's band. */
export const xOf = ({ left, right }: Area, count: number, index: number) =>
  left + ((index + 0.5) * (right - left)) / count;

/** Horizontal lines with their labels, a strong one at the origin, and years below. */
export function Frame({
  area,
  scale,
  periods,
  origin = 0,
  children,
}: {
  area: Area;
  scale: Scale;
  periods: readonly string[];
  /** Where the strong line is: 0, or 100 of an index. */
  origin?: number;
  children?: ComponentChildren;
}) {
  const step = (area.right - area.left) / periods.length;
  const isMarked = scale.ticks.some(({ value }) => value === origin);
  const y = yOf(area, scale, origin);
  // What is marked already leaves no room for another mark beside it.
  const ticks = scale.ticks.filter(
    ({ value }) => isMarked || Math.abs(yOf(area, scale, value) - y) > LABEL_HEIGHT,
  );
  const marks = isMarked ? ticks : [...ticks, { value: origin, label: String(origin) }];
  return (
    <>
      <g class="grid" aria-hidden="true">
        {marks.map(({ value, label }) => (
          <g key={value} transform={`translate(0 ${yOf(area, scale, value)})`}>
            <line class={value === origin ? 'origin' : ''} x1={area.left} x2={area.right} />
            <text x={area.left - 6} dy="0.32em" text-anchor="end">
              {label}
            </text>
          </g>
        ))}
        {marksOf(periods, step).map(({ index, label, isStart }) => {
          const x = isStart ? area.left + index * step : xOf(area, periods.length, index);
          return (
            <g key={index} transform={`translate(${x} ${area.bottom})`}>
              {isStart && <line class="tick" y2={6} />}
              <text x={isStart ? 3 : 0} y={18} text-anchor={isStart ? 'start' : 'middle'}>
                {label}
              </text>
            </g>
          );
        })}
      </g>
      {children}
    </>
  );
}

const YEAR_WIDTH = 40;
const LABEL_HEIGHT = 14;

/** Years where quarters are many, else every period that has room. */
function marksOf(periods: readonly string[], step: number) {
  const isByQuarter = periods.some((period) => period.includes('Q'));
  if (isByQuarter && step < 52) {
    const starts = periods.flatMap((period, index) =>
      period.endsWith('Q1') ? [{ index, label: period.slice(0, 4), isStart: true }] : [],
    );
    const every = Math.ceil(YEAR_WIDTH / (step * 4));
    return starts.filter((_, index) => index % every === 0);
  }
  const every = Math.ceil(46 / step);
  return periods.flatMap((label, index) =>
    index % every === 0 ? [{ index, label, isStart: false }] : [],
  );
}
