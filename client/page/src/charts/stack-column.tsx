import type { Line, Point } from './model.ts';

/** A company's part of a column. */
export interface Part {
  readonly part: Line;
  readonly point: Point;
  readonly from: number;
  readonly to: number;
}

/** A group's amount of one period: its parts, and above them its sum, or a mark that there is none. */
export function Column({
  line,
  column,
  index,
  x,
  width,
  yOf,
  isStop,
}: {
  line: Line;
  column: readonly Part[];
  index: number;
  x: number;
  width: number;
  yOf: (value: number) => number;
  /** Whether the Tab key comes here. */
  isStop: boolean;
}) {
  const sum = line.points[index]!;
  const top = yOf(column.at(-1)?.to ?? 0);
  const isSum = line.parts.length > 0;
  const tabindex = isStop ? 0 : -1;
  return (
    <g class={sum.value === null ? 'incomplete' : ''}>
      {column.map(({ part, point, from, to }, row) => (
        <a
          key={part.key}
          href={point.href}
          aria-label={isSum ? `${point.label}, part of ${line.name}` : point.label}
          data-x={index}
          data-y={column.length - row}
          tabindex={isSum ? -1 : tabindex}
        >
          <rect
            class={point.isEstimated ? 'part estimated' : 'part'}
            x={x}
            y={yOf(to)}
            width={width}
            height={Math.max(0, yOf(from) - yOf(to))}
            fill={part.colour}
          />
        </a>
      ))}
      {isSum && sum.value !== null && (
        <a href={sum.href} aria-label={sum.label} data-x={index} data-y={0} tabindex={tabindex}>
          <rect class="hit" x={x} y={top - 12} width={width} height={12} />
          <rect class="cap" x={x} y={top - 1.5} width={width} height={1.5} />
        </a>
      )}
      {sum.value === null && (
        <a href={sum.href} aria-label={sum.label} data-x={index} data-y={0} tabindex={-1}>
          <rect class="hit" x={x} y={top - 14} width={width} height={14} />
          <text class="gap" x={x + width / 2} y={top - 4} text-anchor="middle">
            {sum.isOpen ? '…' : '×'}
          </text>
        </a>
      )}
    </g>
  );
}

/** The newest sum, above its column, ending or beginning with it. */
export function Total({
  text,
  left,
  right,
  y,
  isAside,
}: {
  text: string;
  left: number;
  right: number;
  y: number;
  isAside: boolean;
}) {
  return (
    <text
      class="total"
      x={isAside ? left : right}
      y={y}
      text-anchor={isAside ? 'start' : 'end'}
      aria-hidden="true"
    >
      {text}
    </text>
  );
}
