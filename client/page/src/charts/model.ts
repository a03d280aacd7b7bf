import type { SeriesQuery } from '../generated/documents.ts';
import type { Catalogue, Subject } from '../queries/subject.ts';
import { quarterOfDay } from '../state/quarters.ts';
import type { View } from '../state/view.ts';
import { listWords, REASON_WORDS } from '../state/words.ts';
import { colourOf } from './palette.ts';
import { printed, type Unit } from './print.ts';

/** One value of a chart, with the address of its working. */
export interface Point {
  readonly period: string;
  readonly value: number | null;
  /** As it is printed. */
  readonly text: string;
  readonly isEstimated: boolean;
  /** Why there is no value, in words; empty where there is one. */
  readonly reason: string;
  /** Whether it is of a year that is not over. */
  readonly isOpen: boolean;
  /** Whether nothing of a period this late was published yet. */
  readonly isToCome: boolean;
  /** Of a fiscal year, the calendar quarters that it takes, e.g. 2025Q3 to 2026Q2. */
  readonly span: string;
  readonly href: string;
  /** Subject, period, number: what a screen reader says. */
  readonly label: string;
}

/** One subject over the periods, with the parts of its companies where it is a group. */
export interface Line {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  readonly points: readonly Point[];
  readonly parts: readonly Line[];
  /** Of a group, companies that some of its figures leave out, since they publish none. */
  readonly leftOut: readonly string[];
}

/** What a chart and its table are drawn from. */
export interface ChartData {
  readonly periods: readonly string[];
  readonly lines: readonly Line[];
  readonly unit: Unit;
  /** Where the same is as CSV. */
  readonly csv: string;
}

type LinkTo = (changes: Partial<View>) => string;

/** What the answer to a view's question draws. */
export function chartData(
  { series: { periods, series, csv } }: SeriesQuery,
  view: View,
  subjects: readonly Subject[],
  catalogue: Catalogue,
  linkTo: LinkTo,
): ChartData {
  // Addresses differ in this alone, and there are hundreds of them.
  const [before, after] = linkTo({ point: '…' }).split('=%E2%80%A6') as [string, string];
  const unit: Unit = {
    kind: series[0]?.unit ?? 'MONEY',
    currency: view.currency,
    isDifference: view.show.startsWith('GROWTH'),
    isChange: Boolean(view.over) && view.show !== 'AMOUNT',
  };
  const labels = periods.map(({ label }) => label);
  const today = view.asOf || new Date().toISOString().slice(0, 10);
  const isYear = view.by.endsWith('YEAR');
  const open = new Set(periods.flatMap(({ label, end }) => (end && end > today ? label : [])));
  const nameOf = (slug: string) =>
    catalogue.companies.nodes.find((company) => company.slug === slug)?.name ?? slug;
  const pointOf = (key: string, name: string, period: string, measure: Measured): Point => {
    const { value, quality } = measure;
    const isOpen =
      value === null &&
      isYear &&
      (open.has(period) || (measure.span ?? '').slice(-6) >= quarterOfDay(today));
    const reason = isOpen ? 'year not over' : measure.reason;
    const text = value === null ? reason : printed(value, unit);
    return {
      period,
      value,
      text,
      isEstimated: quality === 'ESTIMATED',
      reason: value === null ? reason : '',
      isOpen,
      isToCome: value === null && measure.isToCome,
      span: measure.span ?? '',
      href: `${before}=${key}.${period}${after}`,
      label: `${name}, ${period}: ${text}`,
    };
  };
  const lines = series.map(({ values, measures }, index): Line => {
    const { key, name, members, isGroup } = subjects[index]!;
    const points = labels.map((period, row) =>
      pointOf(key, name, period, {
        value: values[row] ?? null,
        quality: measures[row]!.quality,
        reason: whyMissing(measures[row]!.missing, isGroup),
        isToCome: isToCome(measures[row]!.missing),
        span: spanOf(measures[row]!),
      }),
    );
    const parts = !isGroup
      ? []
      : members.map((slug, member): Line => {
          const partKey = `@${slug}`;
          const partName = nameOf(slug);
          return {
            key: partKey,
            name: partName,
            colour: colourOf(subjects[index]!.country, member),
            parts: [],
            leftOut: [],
            points: labels.map((period, row) => {
              const measure = measures[row]!;
              const part =
                'parts' in measure
                  ? measure.parts?.find(({ company }) => company.slug === slug)
                  : undefined;
              return pointOf(partKey, partName, period, {
                value: part?.amount.value ?? null,
                quality: part?.amount.quality ?? null,
                reason: REASON_WORDS[part?.amount.missing[0]?.reason ?? ''] ?? 'not in the sum',
                isToCome: isToCome(part?.amount.missing ?? []),
              });
            }),
          };
        });
    const sameCountry = subjects
      .slice(0, index)
      .filter(({ country }) => country === subjects[index]!.country);
    return {
      key,
      name,
      colour: colourOf(subjects[index]!.country, sameCountry.length),
      points,
      parts,
      leftOut: [...new Set(measures.flatMap(leftOutOf))],
    };
  });
  return {
    periods: labels,
    lines,
    unit,
    csv,
  };
}

type Measure = SeriesQuery['series']['series'][number]['measures'][number];

/** The amount that says of which companies and quarters a measure is. */
function amountOf(measure: Measure) {
  return 'excluded' in measure
    ? measure
    : 'numerator' in measure
      ? measure.numerator
      : 'ratio' in measure
        ? measure.ratio.numerator
        : 'to' in measure
          ? measure.to
          : undefined;
}

/** The companies that a figure of a group leaves out. */
const leftOutOf = (measure: Measure): string[] =>
  amountOf(measure)?.excluded.map(({ company }) => company.name) ?? [];

/** The calendar quarters of a fiscal year; empty where that is not asked for. */
function spanOf(measure: Measure): string {
  const { yearFrom, yearTo } = amountOf(measure) ?? {};
  return yearFrom && yearTo ? `${yearFrom} to ${yearTo}` : '';
}

const isToCome = (gaps: readonly { reason: string }[]) =>
  gaps.length > 0 && gaps.every(({ reason }) => reason === 'NOT_YET_PUBLISHED');

interface Measured {
  readonly value: number | null;
  readonly quality: string | null | undefined;
  readonly reason: string;
  readonly isToCome: boolean;
  readonly span?: string;
}

/** E.g. Tencent: not yet published; of a company, without its name. */
function whyMissing(
  gaps: readonly { company: { name: string }; reason: string }[],
  isGroup: boolean,
): string {
  const [first] = gaps;
  if (!first) return 'no value';
  if (!isGroup) return REASON_WORDS[first.reason] ?? first.reason;
  const names = gaps
    .filter(({ reason }) => reason === first.reason)
    .map(({ company }) => company.name);
  return `${listWords([...new Set(names)])}: ${REASON_WORDS[first.reason] ?? first.reason}`;
}

const isKnown = ({ points, parts }: Line, index: number): boolean =>
  points[index]!.value !== null || parts.some((part) => isKnown(part, index));

/** Whether there is anything to draw. */
export const hasFigures = ({ lines, periods }: ChartData) =>
  periods.some((_, index) => lines.some((line) => isKnown(line, index)));

/**
 * The same without the periods before the first figure: that figures begin somewhere is no gap. Nor is it one that
 * lines end; columns have a mark in a period that is to come.
 */
export function withoutEnds(data: ChartData, isStacked: boolean): ChartData {
  const isShown = (_: string, index: number) => data.lines.some((line) => isKnown(line, index));
  const start = Math.max(0, data.periods.findIndex(isShown));
  const end = isStacked ? data.periods.length : data.periods.findLastIndex(isShown) + 1;
  const between = (line: Line): Line => ({
    ...line,
    points: line.points.slice(start, end),
    parts: line.parts.map(between),
  });
  return { ...data, periods: data.periods.slice(start, end), lines: data.lines.map(between) };
}
