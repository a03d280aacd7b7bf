import { type Area, type BreakRule, BreakRules, Frame, xOf, yOf } from './frame.tsx';
import { EndLabels } from './labels.tsx';
import type { ChartData, Line, Point } from './model.ts';
import { scaleOf } from './scale.ts';

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
  /** Periods to mark, by place. */
  shaded: ReadonlySet<number>;
}) {
  const { lines, periods, unit } = data;
  const labelWidth = Math.min(width < 500 ? 92 : 130, width / 3);
  const area: Area = { left: 50, right: width - labelWidth, top: 14, bottom: height - 30 };
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const scale = scaleOf(values, unit, height < 280 ? 4 : 6);
  const step = (area.right - area.left) / periods.length;
  const x = (index: number) => xOf(area, periods.length, index);
  const last = (line: Line) => line.points.findLast(({ value }) => value !== null);
  return (
    <Frame area={area} scale={scale} periods={periods} origin={unit.kind === 'INDEX' ? 100 : 0}>
      <g aria-hidden="true">
        {[...shaded].map((index) => (
          <rect
            key={index}
            class="shade"
            x={area.left + index * step}
            width={step}
            y={area.top}
            height={area.bottom - area.top}
          />
        ))}
      </g>
      <BreakRules area={area} periods={periods} breaks={breaks} />
      {lines.map((line, row) => (
        <g key={line.key}>
          {runsOf(line.points).map((run) => (
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
          {inner(line).map((index) => (
            <text
              key={index}
              class="gap"
              x={x(index)}
              y={area.bottom - 4 - row * 11}
              text-anchor="middle"
              fill={line.colour}
              aria-hidden="true"
            >
              ×<title>{`${line.name}, ${periods[index]}: ${line.points[index]!.reason}`}</title>
            </text>
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
          return end ? [{ ...line, y: yOf(area, scale, end.value!) }] : [];
        })}
      />
    </Frame>
  );
}

/** Runs of values without a hole, as places. */
function runsOf(points: readonly Point[]): number[][] {
  const runs: number[][] = [];
  points.forEach(({ value }, index) => {
    if (value === null) return;
    const run = runs.at(-1);
    if (run?.at(-1) === index - 1) run.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** Missing values between and after others, whose reasons are worth a mark. */
function inner({ points }: Line): number[] {
  const first = points.findIndex(({ value }) => value !== null);
  return points.flatMap(({ value }, index) =>
    value === null && index > first && first >= 0 ? [index] : [],
  );
}
