import { type BreakRule, BreakRules } from './breaks.tsx';
import { type Area, Frame, leftOf, xOf, yOf } from './frame.tsx';
import { EndLabels } from './labels.tsx';
import type { ChartData, Line, Point } from './model.ts';
import { type Scale, scaleOf } from './scale.ts';
import { Shade, type Shading } from './shade.tsx';

/** Lines over the periods; each point is a link to its working. */
export function LinePanel({
  data,
  width,
  height,
  breaks,
  shaded,
}: {
  data: ChartData;
  width: number;
  height: number;
  breaks: readonly BreakRule[];
  /** Periods to mark, by place, and why. */
  shaded: Shading;
}) {
  const { lines, periods, unit } = data;
  const labelWidth = Math.min(width < 500 ? 100 : 150, width / 3);
  const values = [
    ...lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...breaks.flatMap(({ valueBefore }) => valueBefore ?? []),
  ];
  const scale = scaleOf(values, unit, height < 280 ? 4 : 6);
  const area: Area = {
    left: leftOf(scale),
    right: width - labelWidth,
    top: 20,
    bottom: height - 30,
  };
  const step = (area.right - area.left) / periods.length;
  const x = (index: number) => xOf(area, periods.length, index);
  const last = (line: Line) => line.points.findLast(isKnown);
  // A line that ends in another period than most says when, lest its end be compared with theirs.
  const ends = lines.map(({ points }) => points.findLastIndex(isKnown));
  const count = (end: number) => ends.filter((other) => other === end).length;
  const [usual = 0] = ends.toSorted((one, other) => count(other) - count(one) || other - one);
  const newest = periods[usual];
  const marked = lines.map(inner);
  return (
    <Frame area={area} scale={scale} periods={periods} origin={unit.kind === 'INDEX' ? 100 : 0}>
      <Shade area={area} count={periods.length} shaded={shaded} />
      <BreakRules area={area} periods={periods} breaks={breaks} />
      {lines.map((line, row) => (
        <g key={line.key} class="series">
          <Before
            area={area}
            scale={scale}
            line={line}
            periods={periods}
            breaks={breaks.filter(({ key }) => key === line.key)}
          />
          {runsOf(line.points, startsOf(line, breaks)).map((run) => (
            <polyline
              key={run[0]}
              class="line"
              stroke={line.colour}
              points={run
                .map((index) => `${x(index)},${yOf(area, scale, line.points[index]!.value!)}`)
                .join(' ')}
            />
          ))}
          {line.points.map((point, index) =>
            point.value === null ? null : (
              <a
                key={point.period}
                href={point.href}
                aria-label={point.label}
                data-x={index}
                data-y={row}
                tabindex={row === 0 && point === last(line) ? 0 : -1}
              >
                <circle
                  class="hit"
                  cx={x(index)}
                  cy={yOf(area, scale, point.value)}
                  r={Math.max(6, Math.min(12, step / 2))}
                />
                <circle
                  class={point.isEstimated ? 'dot estimated' : 'dot'}
                  cx={x(index)}
                  cy={yOf(area, scale, point.value)}
                  r={step < 9 ? 2 : 3}
                  stroke={line.colour}
                  fill={line.colour}
                />
              </a>
            ),
          )}
          {marked[row]!.map((index) => (
            <a
              key={index}
              href={line.points[index]!.href}
              aria-label={line.points[index]!.label}
              data-x={index}
              data-y={row}
              tabindex={-1}
            >
              <text
                class="gap"
                x={x(index)}
                y={
                  area.bottom -
                  4 -
                  marked.slice(0, row).filter((all) => all.includes(index)).length * 11
                }
                text-anchor="middle"
                fill={line.colour}
              >
                {line.points[index]!.isOpen ? '…' : '×'}
              </text>
            </a>
          ))}
        </g>
      ))}
      <EndLabels
        x={area.right + 6}
        width={labelWidth - 6}
        top={area.top - 8}
        bottom={area.bottom + 8}
        labels={lines.flatMap((line) => {
          const end = last(line);
          if (!end) return [];
          const text = end.period === newest ? end.text : `${end.period}: ${end.text}`;
          const value = lines.length <= MOST_PRINTED || end.period !== newest ? text : undefined;
          const from = x(line.points.indexOf(end)) + 5;
          return [{ ...line, value, from, y: yOf(area, scale, end.value!) }];
        })}
      />
    </Frame>
  );
}

const isKnown = ({ value }: Point) => value !== null;

/** Of more lines than these, the ends have names alone. */
const MOST_PRINTED = 6;

/** Where a line of amounts or ratios starts anew, since they are in another definition. */
const startsOf = ({ key, points }: Line, breaks: readonly BreakRule[]) =>
  breaks
    .filter((rule) => rule.subject === key && rule.isCut)
    .map(({ period }) => points.findIndex((point) => point.period === period));

/** Runs of values without a hole, as places. */
function runsOf(points: readonly Point[], starts: readonly number[]): number[][] {
  const runs: number[][] = [];
  points.forEach(({ value }, index) => {
    if (value === null) return;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1 && !starts.includes(index)) run.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Where the line would have gone in the definition before. */
function Before({
  area,
  scale,
  line,
  periods,
  breaks,
}: {
  area: Area;
  scale: Scale;
  line: Line;
  periods: readonly string[];
  breaks: readonly BreakRule[];
}) {
  const x = (index: number) => xOf(area, periods.length, index);
  return (
    <g aria-hidden="true" class="before" stroke={line.colour}>
      {breaks.map(({ period, valueBefore, text }) => {
        const index = periods.indexOf(period);
        const last = line.points[index - 1]?.value ?? null;
        if (index < 0 || valueBefore === null || last === null) return null;
        const y = yOf(area, scale, valueBefore);
        return (
          <g key={period}>
            <line x1={x(index - 1)} y1={yOf(area, scale, last)} x2={x(index)} y2={y} />
            <circle cx={x(index)} cy={y} r={3}>
              <title>{text}</title>
            </circle>
          </g>
        );
      })}
    </g>
  );
}

/** Missing values between others, and after them where they are not just to come: their reasons are worth a mark. */
function inner({ points }: Line): number[] {
  const first = points.findIndex(isKnown);
  const last = points.findLastIndex(isKnown);
  return points.flatMap(({ value, isToCome }, index) =>
    value === null && first >= 0 && index > first && (index < last || !isToCome) ? [index] : [],
  );
}
