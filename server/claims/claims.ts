import { ACCELERATION } from './acceleration.ts';
import type { Claim } from './claim.ts';
import { GROWTH } from './growth.ts';
import { INTENSITY } from './intensity.ts';
import { SPENDING } from './spending.ts';

/** The slug of the document that made the claims: a bank's note, as reported in the press. */
export const SOURCE = 'NEWS-INVESTING-20250901';

/** What it claims, each worked out again from the filings. */
export const CLAIMS: readonly Claim[] = [...SPENDING, ...GROWTH, ...INTENSITY, ACCELERATION];
