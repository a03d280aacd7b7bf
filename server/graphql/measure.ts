import { Growth, GrowthLead, Ratio, RatioChange } from '../domain/amount.ts';
import type { Bounds as DomainBounds } from '../domain/bounds.ts';
import { type Explained, explain } from '../domain/explanations/explanation.ts';
import type { Gap as DomainGap } from '../domain/gap.ts';
import { IndexNumber } from '../domain/index-number.ts';
import { keysOf } from '../domain/table.ts';
import type { Quality as DomainQuality } from '../domain/vocabulary.ts';
import { Bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { Quality } from './enums.ts';
import { Gap } from './gap.ts';

interface MeasureShape {
  readonly quality: DomainQuality | null;
  readonly bounds: DomainBounds | null;
  readonly missing: readonly DomainGap[];
}

/** The classes of measures but amounts, of which there are several, by the names of their types. */
const TYPES = { Growth, Ratio, RatioChange, GrowthLead, IndexNumber };

export const Measure = builder.interfaceRef<MeasureShape>('Measure').implement({
  description:
    'What every number has in common. A measure is never null: where its value is, `missing` names each input that it lacks and why, so one absent figure never blanks a row.',
  resolveType: (measure) =>
    keysOf(TYPES).find((name) => measure instanceof TYPES[name]) ?? 'Amount',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'The number as a double; null where an input is missing.',
      resolve: () => {
        throw new Error('Each type of measure has a value of its own.');
      },
    }),
    quality: t.expose('quality', {
      type: Quality,
      nullable: true,
      description: 'The weakest quality of its inputs. Null exactly when the value is.',
    }),
    bounds: t.field({
      type: Bounds,
      nullable: true,
      description:
        'What the rounding of the printed inputs leaves open; null when the value is, when an input is estimated, and when what it is divided by may be zero or less.',
      resolve: (measure) => measure.bounds,
    }),
    missing: t.field({
      type: [Gap],
      description: 'Each input that the value lacks, and why; empty exactly when there is a value.',
      resolve: (measure) => measure.missing,
    }),
    explanation: t.string({
      description:
        'How the value came about, in words and figures, with the definitions that it is in.',
      resolve: (measure) => explain(measure as Explained),
    }),
  }),
});
