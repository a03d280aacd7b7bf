import { SeriesTable } from '../domain/series-table/series-table.ts';
import type { SubjectView } from '../domain/series-table/subject.ts';
import type { Company } from '../generated/prisma/client.ts';
import { type Awaitable, all, andThen } from '../store/awaitable.ts';
import type { CompanyGroup } from '../store/company-group.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { badUserInput } from './errors.ts';
import { requireMeasure } from './measure-by.ts';
import { measureText } from './measure-text.ts';
import { requireNewest } from './newest.ts';
import type { SubjectColumn } from './series.ts';
import type { SeriesArguments } from './series-arguments.ts';
import { requireSubject, subjectArgument } from './subject-by.ts';
import { subjectText } from './subject-text.ts';

/** How many of each a table takes, and of how many companies they are together. */
export const MAX_SUBJECTS = 100;
export const MAX_MEASURES = 20;
const MAX_COMPANIES = 1_000;

/** A table, whose each column is, and what it was asked for with: its subjects by their slugs. */
export interface RequestedSeries {
  readonly table: SeriesTable;
  readonly series: readonly SubjectColumn[];
  readonly asked: SeriesArguments;
}

/** The table that is asked for. Throws BAD_USER_INPUT or NOT_FOUND, naming the argument, before anything is worked out. */
export function requireSeries(
  asked: SeriesArguments,
  snapshot: Snapshot,
): Awaitable<RequestedSeries> {
  requireCount('subjects', asked.subjects.length, MAX_SUBJECTS);
  requireCount('measures', asked.measures.length, MAX_MEASURES);
  requireNewest(asked.last);
  const measures = asked.measures.map((each, place) => requireMeasure(each, `measures[${place}]`));
  const subjects = asked.subjects.map((each, place) =>
    requireSubject(each, `subjects[${place}]`, snapshot),
  );
  const bySlug = subjects.map(subjectArgument);
  requireOnce('subjects', bySlug.map(subjectText));
  requireOnce('measures', measures.map(measureText));
  requireFewCompanies(subjects);
  return andThen(all(subjects.map((each) => viewOf(each, asked, snapshot))), (views) => {
    const table = new SeriesTable(views, measures, asked.by, asked);
    const series = table.columns.map((column, place) => ({
      subject: subjects[Math.floor(place / measures.length)]!,
      column,
    }));
    return { table, series, asked: { ...asked, subjects: bySlug, measures } };
  });
}

/** In the currency asked for; else a company in its own, and a group in US dollars. */
function viewOf(
  subject: Company | CompanyGroup,
  { currency, asOf }: SeriesArguments,
  snapshot: Snapshot,
): Awaitable<SubjectView> {
  return 'members' in subject
    ? snapshot.groupView(subject, currency ?? 'USD', asOf)
    : snapshot.view(subject, { currency, asOf });
}

function requireCount(argument: string, count: number, most: number): void {
  if (count >= 1 && count <= most) return;
  throw badUserInput(`${argument} takes 1 to ${most}, and here are ${count}.`, { argument });
}

/** Two columns of one name would not be told apart. */
function requireOnce(argument: string, names: readonly string[]): void {
  const place = names.findIndex((name, place) => names.indexOf(name) < place);
  if (place < 0) return;
  throw badUserInput(`${argument} has ${names[place]} twice; leave one out.`, {
    argument: `${argument}[${place}]`,
  });
}

function requireFewCompanies(subjects: readonly (Company | CompanyGroup)[]): void {
  const sizes = subjects.map((each) => ('members' in each ? each.members.length : 1));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  if (count <= MAX_COMPANIES) return;
  throw badUserInput(
    `The subjects are of ${MAX_COMPANIES} companies at most, each counted for every group that it is in, and here are ${count}.`,
    { argument: 'subjects' },
  );
}
