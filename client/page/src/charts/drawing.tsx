import { useState } from 'preact/hooks';
import type { Line } from './model.ts';
import { moveByArrow } from './roving.ts';

/** An SVG whose points are links, and a note on the period under the pointer or the focus. */
export function Drawing({
  label,
  width,
  height,
  lines,
  periods,
  children,
}: {
  label: string;
  width: number;
  height: number;
  lines: readonly Line[];
  periods: readonly string[];
  children: preact.ComponentChildren;
}) {
  const [at, setAt] = useState<{ index: number; x: number } | undefined>();
  const follow = (event: Event) => {
    const svg = event.currentTarget as SVGSVGElement;
    const points = [...svg.querySelectorAll<SVGAElement>('a[data-x]')];
    const own = (event.target as Element).closest<SVGAElement>('a[data-x]');
    const left = svg.getBoundingClientRect().left;
    const middle = (point: Element) => {
      const box = point.getBoundingClientRect();
      return box.left + box.width / 2 - left;
    };
    const x = event instanceof PointerEvent ? event.clientX - left : undefined;
    const nearest =
      own ??
      (x === undefined
        ? undefined
        : points.sort((one, other) => Math.abs(middle(one) - x) - Math.abs(middle(other) - x))[0]);
    setAt(nearest && { index: Number(nearest.dataset.x), x: middle(nearest) });
  };
  return (
    <div class="drawing">
      <svg
        role="group"
        aria-label={`${label}. Arrow keys go from number to number, Enter opens the working.`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onKeyDown={moveByArrow}
        onPointerMove={follow}
        onPointerLeave={() => setAt(undefined)}
        onFocusIn={follow}
        onFocusOut={() => setAt(undefined)}
      >
        {children}
      </svg>
      {at && (
        <div class="note" aria-hidden="true" style={placeOf(at.x, width, widthOf(lines, at.index))}>
          <strong>{periods[at.index]}</strong>
          {lines.map(({ key, name, colour, points }) => (
            <span key={key}>
              <i style={{ background: colour }} />
              {name} <b>{points[at.index]?.text}</b> {points[at.index]?.span}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

const BESIDE = 14;
const CHARACTER = 7;

/** About how wide a note is, in CSS pixels. */
const widthOf = (lines: readonly Line[], index: number) =>
  40 +
  CHARACTER *
    Math.max(
      ...lines.map(({ name, points }) => {
        const { text = '', span = '' } = points[index] ?? {};
        return name.length + text.length + span.length + 2;
      }),
    );

/** Beside a point, on the side with more room, and inside of the drawing. */
function placeOf(x: number, width: number, own: number) {
  const room = Math.max(0, width - own);
  return x > width / 2
    ? { right: `${Math.min(width - x + BESIDE, room)}px` }
    : { left: `${Math.min(x + BESIDE, room)}px` };
}
