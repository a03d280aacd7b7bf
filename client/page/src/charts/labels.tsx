import { wrap } from './wrap.ts';

/** A name at the end of its line or part, with a line of its colour. */
interface EndLabel {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly y: number;
  /** As printed, below the name. */
  readonly value?: string | undefined;
}

const LINE = 13;
const GAP = 3;

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
    lines: [...wrap(label.name, (width - 14) / CHARACTER), ...(label.value ? [label.value] : [])],
  }));
  return (
    <g class="ends" aria-hidden="true">
      {spread(wrapped, top, bottom).map(({ key, colour, lines, value, y }) => (
        <g key={key} transform={`translate(${x} ${y})`}>
          <rect width={8} height={8} y={-4} fill={colour} />
          <text x={13}>
            {lines.map((line, index) => (
              <tspan
                key={line}
                class={line === value ? 'value' : undefined}
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

/** How wide a character is, in CSS pixels. */
const CHARACTER = 6.4;

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
