import type { Area } from './frame.tsx';

/** A rule where a definition changes. */
export interface BreakRule {
  readonly period: string;
  /** The company whose definition it is, as a key of a line. */
  readonly key: string;
  readonly name: string;
  /** The amount of the period in the definition before, and in the one since. */
  readonly before: string;
  readonly now: string;
  /** Whether the company's line shows what was printed, so that it ends here and starts anew. */
  readonly isPrinted: boolean;
  /** The amount before where the line shows such; null where it is not known, too. */
  readonly valueBefore: number | null;
  /** What changed, with both values. */
  readonly text: string;
}

const CHARACTER = 6;
const GAP = 5;

/** Rules through a panel where definitions change, with the amounts in both; the notes below say more. */
export function BreakRules({
  area,
  periods,
  breaks,
  isMoney,
}: {
  area: Area;
  periods: readonly string[];
  breaks: readonly BreakRule[];
  /** Whether amounts are on the panel's axis. */
  isMoney: boolean;
}) {
  const step = (area.right - area.left) / periods.length;
  const places = [...new Set(breaks.map(({ period }) => periods.indexOf(period)))]
    .filter((place) => place >= 0)
    .sort((one, other) => one - other);
  let taken = area.left;
  return (
    <g class="breaks" aria-hidden="true">
      {places.map((place, index) => {
        const here = breaks.filter(({ period }) => period === periods[place]);
        const x = area.left + place * step;
        const next = places[index + 1];
        const limit = next === undefined ? area.right + 40 : area.left + next * step - GAP;
        const label = labelsOf(here, isMoney).find(
          ([before, now]) =>
            x - before.length * CHARACTER - GAP >= taken &&
            x + now.length * CHARACTER + GAP <= limit,
        );
        if (label) taken = x + label[1].length * CHARACTER + GAP * 2;
        return (
          <g key={place}>
            <line x1={x} x2={x} y1={area.top - 12} y2={area.bottom} />
            <title>{here.map(({ text }) => text).join(' ')}</title>
            {label && (
              <>
                <text x={x - GAP} y={area.top - 4} text-anchor="end">
                  {label[0]}
                </text>
                <text x={x + GAP} y={area.top - 4}>
                  {label[1]}
                </text>
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** What may stand before and after a rule, the longest first. */
function labelsOf(
  here: readonly BreakRule[],
  isMoney: boolean,
): (readonly [before: string, now: string])[] {
  const [first, ...others] = here;
  if (!first || others.length) return [[`${here.length} companies`, 'redefined']];
  const { name, before, now } = first;
  if (!isMoney) {
    return [
      [name, 'redefined'],
      ['', 'redefined'],
    ];
  }
  return [
    [`${name} ${before}`, now],
    [before, now],
  ];
}
