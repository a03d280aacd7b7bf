import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { Later } from '../state/later.tsx';
import type { BreakRule } from './breaks.tsx';
import { Drawing } from './drawing.tsx';
import { LinePanel } from './line-panel.tsx';
import type { ChartData, Line } from './model.ts';
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
  // Until the browser has laid it out, as wide as the window, so that what is below stays where it is.
  const room = width || innerWidth;
  const mostBeside = Math.max(1, Math.floor((room + BETWEEN) / (LEAST_WIDTH + BETWEEN)));
  const columns = Math.min(panels.length, mostBeside);
  const panelWidth = Math.floor((width - BETWEEN * (columns - 1)) / columns);
  const height = isStacked && columns < panels.length ? 250 : 380;
  const scales = useMemo(
    () =>
      panels.map((line) => scaleOf((isOneScale ? panels : [line]).flatMap(valuesOf), data.unit, 5)),
    [data, isStacked, isOneScale],
  );
  const rows = isStacked ? Math.ceil(panels.length / (columns || 1)) : 1;
  return (
    <div
      class="chart"
      ref={box}
      style={{ minHeight: `${rows * (height + (isStacked ? CAPTION : 0))}px` }}
    >
      {width > 0 &&
        (isStacked ? (
          <div class="panels">
            {panels.map((line, index) => (
              <figure
                key={line.key}
                style={{ width: `${panelWidth}px`, height: `${height + CAPTION}px` }}
              >
                <figcaption>
                  {line.name}
                  <Enlarged first={scales[0]!} own={scales[index]!} />
                </figcaption>
                <InTurn isFirst={index === 0}>
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
                      periods={data.periods}
                      width={panelWidth}
                      height={height}
                      scale={scales[index]!}
                      breaks={breaks.filter(({ subject }) => subject === line.key)}
                    />
                  </Drawing>
                </InTurn>
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

/** Space between panels beside each other, the least width of one, and the height of its name, in CSS pixels. */
const BETWEEN = 24;
const LEAST_WIDTH = 330;
const CAPTION = 30;

/** The first panel at once, the others each in a task of its own. */
function InTurn({ isFirst, children }: { isFirst: boolean; children: ComponentChildren }) {
  return isFirst ? children : <Later first>{children}</Later>;
}

/** What a panel has to have room for. */
const valuesOf = ({ points, parts }: Line): number[] => [
  ...points.flatMap(({ value }) => value ?? []),
  ...(parts.length ? sumsOf(parts) : []),
];

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
