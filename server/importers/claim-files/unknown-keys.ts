import leven from 'leven';
import { KEYS } from '../tables/readings.ts';
import { TABLES } from '../tables/tables.ts';

/** A key of a claim's file that there is not. */
interface UnknownKey {
  readonly path: readonly string[];
  readonly reason: string;
}

/** How far a key may be from what was meant. */
const MISTAKES = 2;

/** The keys that a claim's file may not have, each with the one that was meant. */
export function unknownKeys(content: Readonly<Record<string, unknown>>): UnknownKey[] {
  const { readings, later } = content;
  return [
    ...unknownIn(content, Object.keys(TABLES.claims.columns), []),
    ...unknownIn(later, KEYS.later, ['later']),
    ...each(readings).flatMap((reading, place) => {
      const path = ['readings', String(place)];
      const details = each((reading as { details?: unknown } | null)?.details);
      return [
        ...unknownIn(reading, KEYS.reading, path),
        ...details.flatMap((detail, at) =>
          unknownIn(detail, KEYS.detail, [...path, 'details', String(at)]),
        ),
      ];
    }),
  ];
}

const each = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

function unknownIn(
  value: unknown,
  known: readonly string[],
  path: readonly string[],
): UnknownKey[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const [nearest] = known.toSorted((a, b) => leven(key, a) - leven(key, b));
      const isNear = leven(key, nearest!) <= MISTAKES;
      const mend = isNear ? `did you mean ${nearest}?` : `there are ${known.join(', ')}`;
      return { path: [...path, key], reason: `there is no such key; ${mend}` };
    });
}
