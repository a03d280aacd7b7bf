import type { PrismaClient } from '../generated/prisma/client.ts';
import type { FactDocuments } from '../store/fact-documents.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Budget } from './budget.ts';

/** What every resolver can reach. */
export interface Context {
  /** The one version of the dataset that this request reads. */
  readonly snapshot: Snapshot;
  /** For what stays in the database. */
  readonly prisma: PrismaClient;
  /** The documents behind the figures. */
  readonly documents: FactDocuments;
  /** Bounds what this request may ask for. */
  readonly budget: Budget;
}
