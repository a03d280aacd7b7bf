import { addDays, formatDay } from '../../../domain/day.ts';
import type { Currency } from '../../../domain/vocabulary.ts';
import { groupBy } from '../quarters/group-by.ts';
import { isYearLong } from '../quarters/prints.ts';
import type { TaggedPrints } from '../read/print.ts';

/** EDGAR's legal forms at the end of a name, and its marks of the state, as in /DE/. */
const LEGAL_FORM =
  /[\s,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|l\.p|n\.?v|s\.?a|ag|se)\.?$/i;
const STATE = /\s*\/[A-Z ]+\/?$/;
/** A year of 52 or 53 weeks ends up to a week into the month after the one that it is named by. */
const WEEK = 7;

/** The name as EDGAR has it, without capitals throughout: Alphabet Inc. for ALPHABET INC. */
export function filerName(entityName: string): string {
  const name = entityName.replace(STATE, '').trim();
  if (/\p{Ll}/u.test(name)) return name;
  // Short words are as likely initials as words: IBM, 3M, AT&T.
  return name.replace(/[\p{L}&\d]+/gu, (word) =>
    isLegalForm(word) || (word.length > 3 && !word.includes('&'))
      ? word.charAt(0) + word.slice(1).toLowerCase()
      : word,
  );
}

/** The name as readers know it, without its legal form: Alphabet. */
export function companyName(entityName: string): string {
  const name = filerName(entityName);
  const short = name.replace(LEGAL_FORM, '');
  return short === name ? name : companyName(short);
}

/** A slug that no other company has: alphabet, or alphabet-1652044 where that is taken. */
export function companySlug(entityName: string, cik: string, taken: ReadonlySet<string>): string {
  const slug = companyName(entityName)
    .normalize('NFKD')
    .replace(/['’]|\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const number = String(Number(cik));
  if (slug === '') return `cik-${number}`;
  return taken.has(slug) ? `${slug}-${number}` : slug;
}

/** The currency that most of a company's figures are in; a file may hold a convenience translation too. */
export function reportingCurrency(tags: readonly TaggedPrints[]): Currency | undefined {
  const count = (ofCurrency: readonly TaggedPrints[]) =>
    ofCurrency.reduce((sum, { prints }) => sum + prints.length, 0);
  return [...groupBy(tags, ({ currency }) => currency)]
    .map(([currency, ofCurrency]) => ({ currency, prints: count(ofCurrency) }))
    .filter(({ prints }) => prints > 0)
    .sort((a, b) => b.prints - a.prints)[0]?.currency;
}

/**
 * The month in which the fiscal year ends: that of the newest year in each annual report, by the
 * last three reports. (A quarterly report may print twelve months, too, as Amazon's do.)
 */
export function fiscalYearEndMonth(tags: readonly TaggedPrints[]): number | undefined {
  const years = tags
    .flatMap(({ prints }) => prints)
    .filter(({ form }) => /^(10-K|20-F|40-F)/.test(form))
    .filter(isYearLong);
  const newest = [...groupBy(years, ({ accession }) => accession).values()]
    .map((ofReport) => ofReport.reduce((a, b) => (a.end >= b.end ? a : b)))
    .sort((a, b) => b.end - a.end || b.filed - a.filed)
    .slice(0, 3)
    .map(({ end }) => Number(formatDay(addDays(end, -WEEK)).slice(5, 7)));
  const months = [...groupBy(newest, (month) => month).values()];
  return months.sort((a, b) => b.length - a.length)[0]?.[0];
}

function isLegalForm(word: string): boolean {
  return LEGAL_FORM.test(` ${word}`) && !/^(plc|llc|lp|nv|sa|ag|se)$/i.test(word);
}
