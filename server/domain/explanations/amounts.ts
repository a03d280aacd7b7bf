import type { Amount } from '../amount.ts';
import { formatCalendarQuarter } from '../calendar-quarter.ts';
import type { CompanyAmount } from '../company-amount.ts';
import { formatDay } from '../day.ts';
import type { Leg } from '../exchange-rates.ts';
import type { Fact } from '../fact.ts';
import { addingUp, listed, MINUS, millions } from '../format.ts';
import type { LineFigure } from '../line-figure.ts';
import type { NetAmount } from '../net-amount.ts';
import { lengthOf } from '../reported/quarter-range.ts';
import { companyAmountsOf } from './company-amounts.ts';
import { explainGaps } from './missing.ts';
import { hiddenEndOf, periodOf } from './periods.ts';
import { coarseUnitOf, remarksOn } from './remarks.ts';

/**
 * Capex of Alibaba Group, 2025Q2: 38,676 m CNY, published 2025-08-29 (purchases-gross); of a difference,
 * Capex of Hazel, 2023Q4: 20 m USD = 56 m of the 4 quarters to 2023Q4, published 2024-02-15, − 36 m of the
 * 3 quarters to 2023Q3, published 2023-10-31 (…; derived)
 */
export function explainCompanyAmount(amount: CompanyAmount): string {
  const value = amount.value();
  if (value === null) return explainGaps(amount.missing);
  const { figures, currency } = amount;
  const end = hiddenEndOf(figures.at(-1));
  const origin = [definitionsOf(figures), ...weaknesses(figures)].join('; ');
  return `${headOf(amount)}${end ? `, ${end}` : ''}: ${sumOf(figures, value)} m ${currency}${workingOf(figures, currency)} (${origin})`;
}

/** Free cash flow of Microsoft, 2025Q2: 42,647 (operating cash flow) − 17,079 (capex) = 25,568 m USD (as-reported and purchases-gross) */
export function explainNetAmount(net: NetAmount): string {
  const value = net.value();
  if (value === null) return explainGaps(net.missing);
  const { amount, less, currency } = net;
  const [one, other, result] = addingUp([amount.value()!, -less.value()!], value);
  const minus = other!.startsWith(MINUS) ? `${MINUS} ${other!.slice(1)}` : `+ ${other}`;
  return `${headOf(net)}: ${one} (${amount.item.name}) ${minus} (${less.item.name}) = ${result} m ${currency} (${definitionsIn(net)})${remarksOn(net)}`;
}

/**
 * Capex of China hyperscalers, 2025Q2: 38,676 (Alibaba Group) + 19,107 (Tencent) + 3,800 (Baidu) = 61,583 m CNY
 * (purchases-gross; Tencent as additions-accrued)
 */
export function explainGroupAmount(sum: Amount): string {
  const value = sum.value();
  if (value === null) return explainGaps(sum.missing);
  const { parts, currency } = sum;
  const values = parts.map(({ amount }) => amount.value()!);
  const numbers = addingUp(values, value);
  const terms = parts.map(({ company }, place) => `${numbers[place]} (${company.name})`);
  return `${headOf(sum)}: ${terms.join(' + ')} = ${numbers.at(-1)} m ${currency} (${definitionsOfParts(sum)})${remarksOn(sum)}`;
}

/** Capex of Alibaba Group, 2025Q2 */
function headOf(amount: Amount): string {
  const { name } = amount.item;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} of ${amount.subject}, ${periodOf(amount)}`;
}

/** 17,491 + 31,775 = 49,266; or, converted, 17,491 m CNY / 7.1641 + 31,775 m CNY / 7.1896 = 6,861.1 */
function sumOf(figures: readonly LineFigure[], value: number): string {
  if (figures.some(({ conversion }) => conversion!.legs.length > 0)) {
    const terms = figures.map((each) => `${reportedOf(each, figures)}${conversionOf(each)}`);
    return `${terms.join(' + ')} = ${millions(value)}`;
  }
  if (figures.length === 1) return numbersOf(figures[0]!).at(-1)!;
  const numbers = addingUp(
    figures.map((figure) => figure.value),
    value,
  );
  return `${numbers.slice(0, -1).join(' + ')} = ${numbers.at(-1)}`;
}

/** purchases-gross; or, of tags that are one line of the company, us-gaap:A and us-gaap:B as one line */
function definitionsOf(figures: readonly LineFigure[]): string {
  const facts = figures.flatMap((figure) => figure.facts);
  const definitions = [...new Set(facts.map(({ definition }) => definition))];
  return definitions.length > 1 ? `${listed(definitions)} as one line` : definitions.join();
}

/** The same of an amount; of free cash flow, as-reported and purchases-gross. */
function definitionsIn(amount: Amount): string {
  return listed([
    ...new Set(companyAmountsOf(amount).map(({ figures }) => definitionsOf(figures))),
  ]);
}

/** Those of a sum's members: the one of most, and whose are others. */
function definitionsOfParts({ parts }: Amount): string {
  const own = parts.map(({ company, amount }) => [definitionsIn(amount), company.name] as const);
  const count = (definition: string) => own.filter(([other]) => other === definition).length;
  const [most] = own.map(([definition]) => definition).sort((a, b) => count(b) - count(a));
  const isShared = own.length === 1 || count(most!) > 1;
  const others = own.filter(([definition]) => !isShared || definition !== most);
  return [
    ...(isShared ? [most!] : []),
    ...others.map(([definition, name]) => `${name} as ${definition}`),
  ].join('; ');
}

/** 38,676 m CNY; of a difference that is explained, with as many digits as its working. */
function reportedOf(figure: LineFigure, figures: readonly LineFigure[]): string {
  const number = figures.length === 1 ? numbersOf(figure).at(-1)! : millions(figure.value);
  return `${number} m ${figure.conceptLine.line.currency}`;
}

/** What a figure is taken from and then itself, in millions that add up. */
function numbersOf({ facts, value, isDifference }: LineFigure): string[] {
  if (!isDifference) return [millions(value)];
  return addingUp(
    facts.map((fact, place) => (place === 0 ? fact.value : -fact.value)),
    value,
  );
}

/** Where a single figure was published, or what it is taken from. */
function workingOf(figures: readonly LineFigure[], currency: string): string {
  const [figure] = figures;
  if (figures.length !== 1 || !figure) return '';
  const { facts } = figure;
  if (!figure.isDifference) return `, published ${formatDay(facts[0]!.publishedOn)}`;
  const numbers = numbersOf(figure);
  const terms = facts.map((fact, place) => {
    const number = place === 0 ? numbers[place]! : numbers[place]!.replace(MINUS, '');
    return `${number} m of ${quartersOf(fact)}, published ${formatDay(fact.publishedOn)}`;
  });
  const isConverted = figure.conceptLine.line.currency !== currency;
  const again = isConverted ? `; ${reportedOf(figure, figures)}` : '';
  return `${again} = ${terms.join(`, ${MINUS} `)}`;
}

function quartersOf({ quarters }: Fact): string {
  const length = lengthOf(quarters);
  const last = formatCalendarQuarter(quarters.last);
  return length === 1 ? last : `the ${length} quarters to ${last}`;
}

function conversionOf({ conversion }: LineFigure): string {
  const rates = conversion!.legs.map(
    ({ rate, multiply }: Leg) => ` ${multiply ? '×' : '/'} ${Number(rate.average)}`,
  );
  return rates.join('');
}

/** 2 of 4 quarters derived; 1 of 4 quarters rounded to 0.1 bn */
function weaknesses(figures: readonly LineFigure[]): string[] {
  const words = figures.flatMap((figure) => {
    const { quality } = figure;
    const coarse = coarseUnitOf([figure]);
    return [
      ...(quality === 'REPORTED' ? [] : [quality.toLowerCase()]),
      ...(coarse ? [`rounded to ${coarse}`] : []),
    ];
  });
  return [...new Set(words)].sort().map((weakness) => {
    const count = words.filter((word) => word === weakness).length;
    return figures.length > 1 ? `${count} of ${figures.length} quarters ${weakness}` : weakness;
  });
}
