import { useRef, useState } from 'preact/hooks';
import type { BreakRule } from './breaks.tsx';
import { LinePanel } from './line-panel.tsx';
import type { ChartData, Line } from './model.ts';
import { moveByArrow } from './roving.ts';
import { type Scale, scaleOf } from './scale.ts';
import type { Shading } from './shade.tsx';
import { StackPanel } from './stack-panel.tsx';
import { useWidth } from './use-width.ts';

/** Draws a table of series: groups' amounts as stacks, a panel for each; everything else as lines. */
export function Chart({
  data,
  title,
  isStacked,
  isOneScale,
  breaks,
  shaded,
}: {
  data: ChartData;
  title: string;
  isStacked: boolean;
  isOneScale: boolean;
  breaks: readonly BreakRule[];
  shaded: Shading;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const panels = isStacked ? data.lines : [];
  const isSideBySide = width >= 760;
  const panelWidth =
    isStacked && isSideBySide ? (width - 24 * (panels.length - 1)) / panels.length : width;
  const height = isStacked && !isSideBySide ? 250 : 380;
  const valuesOf = (lines: readonly Line[]) =>
    lines.flatMap(({ points, parts }, _, all) => [
      ...points.flatMap(({ value }) => value ?? []),
      ...(all.length && parts.length ? sumsOf(parts) : []),
    ]);
  const scales = panels.map((line) =>
    scaleOf(valuesOf(isOneScale ? panels : [line]), data.unit, 5),
  );
  return (
    <div
      class="chart"
      ref={box}
      style={{ minHeight: isStacked && !isSideBySide ? panels.length * 290 : 400 }}
    >
      {width > 0 &&
        (isStacked ? (
          <div class="panels">
            {panels.map((line, index) => (
              <figure key={line.key} style={{ width: panelWidth }}>
                <figcaption>
                  {line.name}
                  <Enlarged first={scales[0]!} own={scales[index]!} />
                </figcaption>
                <Drawing
                  label={`${title}: ${line.name}`}
                  width={panelWidth}
                  height={height}
                  lines={
                    line.parts.length
                      ? [{ ...line, colour: 'transparent' }, ...line.parts.toReversed()]
                      : [line]
                  }
                  periods={data.periods}
                >
                  <StackPanel
                    line={line}
                    data={data}
                    width={panelWidth}
                    height={height}
                    scale={scales[index]!}
                    breaks={breaks.filter(({ subject }) => subject === line.key)}
                  />
                </Drawing>
              </figure>
            ))}
          </div>
        ) : (
          <Drawing
            label={title}
            width={width}
            height={height}
            lines={data.lines}
            periods={data.periods}
          >
            <LinePanel data={data} width={width} height={height} breaks={breaks} shaded={shaded} />
          </Drawing>
        ))}
    </div>
  );
}

/** Says beside the name of a panel that its scale is not the first one's. */
function Enlarged({ first, own }: { first: Scale; own: Scale }) {
  const words = enlargedWords(first, own);
  return words ? <span class="enlarged">{words}</span> : null;
}

/** E.g. enlarged 10 times, beside the name of a panel; nothing where panels have one scale. */
function enlargedWords(first: Scale, own: Scale): string {
  const times = spanOf(first) / spanOf(own);
  if (Math.abs(times - 1) < 0.01) return '';
  const [factor, word] = times > 1 ? [times, 'enlarged'] : [1 / times, 'reduced'];
  return `scale ${word} ${factor.toFixed(factor < 10 ? 1 : 0).replace('.0', '')} times`;
}

const spanOf = ({ ticks }: Scale) => ticks.at(-1)!.value - ticks[0]!.value;

/** The sums of the parts that are known where the whole is not. */
function sumsOf(parts: readonly Line[]): number[] {
  return parts[0]!.points.map((_, index) =>
    parts.reduce((sum, { points }) => sum + (points[index]?.value ?? 0), 0),
  );
}

/** An SVG whose points are links, and a note on the period under the pointer or the focus. */
function Drawing({
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
        <div
          class="note"
          aria-hidden="true"
          style={{
            top: 0,
            ...(at.x > width / 2 ? { right: width - at.x + 14 } : { left: at.x + 14 }),
          }}
        >
          <strong>{periods[at.index]}</strong>
          {lines.map(({ key, name, colour, points }) => (
            <span key={key}>
              <i style={{ background: colour }} />
              {name} <b>{points[at.index]?.text}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
