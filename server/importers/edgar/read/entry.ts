import { z } from 'zod';
import { readDay } from '../../days.ts';
import type { Reported } from './reported.ts';

/** A double gives back every decimal number of up to this many significant digits. */
const EXACT_DIGITS = 15;
const LARGEST = 10 ** EXACT_DIGITS;

const DATE = 'expected a date like 2025-06-30';
const ACCESSION = 'expected an accession number like 0001652044-25-000014';
const FORM = 'expected a form like 10-K';

const day = z.string(DATE).refine((text) => readDay(text) !== undefined, DATE);

/** A number that can be kept to the digit. */
const amount = z.number('expected a number').check(({ value, issues }) => {
  const message = reasonAgainst(value);
  if (message) issues.push({ code: 'custom', message, input: value });
});

/** One figure of a companyfacts file. `fy`, `fp` and `frame` tell of the filing, not of the figure. */
export const ENTRY = z
  .object(
    {
      start: day,
      end: day,
      val: amount,
      accn: z.string(ACCESSION).regex(/^\d{10}-\d{2}-\d{6}$/, ACCESSION),
      form: z.string(FORM).min(1, FORM),
      filed: day,
    },
    'expected an object',
  )
  .refine(({ start, end }) => start <= end, {
    path: ['end'],
    error: 'expected a date after start',
  })
  .refine(({ end, filed }) => end < filed, {
    path: ['filed'],
    error: 'expected a date after end',
  });

/** An entry as what was reported. */
export function reportedOf(
  { start, end, filed, val, accn, form }: z.output<typeof ENTRY>,
  path: string,
): Reported {
  return {
    start: readDay(start)!,
    end: readDay(end)!,
    filed: readDay(filed)!,
    value: val,
    accession: accn,
    form,
    path,
  };
}

function reasonAgainst(value: number): string | undefined {
  if (Math.abs(value) >= LARGEST) return `expected at most ${EXACT_DIGITS} digits`;
  if (Number.isInteger(value)) return undefined;
  const match = /^-?(\d+)\.(\d+)$/.exec(String(value));
  if (!match || match[2]!.length > 4) return 'expected at most 4 decimals';
  const digits = match[1]!.length + match[2]!.length;
  return digits > EXACT_DIGITS ? `expected at most ${EXACT_DIGITS} digits` : undefined;
}
