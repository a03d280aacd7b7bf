import type { StoredVersion } from '../store/at-version.ts';
import type { FactDocuments } from '../store/fact-documents.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Budget } from './budget.ts';

/** What every resolver can reach. */
export interface Context {
  /** The one version of the dataset that this request reads. */
  readonly snapshot: Snapshot;
  /** What of that version stays in the database. */
  readonly stored: StoredVersion;
  /** The documents behind the figures. */
  readonly documents: FactDocuments;
  /** Bounds what this request may ask for. */
  readonly budget: Budget;
}
