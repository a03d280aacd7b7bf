import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { type Documents, older, younger } from './audit-rows.ts';
import { against, type Placed } from './place.ts';

/** What companies said, of another day than its document, or from a higher figure to a lower one. */
export function auditGuidance(
  guidance: readonly Placed<TableRow<'guidance'>>[],
  documents: Documents,
): Refusal[] {
  return guidance.flatMap((said) => [
    ...older(said, said.said_on, 'said_on', documents),
    ...younger(said, said.said_on, 'said_on', documents),
    ...turnedRound(said),
  ]);
}

function turnedRound({ low, high, place }: Placed<TableRow<'guidance'>>): Refusal[] {
  if (low === null || high === null || Number(low) <= Number(high)) return [];
  return [against(place, 'low', `${low} is more than ${high}, the upper end`)];
}
