import { type Amount, Growth, GrowthLead, Ratio, RatioChange } from './amount.ts';
import { formatCalendarQuarter } from './calendar-quarter.ts';
import type { CompanyAmount } from './company-amount.ts';
import { formatDay } from './day.ts';
import type { Leg } from './exchange-rates.ts';
import { listed, MINUS, millions, percent, signedPercent, signedPoints } from './format.ts';
import type { Gap } from './gap.ts';
import { GroupAmount } from './group-amount.ts';
import { TAXONOMY } from './measures.ts';
import type { QuarterFigure } from './quarter-figure.ts';
import { lengthOf } from './reported/quarter-range.ts';
import { type GapReason, WINDOWS } from './vocabulary.ts';

/** All that can be explained. */
export type Explained = Amount | Growth | Ratio | RatioChange | GrowthLead;

/** How any measure came about, in words and figures. */
export function explain(measure: Explained): string {
  if (measure instanceof RatioChange) return explainChange(measure);
  if (measure instanceof GrowthLead) return explainLead(measure);
  if (measure instanceof Growth) return explainGrowth(measure);
  if (measure instanceof Ratio) return explainRatio(measure);
  if (measure instanceof GroupAmount) return explainGroupAmount(measure);
  return explainAmount(measure as CompanyAmount);
}

/**
 * Capex of Alibaba Group, 2025Q2: 38,676 m CNY, published 2025-08-29 (purchases-gross); of a difference,
 * Capex of Hazel, 2023Q4: 20 m USD = 56 m of the 4 quarters to 2023Q4, published 2024-02-15, − 36 m of the
 * 3 quarters to 2023Q3, published 2023-10-31 (…; derived)
 */
function explainAmount(amount: CompanyAmount): string {
  const value = amount.value();
  if (value === null) return explainGaps(amount.missing);
  const { figures, item, currency } = amount;
  const isConverted = amount.exchangeRates.length > 0;
  const terms = figures.map((figure) => {
    const unit = isConverted ? ` m ${figure.conceptLine.line.currency}` : '';
    return `${millions(figure.value)}${unit}${conversionOf(figure)}`;
  });
  const isSum = figures.length > 1 || isConverted;
  const sum = `${terms.join(' + ')}${isSum ? ` = ${millions(value)}` : ''} m ${currency}`;
  const origin = [definitionsOf(amount), ...weaknesses(figures)].join('; ');
  return `${capitalized(item.name)} of ${amount.subject}, ${periodOf(amount)}: ${sum}${workingOf(figures)} (${origin})`;
}

/** purchases-gross; or, of tags that are one line of the company, us-gaap:A and us-gaap:B as one line */
function definitionsOf({ facts }: CompanyAmount): string {
  const definitions = [...new Set(facts.map(({ definition }) => definition))];
  return definitions.length > 1 ? `${listed(definitions)} as one line` : definitions.join();
}

/** Where a single figure was published, or what it is taken from. */
function workingOf(figures: readonly QuarterFigure[]): string {
  const [figure] = figures;
  if (figures.length !== 1 || !figure) return '';
  const [fact] = figure.facts;
  if (!figure.isDifference) return `, published ${formatDay(fact!.publishedOn)}`;
  const terms = figure.facts.map((each) => {
    const { quarters, value, publishedOn } = each;
    const length = lengthOf(quarters);
    const last = formatCalendarQuarter(quarters.last);
    const period = length === 1 ? last : `the ${length} quarters to ${last}`;
    return `${millions(value)} m of ${period}, published ${formatDay(publishedOn)}`;
  });
  return ` = ${terms.join(`, ${MINUS} `)}`;
}

/** Capex of China hyperscalers, 2025Q2: 38,676 (Alibaba Group) + 19,107 (Tencent) + 3,800 (Baidu) = 61,583 m CNY */
function explainGroupAmount(amount: GroupAmount): string {
  const value = amount.value();
  if (value === null) return explainGaps(amount.missing);
  const { item, amounts, currency } = amount;
  const terms = amounts.map((member) => `${millions(member.value()!)} (${member.subject})`);
  return `${capitalized(item.name)} of ${amount.subject}, ${periodOf(amount)}: ${terms.join(' + ')} = ${millions(value)} m ${currency}${without(amount)}`;
}

/** 38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) − 1 = +57.1 % */
function explainGrowth(growth: Growth): string {
  const { value, from, to } = growth;
  if (value === null) return explainGaps(growth.missing);
  return `${money(to)} (${periodOf(to)}) / ${money(from)} (${periodOf(from)}) ${MINUS} 1 = ${signedPercent(value)}${likeForLike(to, from)}${without(to)}`;
}

/**
 * 38,676 m CNY (capex) / 247,652 m CNY (revenue) = 15.6 %, 2025Q2; or, of one item of two groups,
 * 95,811 m USD (US hyperscalers) / 8,514 m USD (China hyperscalers) = 11.25 times, 2025Q2
 */
function explainRatio(ratio: Ratio): string {
  const { value, numerator, denominator } = ratio;
  if (value === null) return explainGaps(ratio.missing);
  const isMultiple = numerator.item === denominator.item;
  const [over, under] = [numerator, denominator].map(
    (amount) => `${money(amount)} (${isMultiple ? amount.subject : amount.item.name})`,
  );
  const result = isMultiple ? `${value.toFixed(2)} times` : percent(value);
  return `${over} / ${under} = ${result}, ${periodOf(numerator)}${without(numerator, denominator)}`;
}

/**
 * 38,676 m CNY / 247,652 m CNY (capex / revenue, 2025Q2) − 12,094 m CNY / 243,236 m CNY (2024Q2) = +10.6 percentage points
 */
function explainChange(change: RatioChange): string {
  const { from, to, points } = change;
  if (points === null) return explainGaps(change.missing);
  const { numerator, denominator } = to;
  const amounts = [numerator, denominator, from.numerator, from.denominator];
  const [over, under, overThen, underThen] = amounts.map(money);
  const items = `${numerator.item.name} / ${denominator.item.name}`;
  return `${over} / ${under} (${items}, ${periodOf(numerator)}) ${MINUS} ${overThen} / ${underThen} (${periodOf(from.numerator)}) = ${signedPoints(points)}${likeForLike(...amounts)}${without(numerator, denominator)}`;
}

/** 8,514 m USD / 4,000 m USD (China hyperscalers) − 95,811 m USD / 58,000 m USD (US hyperscalers) = +47.7 percentage points, 2025Q2 over 2024Q2 */
function explainLead(lead: GrowthLead): string {
  const { baseline, challenger, points } = lead;
  if (points === null) return explainGaps(lead.missing);
  const amounts = [challenger.to, challenger.from, baseline.to, baseline.from];
  const [ours, oursThen, theirs, theirsThen] = amounts.map(money);
  const { to, from } = challenger;
  return `${ours} / ${oursThen} (${to.subject}) ${MINUS} ${theirs} / ${theirsThen} (${baseline.to.subject}) = ${signedPoints(points)}, ${periodOf(to)} over ${periodOf(from)}${likeForLike(...amounts)}${without(to, baseline.to)}`;
}

/** , like for like: Alibaba Group as net-of-disposals */
function likeForLike(...amounts: readonly Amount[]): string {
  const remarks = [...new Set(amounts.flatMap(({ remarks }) => remarks))];
  return remarks.length > 0 ? `, like for like: ${listed(remarks)}` : '';
}

/** , without Meta Platforms */
function without(...amounts: readonly Amount[]): string {
  const names = [
    ...new Set(amounts.flatMap(({ excluded }) => excluded.map(({ company }) => company.name))),
  ];
  return names.length > 0 ? `, without ${listed(names)}` : '';
}

/** No value: cloud revenue of Tencent is not disclosed (2025Q2). */
function explainGaps(gaps: readonly Gap[]): string {
  const quarters = new Map<string, string[]>();
  for (const { concept, company, calendarQuarter, reason } of gaps) {
    const sentence = `${TAXONOMY[concept].name} of ${company.name} ${REASONS[reason]}`;
    const list = quarters.get(sentence) ?? [];
    quarters.set(sentence, [...list, formatCalendarQuarter(calendarQuarter)]);
  }
  const sentences = [...quarters].map(([sentence, list]) => `${sentence} (${listed(list)})`);
  return `No value: ${sentences.join('; ')}`;
}

/** 2025Q2, or twelve months to 2025Q2. */
function periodOf({ calendarQuarter, window }: Amount): string {
  const quarter = formatCalendarQuarter(calendarQuarter);
  return window === WINDOWS.QUARTER ? quarter : `twelve months to ${quarter}`;
}

function money(amount: Amount): string {
  return `${millions(amount.value()!)} m ${amount.currency}`;
}

function conversionOf({ conversion }: QuarterFigure): string {
  if (!conversion?.legs.length) return '';
  const rates = conversion.legs.map(
    ({ rate, multiply }: Leg) => `${multiply ? '×' : '/'} ${Number(rate.average)}`,
  );
  return ` ${rates.join(' ')}`;
}

/** 2 of 4 quarters derived */
function weaknesses(figures: readonly QuarterFigure[]): string[] {
  return (['DERIVED', 'ESTIMATED'] as const).flatMap((quality) => {
    const count = figures.filter((figure) => figure.quality === quality).length;
    if (count === 0) return [];
    const which = figures.length > 1 ? `${count} of ${figures.length} quarters ` : '';
    return [`${which}${quality.toLowerCase()}`];
  });
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const REASONS: Readonly<Record<GapReason, string>> = {
  NOT_DISCLOSED: 'is not disclosed',
  NOT_YET_PUBLISHED: 'was not yet published',
  NOT_IN_DATASET: 'is not in the dataset',
  OUT_OF_RANGE: 'lies before the oldest quarter known',
  NOT_DERIVABLE: 'does not follow from the periods that are reported',
  NOT_COMPARABLE: 'is not known in the same definition',
  NOT_MEANINGFUL: 'is zero or less',
  NO_EXCHANGE_RATE: 'has no average exchange rate',
};
