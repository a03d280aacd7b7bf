import type { JudgedClaim } from '../claims/judge.ts';
import type { JudgedReading } from '../claims/judged-reading.ts';
import { inUnit } from '../domain/published-units.ts';

/** What became of claims, for a reader. */
export function describeClaims(judged: readonly JudgedClaim[]): string[] {
  return judged.flatMap(({ claim, main, readings, finding }) => [
    '',
    `${claim.slug}: ${main.verdict}`,
    ...readings.map((reading) => `  ${describeReading(reading)}`),
    `  ${finding}`,
  ]);
}

function describeReading({ reading, onDay, today, verdict, verdictToday }: JudgedReading): string {
  const figure = (value: number | null) =>
    value === null ? 'no figure' : inUnit(value, reading.unit, 2);
  const stated = reading.isStated ? ' (stated)' : '';
  return `${verdict}: ${figure(onDay.figure)} ${reading.basis}${stated}; today ${figure(today.figure)}, ${verdictToday}`;
}

/** The same for a machine. */
export function claimsAsJson(judged: readonly JudgedClaim[]): object[] {
  return judged.map(({ claim, main, readings, finding }) => ({
    slug: claim.slug,
    verdict: main.verdict,
    finding,
    readings: readings.map(({ reading, onDay, today, verdict, verdictToday }) => ({
      basis: reading.basis,
      isStated: reading.isStated,
      computed: onDay.figure,
      computedToday: today.figure,
      bounds: onDay.bounds,
      verdict,
      verdictToday,
    })),
  }));
}
