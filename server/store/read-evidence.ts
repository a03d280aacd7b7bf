import { Evidence } from '../claims/evidence.ts';
import type { Day } from '../domain/day.ts';
import { type Awaitable, all, andThen } from './awaitable.ts';
import type { Snapshot } from './snapshot.ts';

/** What the claims are judged by, as known on a day; null where the dataset lacks one of their groups. */
export function evidenceOf(snapshot: Snapshot, asOf: Day | null): Awaitable<Evidence> | null {
  const us = snapshot.group('us-hyperscalers');
  const china = snapshot.group('china-hyperscalers');
  if (!us || !china) return null;
  const views = [
    snapshot.groupView(us, 'USD', asOf),
    snapshot.groupView(china, 'USD', asOf),
    snapshot.groupView(china, 'CNY', asOf),
  ];
  return andThen(all(views), ([us, china, inYuan]) => new Evidence(us!, china!, inYuan!));
}
