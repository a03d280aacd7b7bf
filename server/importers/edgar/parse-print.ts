import { type Day, parseDay } from '../../domain/day.ts';
import { reasonAgainst } from './exact.ts';
import type { Print } from './prints.ts';
import { kindOf, objectAt, type Refuse } from './read-json.ts';

/** One entry of a unit as a print; undefined, and refused, unless all of it is as it should be. */
export function parsePrint(entry: unknown, path: string, refuse: Refuse): Print | undefined {
  const read = objectAt(entry, path, refuse);
  if (!read) return undefined;
  // `fy`, `fp` and `frame` tell of the filing, not of the figure: they are not read.
  const { val: value, accn: accession, form } = read;
  const start = dayAt(read.start, `${path}.start`, refuse);
  const end = dayAt(read.end, `${path}.end`, refuse);
  const filed = dayAt(read.filed, `${path}.filed`, refuse);
  const reason = reasonAgainst(value);
  if (reason) refuse(`${path}.val`, reason);
  if (typeof accession !== 'string' || !/^\d{10}-\d{2}-\d{6}$/.test(accession)) {
    refuse(`${path}.accn`, 'expected an accession number like 0001652044-25-000014');
  }
  if (typeof form !== 'string' || form === '') {
    refuse(`${path}.form`, `expected a form like 10-K, found ${kindOf(form)}`);
  }
  if (start === undefined || end === undefined || filed === undefined) return undefined;
  if (start > end) refuse(`${path}.end`, 'expected a date after start');
  return { start, end, filed, value, accession, form } as Print;
}

/** The days of a file are few and repeat in every tag. */
const days = new Map<string, Day | undefined>();
const MOST_DAYS = 50_000;

function dayAt(text: unknown, path: string, refuse: Refuse): Day | undefined {
  const day = typeof text === 'string' ? knownDay(text) : undefined;
  if (day === undefined) {
    refuse(path, `expected a date like 2025-06-30, found ${JSON.stringify(text) ?? 'nothing'}`);
  }
  return day;
}

function knownDay(text: string): Day | undefined {
  if (days.has(text)) return days.get(text);
  if (days.size >= MOST_DAYS) days.clear();
  const day = parseDay(text);
  days.set(text, day);
  return day;
}
