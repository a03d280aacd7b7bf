import { type BreakRule, BreakRules } from './breaks.tsx';
import { type Area, Frame, yOf } from './frame.tsx';
import { EndLabels } from './labels.tsx';
import type { ChartData, Line, Point } from './model.ts';
import type { Scale } from './scale.ts';

/** A group's amounts as columns of its companies' parts; each part is a link to its working, and so is the sum. */
export function StackPanel({
  line,
  data,
  scale,
  width,
  height,
  breaks,
}: {
  line: Line;
  data: ChartData;
  scale: Scale;
  width: number;
  height: number;
  breaks: readonly BreakRule[];
}) {
  const { periods } = data;
  const labelWidth = Math.min(100, width / 3.4);
  const area: Area = { left: 50, right: width - labelWidth, top: 18, bottom: height - 30 };
  const step = (area.right - area.left) / periods.length;
  const parts = line.parts.length ? line.parts : [line];
  const columns = periods.map((_, index) => columnOf(parts, index));
  const newest = columns.findLastIndex((column) => column.length > 0);
  const bar = {
    x: (index: number) => area.left + index * step + step * 0.1,
    width: Math.max(1, step * 0.8),
  };
  return (
    <Frame area={area} scale={scale} periods={periods}>
      {columns.map((column, index) => {
        const sum = line.points[index]!;
        const top = yOf(area, scale, column.at(-1)?.to ?? 0);
        return (
          <g key={periods[index]} class={sum.value === null ? 'incomplete' : ''}>
            {column.map(({ part, point, from, to }, row) => {
              const y = yOf(area, scale, to);
              return (
                <a
                  key={part.key}
                  href={point.href}
                  aria-label={`${point.label}, part of ${line.name}`}
                  data-x={index}
                  data-y={parts.length - row}
                  tabindex={-1}
                >
                  <rect
                    class={point.isEstimated ? 'part estimated' : 'part'}
                    x={bar.x(index)}
                    y={y}
                    width={bar.width}
                    height={Math.max(0, yOf(area, scale, from) - y)}
                    fill={part.colour}
                  />
                </a>
              );
            })}
            {line.parts.length > 0 && sum.value !== null && (
              <a
                href={sum.href}
                aria-label={sum.label}
                data-x={index}
                data-y={0}
                tabindex={index === newest ? 0 : -1}
              >
                <rect class="hit" x={bar.x(index)} y={top - 12} width={bar.width} height={12} />
                <rect class="cap" x={bar.x(index)} y={top - 1.5} width={bar.width} height={1.5} />
              </a>
            )}
            {index === newest && sum.value !== null && (
              <text
                class="total"
                x={bar.x(index) + bar.width}
                y={top - 6}
                text-anchor="end"
                aria-hidden="true"
              >
                {index < periods.length - 1 ? `${periods[index]}: ${sum.text}` : sum.text}
              </text>
            )}
            {sum.value === null && (
              <a href={sum.href} aria-label={sum.label} data-x={index} data-y={0} tabindex={-1}>
                <rect class="hit" x={bar.x(index)} y={top - 14} width={bar.width} height={14} />
                <text class="gap" x={bar.x(index) + bar.width / 2} y={top - 4} text-anchor="middle">
                  {sum.isOpen ? '…' : '×'}
                </text>
              </a>
            )}
          </g>
        );
      })}
      <g class="grid" aria-hidden="true">
        <line
          class="origin"
          x1={area.left}
          x2={area.right}
          y1={yOf(area, scale, 0)}
          y2={yOf(area, scale, 0)}
        />
      </g>
      <BreakRules area={area} periods={periods} breaks={breaks} />
      <EndLabels
        x={area.right + 4}
        width={labelWidth - 4}
        top={area.top}
        bottom={area.bottom + 6}
        labels={(columns[newest] ?? []).map(({ part, from, to }) => ({
          ...part,
          y: yOf(area, scale, (from + to) / 2),
        }))}
      />
    </Frame>
  );
}

interface Part {
  readonly part: Line;
  readonly point: Point;
  readonly from: number;
  readonly to: number;
}

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
