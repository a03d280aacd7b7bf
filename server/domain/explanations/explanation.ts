import { type Amount, Growth, GrowthLead, Multiple, Ratio, RatioChange } from '../amount.ts';
import { CompanyAmount } from '../company-amount.ts';
import { MINUS, millions, percent, signedPercent, signedPoints, toTenths } from '../format.ts';
import { IndexNumber } from '../index-number.ts';
import { NetAmount } from '../net-amount.ts';
import { explainCompanyAmount, explainGroupAmount, explainNetAmount } from './amounts.ts';
import { explainGaps, isOfDivisor } from './missing.ts';
import { periodOf } from './periods.ts';
import { remarksOn } from './remarks.ts';

/** All that can be explained. */
export type Explained = Amount | Growth | Ratio | RatioChange | GrowthLead | IndexNumber;

/** How any measure came about, in words and figures. */
export function explain(measure: Explained): string {
  if (measure instanceof RatioChange) return explainChange(measure);
  if (measure instanceof GrowthLead) return explainLead(measure);
  if (measure instanceof Growth) return explainGrowth(measure);
  if (measure instanceof IndexNumber) return explainIndex(measure);
  if (measure instanceof Ratio) return explainRatio(measure);
  if (measure instanceof CompanyAmount) return explainCompanyAmount(measure);
  return measure instanceof NetAmount ? explainNetAmount(measure) : explainGroupAmount(measure);
}

/** 38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) − 1 = +57.1 %; over years, 12.3 % a year */
function explainGrowth(growth: Growth): string {
  const { value, annualRate, from, to } = growth;
  if (value === null) return explainGaps(growth.missing, divisorsOf(growth));
  const isLonger = annualRate !== null && to.calendarQuarter - from.calendarQuarter > 4;
  const yearly = isLonger ? `, ${signedPercent(annualRate)} a year` : '';
  return `${money(to)} (${periodOf(to)}) / ${money(from)} (${periodOf(from)}) ${MINUS} 1 = ${signedPercent(value)}${yearly}${remarksOn(to, from)}`;
}

/** 38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) × 100 = 157.1 */
function explainIndex(index: IndexNumber): string {
  const { value, from, to } = index;
  if (value === null) return explainGaps(index.missing, divisorsOf(index));
  return `${money(to)} (${periodOf(to)}) / ${money(from)} (${periodOf(from)}) × 100 = ${toTenths(value)}${remarksOn(to, from)}`;
}

/**
 * 38,676 m CNY (capex) / 247,652 m CNY (revenue) = 15.6 %, 2025Q2; of one item of two, 38,676 m CNY (Alibaba
 * Group) / 61,583 m CNY (China hyperscalers) = 62.8 %, 2025Q2; or how many times one is the other, 11.25 times
 */
function explainRatio(ratio: Ratio): string {
  const { value, numerator, denominator } = ratio;
  if (value === null) return explainGaps(ratio.missing, divisorsOf(ratio));
  const isOfTwo = numerator.item === denominator.item;
  const [over, under] = [numerator, denominator].map(
    (amount) => `${money(amount)} (${isOfTwo ? amount.subject : amount.item.name})`,
  );
  const result = ratio instanceof Multiple ? `${value.toFixed(2)} times` : percent(value);
  return `${over} / ${under} = ${result}, ${periodOf(numerator)}${remarksOn(numerator, denominator)}`;
}

/**
 * 38,676 m CNY / 247,652 m CNY (capex / revenue, 2025Q2) − 12,094 m CNY / 243,236 m CNY (2024Q2) = +10.6 percentage points
 */
function explainChange(change: RatioChange): string {
  const { from, to, points } = change;
  if (points === null) return explainGaps(change.missing, divisorsOf(change));
  const { numerator, denominator } = to;
  const amounts = [numerator, denominator, from.numerator, from.denominator];
  const [over, under, overThen, underThen] = amounts.map(money);
  const items = `${numerator.item.name} / ${denominator.item.name}`;
  return `${over} / ${under} (${items}, ${periodOf(numerator)}) ${MINUS} ${overThen} / ${underThen} (${periodOf(from.numerator)}) = ${signedPoints(points)}${remarksOn(...amounts)}`;
}

/** 8,514 m USD / 4,000 m USD (China hyperscalers) − 95,811 m USD / 58,000 m USD (US hyperscalers) = +47.7 percentage points, 2025Q2 over 2024Q2 */
function explainLead(lead: GrowthLead): string {
  const { baseline, challenger, points } = lead;
  if (points === null) return explainGaps(lead.missing, divisorsOf(lead));
  const amounts = [challenger.to, challenger.from, baseline.to, baseline.from];
  const [ours, oursThen, theirs, theirsThen] = amounts.map(money);
  const { to, from } = challenger;
  return `${ours} / ${oursThen} (${to.subject}) ${MINUS} ${theirs} / ${theirsThen} (${baseline.to.subject}) = ${signedPoints(points)}, ${periodOf(to)} over ${periodOf(from)}${remarksOn(...amounts)}`;
}

/** The amounts of zero or less that something would have to be divided by. */
function divisorsOf(measure: Exclude<Explained, Amount>): Amount[] {
  if (!measure.missing.some(isOfDivisor)) return [];
  if (measure instanceof Ratio) return [measure.denominator];
  if (measure instanceof RatioChange) return [measure.to, measure.from].flatMap(divisorsOf);
  if (measure instanceof GrowthLead)
    return [measure.challenger, measure.baseline].flatMap(divisorsOf);
  return [measure.from];
}

function money(amount: Amount): string {
  return `${millions(amount.value()!)} m ${amount.currency}`;
}
