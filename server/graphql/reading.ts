import type { JudgedReading } from '../claims/judged-reading.ts';
import type { Day } from '../domain/day.ts';
import { Bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { Verdict } from './verdict.ts';
import { runnable } from './working-document.ts';

/** A reading with the day of its claim. */
export interface ShownReading extends JudgedReading {
  readonly saidOn: Day;
}

interface ShownDetail {
  readonly label: string;
  readonly unit: string;
  readonly computed: number | null;
  readonly computedToday: number | null;
}

const Detail = builder.objectRef<ShownDetail>('ReadingDetail').implement({
  description: "A figure that a reading's own is made from, or that shows what it rests on.",
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it is of, e.g. in 2024Q4.' }),
    computed: t.exposeFloat('computed', {
      nullable: true,
      description: 'The figure in `unit`, as known on the day of the claim.',
    }),
    computedToday: t.exposeFloat('computedToday', {
      nullable: true,
      description: 'The same with everything known today.',
    }),
    unit: t.exposeString('unit', { description: 'The unit of both, e.g. percentage points.' }),
  }),
});

export const Reading = builder.objectRef<ShownReading>('Reading').implement({
  description:
    'One way to read a claim: over what, of whom, on which basis the source may have measured.',
  fields: (t) => ({
    basis: t.string({
      description: 'What distinguishes it, e.g. over the year.',
      resolve: ({ reading }) => reading.basis,
    }),
    isStated: t.boolean({
      nullable: true,
      description: 'Whether the source states this basis; null where it leaves it open.',
      resolve: ({ reading }) => reading.isStated,
    }),
    substitute: t.string({
      nullable: true,
      description:
        'Why it only stands in for what the source speaks of, e.g. because no company publishes that; null where it does not.',
      resolve: ({ reading }) => reading.substitute,
    }),
    computed: t.float({
      nullable: true,
      description: 'The figure from the filings in `unit`, as known on the day of the claim.',
      resolve: ({ onDay }) => onDay.figure,
    }),
    computedToday: t.float({
      nullable: true,
      description: 'The same with everything known today.',
      resolve: ({ today }) => today.figure,
    }),
    bounds: t.field({
      type: Bounds,
      nullable: true,
      description:
        'What the rounding of its inputs leaves open on the day of the claim, in `unit`; null where the reading does not say.',
      resolve: ({ onDay }) => onDay.bounds,
    }),
    unit: t.string({
      description: "The unit of its figures: the claim's, unless it measures something else.",
      resolve: ({ reading }) => reading.unit,
    }),
    details: t.field({
      type: [Detail],
      description: 'The figures that its own is made from; often none.',
      resolve: ({ reading, onDay, today }) =>
        reading.details.map(({ label, unit }, place) => ({
          label,
          unit,
          computed: onDay.details[place] ?? null,
          computedToday: today.details[place] ?? null,
        })),
    }),
    verdict: t.field({
      type: Verdict,
      description: 'What becomes of the claim in this reading, by what was known on its day.',
      resolve: ({ verdict }) => verdict,
    }),
    verdictToday: t.field({
      type: Verdict,
      description: 'The same by everything known today.',
      resolve: ({ verdictToday }) => verdictToday,
    }),
    query: t.string({
      description:
        'A GraphQL document, runnable as it stands, that is the working. With null for `$asOf` it answers by everything known today.',
      resolve: ({ reading, saidOn }) => runnable(reading.query, saidOn),
    }),
    expression: t.string({
      description: "JSONata over the document's answer that gives the figure.",
      resolve: ({ reading }) => reading.figure,
    }),
    condition: t.string({
      nullable: true,
      description:
        "JSONata over the document's answer that says whether the statement holds; null for one with a figure.",
      resolve: ({ reading }) => reading.holds,
    }),
  }),
});
