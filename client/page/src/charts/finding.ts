import type { View } from '../state/view.ts';
import { capital, ITEM_WORDS, measureWords } from '../state/words.ts';
import type { ChartData } from './model.ts';
import { printed } from './print.ts';

/** A subject's value in the newest period that all subjects have. */
interface Said {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** What a chart shows, as a sentence with figures: its title. */
export function findingOf(view: View, data: ChartData): string {
  const known = data.periods.map(
    (_, index) => data.lines.filter(({ points }) => points[index]!.value !== null).length,
  );
  const most = Math.max(0, ...known);
  const at = most ? known.lastIndexOf(most) : -1;
  const subject = capital(measureWords(view));
  if (at < 0) return `${subject}: no figure is known for all of it`;
  const all = data.lines.flatMap(({ name, points }): Said[] => {
    const { value } = points[at]!;
    return value === null ? [] : [{ name, value, text: printed(value, data.unit) }];
  });
  const ranked = [...all].sort((one, other) => other.value - one.value);
  const period = periodWords(data.periods[at]!, view);
  const isPair = all.length === 2 && data.lines.length === 2;
  if (view.show === 'INDEX') return indexFinding(ranked, view, period);
  if (view.show !== 'AMOUNT') {
    if (isPair && !view.over)
      return growthFinding(all as [Said, Said], data, view, data.periods[at]!);
    return `${subject}: ${listed(ranked)} ${period}`;
  }
  if (view.over) return ratioFinding(ranked, view, period);
  const [first, next] = ranked as [Said, Said | undefined];
  const verb = view.item === 'CAPEX' ? 'spent' : 'had';
  const what = view.item === 'CAPEX' ? '' : ` of ${ITEM_WORDS[view.item]}`;
  const multiple =
    next && next.value > 0
      ? `, ${timesOf(first.value / next.value)} the ${next.text} of ${next.name}`
      : '';
  return `${first.name} ${verb} ${first.text}${what} ${period}${multiple}`;
}

function growthFinding(
  [slow, fast]: [Said, Said],
  data: ChartData,
  { by }: View,
  period: string,
): string {
  const what = by.endsWith('YEAR') ? 'years' : 'quarters';
  const known = data.periods.filter((_, index) =>
    data.lines.every(({ points }) => points[index]!.value !== null),
  );
  return `${fast.name} outgrew ${slow.name} in ${outgrown(data).size} of ${known.length} ${what}; in ${period}: ${fast.text} against ${slow.text}`;
}

function indexFinding(ranked: readonly Said[], { base }: View, period: string): string {
  const said = ranked.slice(0, 3).map(({ name, value }) => `${name} came to ${value.toFixed(0)}`);
  return `From 100 in ${base}, ${said.join(', ')} ${period}`;
}

function ratioFinding(ranked: readonly Said[], { item, over }: View, period: string): string {
  const [most, ...others] = ranked.slice(0, 3) as [Said, ...Said[]];
  const whole = ITEM_WORDS[over || 'REVENUE'];
  return [
    `${capital(ITEM_WORDS[item])} of ${most.name} came to ${most.text} of ${whole} ${period}`,
    ...others.map(({ name, text }) => `of ${name} to ${text}`),
  ].join(', ');
}

/** E.g. 8.5 times. */
const timesOf = (multiple: number) => `${multiple.toFixed(1)} times`;

const listed = (said: readonly Said[]) =>
  said
    .slice(0, 3)
    .map(({ name, text }) => `${name} ${text}`)
    .join(', ');

/** The periods, by place, in which the second of two lines grew faster than the first. */
export function outgrown({ lines: [first, second], periods }: ChartData): ReadonlySet<number> {
  return new Set(
    periods.flatMap((_, at) => {
      const [slow, fast] = [first?.points[at]?.value ?? null, second?.points[at]?.value ?? null];
      return slow !== null && fast !== null && fast > slow ? [at] : [];
    }),
  );
}

const periodWords = (period: string, { by }: View) =>
  by === 'TRAILING_TWELVE_MONTHS' ? `in the twelve months to ${period}` : `in ${period}`;
