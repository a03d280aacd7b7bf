import { type Amount, Growth, Ratio } from './amount.ts';
import { formatCalendarQuarter } from './calendar-quarter.ts';
import type { CompanyAmount } from './company-amount.ts';
import { formatDay } from './day.ts';
import type { Leg } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import { listed, MINUS, millions, percent, signedPercent } from './format.ts';
import type { Gap } from './gap.ts';
import { GroupAmount } from './group-amount.ts';
import { TAXONOMY } from './measures.ts';
import { type GapReason, WINDOWS } from './vocabulary.ts';

/** How any measure came about, in words and figures. */
export function explain(measure: Amount | Growth | Ratio): string {
  if (measure instanceof Growth) return explainGrowth(measure);
  if (measure instanceof Ratio) return explainRatio(measure);
  if (measure instanceof GroupAmount) return explainGroupAmount(measure);
  return explainAmount(measure as CompanyAmount);
}

/** Capex of Alibaba Group, 2025Q2: 38,676 m CNY, published 2025-08-29 (purchases-gross). */
function explainAmount(amount: CompanyAmount): string {
  const value = amount.value();
  if (value === null) return explainGaps(amount.missing);
  const { facts, item, currency } = amount;
  const [fact] = facts;
  const isConverted = amount.exchangeRates.length > 0;
  const terms = facts.map((fact) => {
    const unit = isConverted ? ` m ${fact.currency}` : '';
    return `${millions(fact.value)}${unit}${conversionOf(amount, fact)}`;
  });
  const isSum = facts.length > 1 || isConverted;
  const sum = `${terms.join(' + ')}${isSum ? ` = ${millions(value)}` : ''} m ${currency}`;
  const published = facts.length > 1 ? '' : `, published ${formatDay(fact!.publishedOn)}`;
  const origin = [amount.definition, ...weaknesses(facts)].join('; ');
  return `${capitalized(item.name)} of ${amount.subject}, ${periodOf(amount)}: ${sum}${published} (${origin})`;
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
  const remarks = [...new Set([...to.remarks, ...from.remarks])];
  const likeForLike = remarks.length > 0 ? `, like for like: ${listed(remarks)}` : '';
  return `${money(to)} (${periodOf(to)}) / ${money(from)} (${periodOf(from)}) ${MINUS} 1 = ${signedPercent(value)}${likeForLike}${without(to)}`;
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

/** , without Meta Platforms */
function without(...amounts: readonly Amount[]): string {
  const names = [...new Set(amounts.flatMap(({ leftOut }) => leftOut))];
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
export function periodOf({ calendarQuarter, window }: Amount): string {
  const quarter = formatCalendarQuarter(calendarQuarter);
  return window === WINDOWS.QUARTER ? quarter : `twelve months to ${quarter}`;
}

function money(amount: Amount): string {
  return `${millions(amount.value()!)} m ${amount.currency}`;
}

function conversionOf({ view }: CompanyAmount, fact: Fact): string {
  const conversion = view.conversion(fact.row, fact.calendarQuarter);
  if (!conversion?.legs.length) return '';
  const rates = conversion.legs.map(
    ({ rate, multiply }: Leg) => `${multiply ? '×' : '/'} ${Number(rate.average)}`,
  );
  return ` ${rates.join(' ')}`;
}

/** 2 of 4 quarters derived */
function weaknesses(facts: readonly Fact[]): string[] {
  return (['DERIVED', 'ESTIMATED'] as const).flatMap((quality) => {
    const count = facts.filter((fact) => fact.quality === quality).length;
    if (count === 0) return [];
    const which = facts.length > 1 ? `${count} of ${facts.length} quarters ` : '';
    return [`${which}${quality.toLowerCase()}`];
  });
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const REASONS: Readonly<Record<GapReason, string>> = {
  NOT_DISCLOSED: 'is not disclosed',
  NOT_YET_PUBLISHED: 'was not yet published',
  OUT_OF_RANGE: 'lies before the oldest quarter known',
  NOT_DERIVABLE: 'is known only within a longer period',
  NOT_COMPARABLE: 'is not known in the newest definition',
  NOT_MEANINGFUL: 'is zero or less',
  NO_EXCHANGE_RATE: 'has no average exchange rate',
};
