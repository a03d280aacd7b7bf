import { useMemo } from 'preact/hooks';
import { type BreakRule, BreakRules } from './breaks.tsx';
import { type Area, Frame, leftOf, yOf } from './frame.tsx';
import { EndLabels } from './labels.tsx';
import type { Line } from './model.ts';
import type { Scale } from './scale.ts';
import { Column, type Part, Total } from './stack-column.tsx';

/** A group's amounts as columns of its companies' parts; each part is a link to its working, and so is the sum. */
export function StackPanel({
  line,
  periods,
  scale,
  width,
  height,
  breaks,
}: {
  line: Line;
  periods: readonly string[];
  scale: Scale;
  width: number;
  height: number;
  breaks: readonly BreakRule[];
}) {
  // The name of the panel is that of its only part.
  const labelWidth = line.parts.length ? Math.min(100, width / 3.4) : 8;
  const area: Area = {
    left: leftOf(scale),
    right: width - labelWidth,
    top: 24,
    bottom: height - 30,
  };
  const step = (area.right - area.left) / periods.length;
  const parts = line.parts.length ? line.parts : [line];
  const columns = periods.map((_, index) => columnOf(parts, index));
  const complete = columns.findLastIndex((_, index) => line.points[index]!.value !== null);
  // Names stand beside the newest column with a sum; where there is none, beside the newest.
  const named = complete < 0 ? columns.findLastIndex((column) => column.length > 0) : complete;
  const bar = {
    x: (index: number) => area.left + index * step + step * 0.1,
    width: Math.max(1, step * 0.8),
  };
  const place = (value: number) => yOf(area, scale, value);
  const topOf = (index: number) => place(columns[index]!.at(-1)?.to ?? 0);
  const totalY = complete < 0 ? area.top : topOf(complete) - 6;
  // Where earlier columns are higher, the newest sum is written aside, lest it seem theirs.
  const reach = Math.ceil(TOTAL_WIDTH / step);
  const isAside = columns.some(
    (_, index) => index < complete && index >= complete - reach && topOf(index) < totalY + 4,
  );
  const drawn = useMemo(
    () =>
      columns.map((column, index) => (
        <Column
          key={periods[index]}
          line={line}
          column={column}
          index={index}
          x={bar.x(index)}
          width={bar.width}
          yOf={place}
          isStop={index === named}
        />
      )),
    [line, periods, scale, width, height],
  );
  return (
    <Frame area={area} scale={scale} periods={periods}>
      {drawn}
      {complete >= 0 && (
        <Total
          text={
            complete < periods.length - 1
              ? `${periods[complete]}: ${line.points[complete]!.text}`
              : line.points[complete]!.text
          }
          left={bar.x(complete)}
          right={bar.x(complete) + bar.width}
          y={totalY}
          isAside={isAside}
        />
      )}
      <g class="grid" aria-hidden="true">
        <line class="origin" x1={area.left} x2={area.right} y1={place(0)} y2={place(0)} />
      </g>
      <BreakRules area={area} periods={periods} breaks={breaks} />
      <EndLabels
        x={area.right + 4}
        width={labelWidth - 4}
        top={isAside ? totalY + 4 : area.top}
        bottom={area.bottom + 6}
        labels={(line.parts.length ? (columns[named] ?? []) : []).map(({ part, from, to }) => ({
          ...part,
          y: place((from + to) / 2),
        }))}
      />
    </Frame>
  );
}

/** About how wide a sum is, in CSS pixels. */
const TOTAL_WIDTH = 46;

/** The parts of one period, from the bottom up. */
function columnOf(parts: readonly Line[], index: number): Part[] {
  let sum = 0;
  return parts.flatMap((part) => {
    const point = part.points[index]!;
    if (point.value === null) return [];
    const from = sum;
    sum += point.value;
    return [{ part, point, from, to: sum }];
  });
}
