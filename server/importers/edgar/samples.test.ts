import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addQuarters, formatCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { type Day, END_OF_TIME, formatDay } from '../../domain/day.ts';
import type { FactRecord } from '../../domain/fact-columns.ts';
import { NO_FIGURE } from '../../domain/figure-line.ts';
import { fiscalQuarterOf } from '../../domain/fiscal-calendar.ts';
import { TAXONOMY } from '../../domain/measures.ts';
import { daysIn } from '../../domain/period.ts';
import { placeOf, reportedOf } from '../../domain/placed-facts.ts';
import { Documents } from '../../domain/reported/basis.ts';
import type { Figure } from '../../domain/reported/figure.ts';
import { figureOn, type Line } from '../../domain/reported/line.ts';
import { linesOf } from '../../domain/reported/lines.ts';
import { agree, byPublication, type ReportedValue } from '../../domain/reported/reported-value.ts';
import { Series } from '../../domain/series.ts';
import { amount, RATES, viewOf } from '../../domain/testing.ts';
import { CONCEPTS, type Concept } from '../../domain/vocabulary.ts';
import { readCompanyfacts } from './read/companyfacts.ts';
import { companyRows } from './rows/company-rows.ts';
import { companyOf, recordsOf } from './rows/contradictions.ts';
import { CHAINS } from './testing.ts';

/** A folder of companyfacts files, of any filers: what holds for figures holds for theirs. */
const FOLDER = process.env.CAPEXGRAPH_EDGAR_SAMPLES;
const files = FOLDER ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
const WANTED = CHAINS.tags.map(({ tag }) => tag);
/** Series are made anew for each day; of more days than this, every third or so is looked at. */
const MOST_DAYS = 40;
const ITEMS = ['revenue', 'capex', 'operatingCashFlow', 'depreciation'] as const;

function sampleOf(file: string) {
  const json = JSON.parse(readFileSync(join(FOLDER!, file), 'utf8'));
  const { companyfacts } = readCompanyfacts(json, file, WANTED);
  const known = { chains: CHAINS, companies: new Map(), slugs: new Set<string>() };
  const { of, facts } = companyRows(companyfacts!, file, known);
  const company = companyOf(of!);
  const definitions = [...new Set(facts.map(({ row }) => row.definition))];
  const records = recordsOf(facts, definitions);
  const seriesOf = (some: readonly FactRecord[]) => new Series(company, some, definitions);
  const days = [...new Set(records.map(({ publishedOn }) => publishedOn))].sort((a, b) => a - b);
  const step = Math.ceil(days.length / MOST_DAYS);
  return {
    company,
    records,
    seriesOf,
    series: seriesOf(records),
    days: days.filter((_, place) => place % step === 0),
  };
}

/** Every figure that is known on a day, a line each, and what is set aside. */
function knownOn(series: Series, day: Day): string[] {
  const known: string[] = [];
  for (const concept of CONCEPTS) {
    const lines = series.lines(concept);
    for (let quarter = series.firstQuarter; quarter <= series.lastQuarter; ) {
      const line = lines.lineOf(quarter, day);
      const figure = line?.find(quarter, day) ?? NO_FIGURE;
      if (line && figure !== NO_FIGURE) {
        const value = series.differences.exact(figure);
        known.push([concept, formatCalendarQuarter(quarter), value, line.definitions].join(' '));
      }
      quarter = addQuarters(quarter, 1);
    }
  }
  const setAside = series.setAside(day).map(({ row, reason }) => {
    return `${series.facts.id[row]} ${reason}`;
  });
  return [...known, ...setAside.sort()];
}

/** How many fiscal years of a company are on one basis, and which of them their quarters do not sum to. */
function yearsOf({ records, series, company }: ReturnType<typeof sampleOf>) {
  const odd: string[] = [];
  let count = 0;
  for (const concept of CONCEPTS) {
    const reports = records
      .filter((record) => record.concept === concept)
      .map((record) => placeOf(record, company.fiscalYearEndMonth))
      .filter(({ isWhole }) => isWhole)
      .map((placed) => reportedOf(placed, placed.record.id))
      .sort(byPublication);
    const isNeverNegative = !('mayBeNegative' in TAXONOMY[concept]);
    for (const { definitions, line } of linesOf(reports, isNeverNegative, () => true).at(-1)
      ?.lines ?? []) {
      const documents = documentsOf(line);
      for (const year of line.periods.values()) {
        const { quarter } = fiscalQuarterOf(year.last, company.fiscalYearEndMonth);
        if (year.last - year.first !== 3 || quarter !== 4 || !year.newest) continue;
        const isTakenFrom = (of: typeof year.last) =>
          series.lines(concept).lineOf(of, END_OF_TIME)?.definitions[0] === definitions[0];
        const quarters = [0, 1, 2, 3].map((place) => addQuarters(year.first, place));
        const figures = quarters.map((of) =>
          isTakenFrom(of) ? figureOn(line.figures.get(of), END_OF_TIME) : null,
        );
        if (!figures.every((figure) => figure !== null)) continue;
        const reported = [year.newest.reported, ...figures.flatMap(operandsOf)];
        const versions = reported.map((each) => versionOf(line, each));
        const isOneBasis = versions.every((a) =>
          versions.every((b) => a && b && documents.areOnOneBasis(a, b)),
        );
        if (!isOneBasis) continue;
        count++;
        const value = figures.reduce((sum, figure) => sum + figure.value, 0);
        const rounding = figures.reduce((sum, figure) => sum + figure.rounding, 0);
        if (!agree({ value, rounding }, year.newest)) {
          odd.push(
            `${company.slug} ${concept} ${formatCalendarQuarter(year.last)}: ${value}, not ${year.newest.value}`,
          );
        }
      }
    }
  }
  return { count, odd };
}

const operandsOf = ({ reported, less }: Figure) => [reported, ...less];

function documentsOf({ periods }: Line): Documents {
  const documents = new Documents();
  const all = [...periods.values()].flatMap((period) =>
    period.reported.map(({ publishedOn }) => ({ publishedOn, period })),
  );
  for (const { publishedOn, period } of all.sort((a, b) => a.publishedOn - b.publishedOn)) {
    documents.add(publishedOn, period);
  }
  return documents;
}

const versionOf = (line: Line, reported: ReportedValue) =>
  line
    .period(reported.first, reported.last)
    ?.versions.find((version) => version.reported.row === reported.row);

const NEVER_NEGATIVE: readonly Concept[] = ['REVENUE', 'CAPEX'];

if (!FOLDER) {
  test('real files keep the laws', ({ skip }) =>
    skip('CAPEXGRAPH_EDGAR_SAMPLES names no folder of companyfacts files'));
}

describe.each(files)('%s', (file) => {
  const sample = sampleOf(file);
  const { records, series, seriesOf, days, company } = sample;

  test('as of each day, it is what those by then alone would give today, and never a negative payment', () => {
    for (const day of days) {
      const known = knownOn(series, day);
      const alone = seriesOf(records.filter(({ publishedOn }) => publishedOn <= day));
      expect(known, formatDay(day)).toEqual(knownOn(alone, END_OF_TIME));
      const negative = known.filter((line) =>
        NEVER_NEGATIVE.some((concept) => line.startsWith(`${concept} `) && line.includes(' -')),
      );
      expect(negative, formatDay(day)).toEqual([]);
    }
  });

  test('the order in which facts come changes nothing', () => {
    const known = knownOn(series, END_OF_TIME);
    expect(knownOn(seriesOf(records.toReversed()), END_OF_TIME)).toEqual(known);
    const mixed = records.toSorted((a, b) => ((a.id * 7919) % 1009) - ((b.id * 7919) % 1009));
    expect(knownOn(seriesOf(mixed), END_OF_TIME)).toEqual(known);
  });

  test('no fiscal quarter is lost to another one on its calendar quarter', () => {
    const taken = new Map<string, FactRecord>();
    for (const record of records) {
      const { first, last, isWhole } = placeOf(record, company.fiscalYearEndMonth);
      if (!isWhole || first !== last) continue;
      const key = `${record.definition} ${last}`;
      const other = taken.get(key) ?? record;
      taken.set(key, other);
      const start = Math.max(record.periodStart, other.periodStart) as Day;
      const end = Math.min(record.periodEnd, other.periodEnd) as Day;
      const period = `${formatDay(record.periodStart)} and ${formatDay(other.periodStart)}`;
      expect(start < end ? daysIn({ start, end }) : 0, period).toBeGreaterThan(45);
    }
  });

  test('a derived quarter has all the reports that it is made from among its facts', () => {
    const view = viewOf(series, RATES);
    let derived = 0;
    for (const item of ITEMS) {
      for (let of = series.firstQuarter; of <= series.lastQuarter; of = addQuarters(of, 1)) {
        const figure = amount(view, item, formatCalendarQuarter(of));
        if (figure.quality !== 'DERIVED') continue;
        derived++;
        const [whole, ...less] = figure.facts.map((fact) => fact.amount(1));
        expect(less.length).toBeGreaterThan(0);
        expect(less.reduce((rest, each) => rest.minus(each), whole!)).toEqual(figure.exact(1));
      }
    }
    const hasQuarters = records.some(({ form }) => form === 'QUARTERLY');
    expect(derived > 0).toBe(hasQuarters);
  });
});

test.runIf(FOLDER)(
  'the quarters of a year on one basis sum to it, but for one in two hundred',
  () => {
    const years = files.map((file) => yearsOf(sampleOf(file)));
    const count = years.reduce((sum, each) => sum + each.count, 0);
    const odd = years.flatMap((each) => each.odd);
    expect(count).toBeGreaterThan(files.length);
    expect(odd.length / count, odd.join('\n')).toBeLessThanOrEqual(0.005);
  },
);
