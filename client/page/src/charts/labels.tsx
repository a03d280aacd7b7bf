import { wrap } from './wrap.ts';

/** A name at the end of its line or part, with a line of its colour. */
interface EndLabel {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly y: number;
  /** Where its line ends, from where a thread leads to a label that had to move. */
  readonly from?: number;
  /** As printed, below the name. */
  readonly value?: string | undefined;
}

const LINE = 13;
const GAP = 6;
/** A label that moved farther than this has a thread to its line. */
const NEAR = 8;

/** Names beside the right end, none over another. */
export function EndLabels({
  labels,
  x,
  width,
  top,
  bottom,
}: {
  labels: readonly EndLabel[];
  x: number;
  width: number;
  top: number;
  bottom: number;
}) {
  const wrapped = labels.map((label) => ({
    ...label,
    wanted: label.y,
    ...linesOf(label, (width - 14) / CHARACTER),
  }));
  return (
    <g class="ends" aria-hidden="true">
      {spread(wrapped, top, bottom).map(({ key, colour, lines, bold, wanted, from, y }) => (
        <g key={key} transform={`translate(${x} ${y})`}>
          {from !== undefined && Math.abs(wanted - y) > NEAR && (
            <path class="thread" stroke={colour} d={`M${from - x} ${wanted - y}L-5 0H0`} />
          )}
          <rect width={8} height={8} y={-4} fill={colour} />
          <text x={13}>
            {lines.map((line, index) => (
              <tspan
                key={line}
                class={bold.includes(line) ? 'value' : undefined}
                x={13}
                y={4 + (index - (lines.length - 1) / 2) * LINE}
              >
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The lines of a label: its name, and its value in bold. */
function linesOf({ name, value }: EndLabel, most: number) {
  const bold = value ? wrap(value, most) : [];
  return { bold, lines: [...wrap(name, most), ...bold] };
}

/** How wide a character is, in CSS pixels. */
const CHARACTER = 6.6;

/** Pushes labels apart, from the top, then back up from the bottom. */
function spread<Label extends EndLabel & { lines: string[] }>(
  labels: readonly Label[],
  top: number,
  bottom: number,
): Label[] {
  const sorted = [...labels].sort((one, other) => one.y - other.y);
  const half = (label: Label) => (label.lines.length * LINE + GAP) / 2;
  let limit = top;
  const pushed = sorted.map((label) => {
    const y = Math.max(label.y, limit + half(label));
    limit = y + half(label);
    return { ...label, y };
  });
  limit = bottom;
  for (const label of pushed.reverse()) {
    label.y = Math.min(label.y, limit - half(label));
    limit = label.y - half(label);
  }
  return pushed;
}
