import type { SeriesColumn } from '../domain/series-table/series-table.ts';
import type { Company } from '../generated/prisma/client.ts';
import type { CompanyGroup } from '../store/company-group.ts';
import { builder } from './builder.ts';
import { Currency, SeriesUnit } from './enums.ts';
import { Measure } from './measure.ts';
import { Subject } from './subject.ts';

/** A column, and whose it is. */
export interface SubjectColumn {
  readonly subject: Company | CompanyGroup;
  readonly column: SeriesColumn;
}

export const Series = builder.objectRef<SubjectColumn>('Series').implement({
  description: 'One measure of one subject over the periods of a table.',
  fields: (t) => ({
    subject: t.field({
      type: Subject,
      description: 'Whose figures these are.',
      resolve: ({ subject }) => subject,
    }),
    label: t.string({
      description: 'E.g. Alibaba Group, capex over revenue.',
      resolve: ({ column }) => column.label,
    }),
    unit: t.field({
      type: SeriesUnit,
      description: 'What the values are counted in.',
      resolve: ({ column }) => column.unit,
    }),
    currency: t.field({
      type: Currency,
      nullable: true,
      description:
        'Of the amounts that are shown; of fractions and indices, of those that they are made from.',
      resolve: ({ column }) => column.currency,
    }),
    values: t.floatList({
      nullable: { list: false, items: true },
      description: 'One for each period, in the order of `periods`; null where it is missing.',
      resolve: ({ column }, _, { budget }) => {
        budget.spendAmounts(column.size);
        return column.values;
      },
    }),
    measures: t.field({
      type: [Measure],
      description:
        'The same with all that a measure knows: why one is missing, what it is made from, how exact it is.',
      resolve: ({ column }, _, { budget }) => {
        budget.spendAmounts(column.size);
        return column.measures;
      },
    }),
  }),
});
