import type { View } from '../state/view.ts';
import { capital, ITEM_WORDS, measureWords, windowWords } from '../state/words.ts';
import type { ChartData, Line } from './model.ts';
import { printed } from './print.ts';

/** A subject's value in the period that is told. */
interface Said {
  readonly line: Line;
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** What a chart shows, as a sentence with figures of one period: its title. */
export function findingOf(view: View, data: ChartData): string {
  const known = data.periods.map(
    (_, index) => data.lines.filter(({ points }) => points[index]!.value !== null).length,
  );
  const most = Math.max(0, ...known);
  // Of many, one whose figures end early does not hold the others back.
  const enough = Math.min(most, Math.floor(data.lines.length * NEARLY_ALL) + 1);
  const at = most ? known.findLastIndex((count) => count >= enough) : -1;
  const subject = capital(measureWords(view));
  if (at < 0) return `No figure is known of ${measureWords(view)} here`;
  const all = data.lines.flatMap((line): Said[] => {
    const { value } = line.points[at]!;
    return value === null
      ? []
      : [{ line, name: line.name, value, text: printed(value, data.unit) }];
  });
  return sentenceOf(view, data, all, at, subject) + stopWords(data, at);
}

function sentenceOf(
  view: View,
  data: ChartData,
  all: readonly Said[],
  at: number,
  subject: string,
): string {
  const ranked = [...all].sort((one, other) => other.value - one.value);
  const period = periodWords(data.periods[at]!, view);
  const isPair = all.length === 2 && data.lines.length === 2;
  if (view.show === 'INDEX') return indexFinding(ranked, view, period);
  if (view.show !== 'AMOUNT') {
    return isPair && !view.over
      ? growthFinding(all as [Said, Said], data, view, data.periods[at]!)
      : `${subject}: ${listed(ranked)} ${period}`;
  }
  return view.over ? ratioFinding(ranked, view, period) : amountFinding(ranked, data, view, period);
}

function amountFinding(
  ranked: readonly Said[],
  data: ChartData,
  { item }: View,
  period: string,
): string {
  const [first, next] = ranked as [Said, Said | undefined];
  const verb = item === 'CAPEX' ? 'spent' : 'had';
  const what = item === 'CAPEX' ? '' : ` of ${ITEM_WORDS[item]}`;
  const sentence = `${first.name} ${verb} ${first.text}${what} ${period}`;
  if (!next) return sentence;
  const isThree = data.lines.length === 3 && ranked.length === 3;
  if (isThree && next.value > 0) {
    const [, ...others] = ranked.map(({ name, text }) => `${name} ${text}`);
    return `${sentence}, ${others.join(' and ')}`;
  }
  if (contains(first.line, next.line)) return `${sentence}, of which ${next.name} ${next.text}`;
  if (next.value <= 0 || contains(next.line, first.line))
    return `${sentence}, ${next.name} ${next.text}`;
  return `${sentence}, ${timesOf(first.value / next.value)} the ${next.text} of ${next.name}`;
}

/** Whether every company of the other is in the one. */
function contains(one: Line, other: Line): boolean {
  const own = companiesOf(one);
  return companiesOf(other).every((key) => own.includes(key));
}

const companiesOf = ({ key, parts }: Line) =>
  parts.length ? parts.map((part) => part.key) : [key];

/** More than this part of the lines is nearly all of them. */
const NEARLY_ALL = 3 / 4;

/** So many lines that end early are told in a title; of more, the notes tell. */
const MOST_STOPPED = 2;

/** Which lines end before the newest figure of another, or before the period that is told, and why. */
function stopWords({ lines, periods }: ChartData, at: number): string {
  const ends = lines.map(({ points }) => points.findLastIndex(({ value }) => value !== null));
  const newest = lines.length === 2 ? Math.max(...ends) : at;
  const stopped = lines.flatMap(({ name, points }, index) => {
    const end = ends[index]!;
    if (end >= newest) return [];
    if (end < 0) return `no figure is known of ${name}`;
    return `figures of ${name} end in ${periods[end]} (${points[end + 1]!.reason})`;
  });
  return stopped.length > MOST_STOPPED ? '' : stopped.map((words) => `; ${words}`).join('');
}

function growthFinding(
  [slow, fast]: [Said, Said],
  data: ChartData,
  { by }: View,
  period: string,
): string {
  const what = by.endsWith('YEAR') ? 'years' : 'quarters';
  const places = data.periods.map((_, at) => at);
  const known = (at: number) =>
    data.lines.filter(({ points }) => points[at]!.value !== null).length;
  const compared = places.filter((at) => known(at) === 2);
  const single = places.filter((at) => known(at) === 1).length;
  const others = single ? ` (${single} more cannot be compared)` : '';
  const faster = outgrown(data);
  return `${fast.name} ${fasterWords(data, faster)} than ${slow.name} in ${faster.size} of ${compared.length} ${what}${others}; in ${period}: ${fast.text} against ${slow.text}`;
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

/** What the second line did in these periods, in which it was above the first: what falls does not grow. */
export function fasterWords({ lines }: ChartData, places: ReadonlySet<number>): string {
  const values = [...places].map((at) => lines[1]?.points[at]?.value ?? 0);
  const hasGrown = values.some((value) => value >= 0);
  const hasFallen = values.some((value) => value < 0);
  return hasFallen ? (hasGrown ? 'grew faster or fell less' : 'fell less') : 'grew faster';
}

const periodWords = (period: string, { by }: View) =>
  by === 'TRAILING_TWELVE_MONTHS' ? `in the ${windowWords(period, { by })}` : `in ${period}`;
