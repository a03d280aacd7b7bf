import { formatCalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { CAPEX, ITEMS } from '../domain/measures.ts';
import type { MeasureOf } from '../domain/series-table/measure.ts';
import { keysOf } from '../domain/table.ts';
import { SPANS } from '../domain/vocabulary.ts';

const ITEM_NAMES = keysOf(ITEMS);
const BASES = keysOf(CAPEX);
const SPAN_NAMES = keysOf(SPANS);

/** A measure in an address: capex/revenue:growth=YEAR, capex:basis=HEADLINE, or capex:indexedTo=2024Q1. */
export function measureText({ item, over, basis, growth, indexedTo }: MeasureOf): string {
  const span = SPAN_NAMES.find((name) => SPANS[name] === growth);
  return [
    over ? `${item}/${over}` : item,
    ...(basis === 'CASH' ? [] : [`basis=${basis}`]),
    ...(span ? [`growth=${span}`] : []),
    ...(indexedTo == null ? [] : [`indexedTo=${formatCalendarQuarter(indexedTo)}`]),
  ].join(':');
}

/** The measure of such a text; undefined for any other. */
export function readMeasure(text: string): MeasureOf | undefined {
  const [items = '', ...options] = text.split(':');
  const names = items.split('/').map((name) => ITEM_NAMES.find((item) => item === name));
  const [item, over] = names;
  if (!item || names.length > 2 || names.includes(undefined)) return undefined;
  const read = options.map(readOption);
  const measure = Object.assign({ item, over, basis: 'CASH' as const }, ...read);
  const given = new Set(read.flatMap((option) => Object.keys(option ?? {})));
  return given.size === options.length ? measure : undefined;
}

/** What an option says of a measure; undefined where it cannot be read. */
function readOption(text: string): Partial<MeasureOf> | undefined {
  const [, name, value = ''] = /^(\w+)=(\w+)$/.exec(text) ?? [];
  const basis = name === 'basis' ? BASES.find((each) => each === value) : undefined;
  const span = name === 'growth' ? SPAN_NAMES.find((each) => each === value) : undefined;
  const indexedTo = name === 'indexedTo' ? parseCalendarQuarter(value) : undefined;
  if (basis) return { basis };
  if (span) return { growth: SPANS[span] };
  return indexedTo === undefined ? undefined : { indexedTo };
}
