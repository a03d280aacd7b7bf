import type { TablePeriod } from '../domain/series-table/period.ts';
import { inNewest } from './arguments.ts';
import { builder } from './builder.ts';
import { Currency, Period } from './enums.ts';
import { MeasureBy } from './measure-by.ts';
import { Series } from './series.ts';
import { addressOf } from './series-address.ts';
import { MAX_MEASURES, MAX_SUBJECTS, type RequestedSeries, requireSeries } from './series-query.ts';
import { SubjectBy } from './subject-by.ts';

const SeriesPeriod = builder.objectRef<TablePeriod>('SeriesPeriod').implement({
  description:
    'A period of a table. Quarter and days are null for fiscal years that end in different months: then each measure says its own.',
  fields: (t) => ({
    label: t.exposeString('label', {
      description: 'E.g. 2025Q2, also for the twelve months up to its end; FY2025 or 2025.',
    }),
    calendarQuarter: t.expose('calendarQuarter', {
      type: 'CalendarQuarter',
      nullable: true,
      description: 'The calendar quarter in which it ends.',
    }),
    start: t.expose('start', {
      type: 'Date',
      nullable: true,
      description:
        'First day of the calendar quarter, of the twelve months or of the year, in whole months.',
    }),
    end: t.expose('end', { type: 'Date', nullable: true, description: 'The last day.' }),
  }),
});

const SeriesTable = builder.objectRef<RequestedSeries>('SeriesTable').implement({
  description:
    'Rows ready for a chart or a spreadsheet: every subject and measure over the same periods.',
  fields: (t) => ({
    periods: t.field({
      type: [SeriesPeriod],
      description:
        'Oldest first, without a hole: those that any subject is known in, and those between. A year that is not over is one of them.',
      resolve: ({ table }) => table.periods,
    }),
    series: t.field({
      type: [Series],
      description: 'Every measure of the first subject, then of the next.',
      resolve: ({ series }) => series,
    }),
    csv: t.field({
      type: 'URL',
      description:
        'Where the same table is as CSV, on this server: a row for each period, a column for each series. Money is exact, as in Amount.amount; what is missing has its reason instead, e.g. NOT_DISCLOSED.',
      resolve: ({ asked }, _, { budget }) => {
        const address = addressOf(asked);
        budget.spend({ micros: 0, bytes: address.length });
        return address;
      },
    }),
  }),
});

builder.queryField('series', (t) =>
  t.field({
    type: SeriesTable,
    args: {
      subjects: t.arg({
        type: [SubjectBy],
        required: true,
        description: `Companies and groups, 1 to ${MAX_SUBJECTS}, each once.`,
      }),
      measures: t.arg({
        type: [MeasureBy],
        required: true,
        description: `What is shown of each, 1 to ${MAX_MEASURES}, each once.`,
      }),
      by: t.arg({
        type: Period,
        required: true,
        defaultValue: 'QUARTER',
        description: 'What the rows are.',
      }),
      from: t.arg({
        type: 'CalendarQuarter',
        description:
          'Only periods that end in this quarter or later; of fiscal years, those that do of any subject.',
      }),
      to: t.arg({
        type: 'CalendarQuarter',
        description:
          'Only periods that end in this quarter or earlier; of fiscal years, those that do of any subject.',
      }),
      ...inNewest,
      currency: t.arg({
        type: Currency,
        description:
          "Converts every amount. Default: each company's reporting currency, and US dollars for groups.",
      }),
      asOf: t.arg({
        type: 'Date',
        description:
          'Shows the figures as they were known at the end of this day. Default: all that is known.',
      }),
    },
    description:
      'Rows ready for a chart or a spreadsheet: every subject and measure over the same periods, aligned.',
    resolve: (_, asked, { snapshot }) => requireSeries(asked, snapshot),
  }),
);
