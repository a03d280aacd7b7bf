import type { Environment } from '../env.ts';
import { ExplainedError } from '../explained-error.ts';

const MEGABYTE = 1024 * 1024;

/** What the program takes beside what it keeps of the dataset: its code, documents, requests under way. */
const PROGRAM_MB = 250;

/** Enough for the figures of 30,000 companies of 60 quarters. */
const USUAL_SERIES_MB = 512;

/** Those of a few companies: with less, a page of them would be read again and again. */
const LEAST_SERIES_MB = 16;

/** What a server may keep in memory, in bytes. */
export interface Memory {
  readonly seriesBytes: number;
  readonly screenBytes: number;
  readonly responseCacheBytes: number;
}

/** Thrown for settings that do not go together; the message names them. */
class SettingsError extends ExplainedError {
  override readonly name = 'SettingsError';
}

/**
 * How much a server may keep of each, within the memory that there is. Where it is not said how much of companies' figures, they
 * get what the others leave, up to what is usual.
 */
export function memoryFor(
  {
    CAPEXGRAPH_SERIES_MB: series,
    CAPEXGRAPH_SCREEN_MB: screens,
    RESPONSE_CACHE_MB: answers,
  }: Environment,
  availableBytes: number,
): Memory {
  const available = Math.floor(availableBytes / MEGABYTE);
  const left = available - PROGRAM_MB - screens - answers;
  const wanted = series ?? LEAST_SERIES_MB;
  if (wanted > left) {
    throw new SettingsError(
      `There are ${available} MB of memory, ${PROGRAM_MB} of them for the program: too few for CAPEXGRAPH_SERIES_MB=${wanted}, ` +
        `CAPEXGRAPH_SCREEN_MB=${screens} and RESPONSE_CACHE_MB=${answers} together. Set them lower.`,
    );
  }
  return {
    seriesBytes: (series ?? Math.min(USUAL_SERIES_MB, left)) * MEGABYTE,
    screenBytes: screens * MEGABYTE,
    responseCacheBytes: answers * MEGABYTE,
  };
}

/** The memory of this machine, or of the container that this runs in, in bytes. */
export function availableMemory(machineBytes: number): number {
  const bound = process.constrainedMemory();
  // Without a bound it is none, or a number beyond any machine.
  return bound > 0 ? Math.min(bound, machineBytes) : machineBytes;
}
