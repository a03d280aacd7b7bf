import { addDays, type Day, monthOf } from '../../../domain/day.ts';
import { isYearAtMost, lengthOf } from '../../../domain/period.ts';
import { formOf } from '../../../domain/reported/reported-value.ts';
import { groupBy } from '../group-by.ts';
import type { Reported, TaggedReports } from '../read/reported.ts';

/** EDGAR's legal forms at the end of a name, and its marks of the state, as in /DE/. */
const LEGAL_FORM =
  /[\s,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|lp|l\.p|n\.?v|s\.?a|ag|se)\.?$/i;
const STATE = /\s*\/[A-Z ]{2,}\/?$/;
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

/** Letters that are no Latin ones with a mark, as they are written without. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** A slug that no other company has: alphabet, or alphabet-1652044 where that is taken. */
export function companySlug(entityName: string, cik: string, taken: ReadonlySet<string>): string {
  const slug = companyName(entityName)
    .normalize('NFKD')
    .replace(/['’]|\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const number = String(Number(cik));
  if (slug === '') return `cik-${number}`;
  return taken.has(slug) ? `${slug}-${number}` : slug;
}

/**
 * The currency that a company's statements are in: that of most of its figures. A file may hold the newest
 * ones translated into another, for convenience.
 */
export function reportingCurrency(tags: readonly TaggedReports[]): string | undefined {
  const count = (ofCurrency: readonly TaggedReports[]) =>
    ofCurrency.reduce((sum, { reported }) => sum + reported.length, 0);
  return [...groupBy(tags, ({ currency }) => currency)]
    .map(([currency, ofCurrency]) => ({ currency, count: count(ofCurrency) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.currency;
}

/**
 * The month in which the fiscal year ends: that of the newest year in the newest annual report. (A
 * quarterly report may have twelve months, too, as Amazon's do.) Of a company that has made none yet, the
 * month before its newest year to date began.
 */
export function fiscalYearEndMonth(tags: readonly TaggedReports[]): number | undefined {
  const reported = tags.flatMap((tag) => tag.reported);
  const year = newest(
    reported
      .filter(({ form }) => formOf(form) === 'ANNUAL')
      .filter((each) => lengthOf(each) === 'YEAR'),
  );
  if (year) return monthIn(addDays(year.end, -WEEK));
  const toDate = newest(
    reported.filter(({ form }) => formOf(form) === 'QUARTERLY').filter(isYearAtMost),
  );
  return toDate && monthIn(addDays(toDate.start, -WEEK));
}

/** What was filed last, and of that the period that ends last, and of those the longest. */
function newest(reported: readonly Reported[]): Reported | undefined {
  const [first] = reported.toSorted(
    (a, b) => b.filed - a.filed || b.end - a.end || a.start - b.start,
  );
  return first;
}

/** 1 to 12. */
function monthIn(day: Day): number {
  return (monthOf(day) % 12) + 1;
}

function isLegalForm(word: string): boolean {
  return LEGAL_FORM.test(` ${word}`) && !/^(plc|llc|lp|nv|sa|ag|se)$/i.test(word);
}
