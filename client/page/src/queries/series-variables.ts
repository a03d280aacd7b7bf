import type { MeasureBy, SeriesQueryVariables } from '../generated/documents.ts';
import type { View } from '../state/view.ts';
import type { Subject } from './subject.ts';

/** What a view asks the table of series for. */
export function seriesVariables(
  view: View,
  subjects: readonly Pick<Subject, 'by'>[],
): SeriesQueryVariables {
  const { by, from, to, currency, asOf } = view;
  return {
    subjects: subjects.map((subject) => subject.by),
    measures: [measureOf(view)],
    by,
    from: from || null,
    to: to || null,
    currency,
    asOf: asOf || null,
  };
}

function measureOf({ item, over, show, basis, base }: View): MeasureBy {
  return {
    item,
    basis,
    ...(over && { over }),
    ...(show === 'GROWTH_YEAR' && { growth: 'YEAR' as const }),
    ...(show === 'GROWTH_QUARTER' && { growth: 'QUARTER' as const }),
    ...(show === 'INDEX' && !over && { indexedTo: base }),
  };
}
