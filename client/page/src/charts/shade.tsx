import type { Area } from './frame.tsx';

/** Periods to mark, by place, and what they have in common. */
export interface Shading {
  readonly places: ReadonlySet<number>;
  readonly why: string;
}

const CHARACTER = 6.2;

/** Marks periods behind the lines; the longest run of them says why, where it has room. */
export function Shade({
  area,
  count,
  shaded: { places, why },
}: {
  area: Area;
  count: number;
  shaded: Shading;
}) {
  const step = (area.right - area.left) / count;
  const runs = runsOf([...places].sort((one, other) => one - other));
  const longest = runs.reduce(
    (best, run) => (run.length > best.length ? run : best),
    [] as number[],
  );
  const hasRoom = why.length * CHARACTER < longest.length * step;
  return (
    <g class="shades" aria-hidden="true">
      {runs.map((run) => (
        <rect
          key={run[0]}
          class="shade"
          x={area.left + run[0]! * step}
          width={run.length * step}
          y={area.top}
          height={area.bottom - area.top}
        />
      ))}
      {hasRoom && (
        <text x={area.left + (longest[0]! + longest.length / 2) * step} y={area.top + 14}>
          {why}
        </text>
      )}
    </g>
  );
}

/** Neighbouring places together. */
function runsOf(places: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
