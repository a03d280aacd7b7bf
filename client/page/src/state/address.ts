import { conditionOf, SCREENED_NAMES } from './screened.ts';
import {
  CURRENCIES,
  ITEMS,
  PAGES,
  PERIODS,
  SHOWS,
  START,
  TABS,
  VERDICTS,
  type View,
} from './view.ts';

/** A view, and what of its address could not be read. */
export interface ReadAddress {
  readonly view: View;
  readonly complaints: readonly string[];
}

type Parsed = string | readonly string[] | undefined;

/** What each parameter can be; a parser gives undefined for what it cannot read. */
const PARSERS: Record<keyof View, (text: string) => Parsed> = {
  page: oneOf(PAGES),
  of: (text) => {
    const keys = [...new Set(text.split(',').filter(Boolean))];
    return keys.length && keys.every((key) => /^@?[\w-]+(~[\w-]+)*$/.test(key)) ? keys : undefined;
  },
  item: oneOf(ITEMS),
  over: oneOf([...ITEMS, '']),
  show: oneOf(SHOWS),
  by: oneOf(PERIODS),
  basis: oneOf(['CASH', 'HEADLINE']),
  currency: oneOf(CURRENCIES),
  from: like(/^(\d{4}Q[1-4])?$/),
  to: like(/^(\d{4}Q[1-4])?$/),
  base: like(/^\d{4}Q[1-4]$/),
  asOf: (text) => (text === '' || isDay(text) ? text : undefined),
  tab: oneOf(TABS),
  scale: oneOf(['own', 'one']),
  point: like(/^(@?[\w~-]+\.\w+)?$/),
  verdict: oneOf([...VERDICTS, '']),
  claim: like(/^[\w-]*$/),
  find: (text) => text,
  company: like(/^[\w-]*$/),
  where: (text) => {
    const conditions = text.split(',').filter(Boolean);
    return conditions.every(conditionOf) ? conditions : undefined;
  },
  whose: like(/^[\w-]*$/),
  which: oneOf(['newest', 'every']),
  order: oneOf(SCREENED_NAMES),
  first: oneOf(['most', 'least']),
  after: (text) => text,
  version: like(/^([0-9a-f]{64})?$/),
  embed: oneOf(['', 'yes']),
};

/** What an address says; what it does not say, or says wrongly, is as on the first page. */
export function viewOf(search: string): ReadAddress {
  const view: Record<string, unknown> = { ...START };
  const complaints: string[] = [];
  for (const [name, text] of new URLSearchParams(search)) {
    if (!Object.hasOwn(PARSERS, name)) {
      complaints.push(`There is nothing called “${name}”.`);
      continue;
    }
    const value = PARSERS[name as keyof View](text);
    if (value === undefined) complaints.push(`“${text}” is no ${NAMES[name] ?? name}.`);
    else view[name] = value;
  }
  const read = view as unknown as View;
  for (const { isAt, complaint, changes } of impossible(read)) {
    if (!isAt) continue;
    complaints.push(complaint);
    Object.assign(view, changes);
  }
  return { view: read, complaints };
}

/** What fits nowhere together, and what is shown instead. */
function impossible({ from, to, item, over, show }: View) {
  return [
    {
      isAt: Boolean(from && to) && from > to,
      complaint: `${from} is after ${to}.`,
      changes: { from: '', to: '' },
    },
    { isAt: item === over, complaint: `${item} over itself is 1.`, changes: { over: '' } },
    {
      isAt: show === 'INDEX' && over !== '' && item !== over,
      complaint: 'There is no index of a ratio.',
      changes: { show: START.show },
    },
  ];
}

/** The address of a view: what differs from the first page, in a fixed order. */
export function addressOf(view: View): string {
  const parameters = Object.entries(view)
    .filter(([name, value]) => String(value) !== String(START[name as keyof View]))
    .map(([name, value]) => `${name}=${encoded(String(value))}`);
  return parameters.length ? `/?${parameters.join('&')}` : '/';
}

const NAMES: Record<string, string> = {
  of: 'list of companies and groups (write them like us-cloud,@alibaba)',
  from: 'calendar quarter (write it like 2025Q2)',
  to: 'calendar quarter (write it like 2025Q2)',
  base: 'calendar quarter (write it like 2025Q2)',
  asOf: 'day (write it like 2025-09-01)',
  by: 'kind of period',
  item: 'measure',
  over: 'measure',
  where: 'list of conditions (write them like capexToRevenue.over.33,freeCashFlow.under.0)',
  order: 'figure to order by',
  version: 'version of the dataset (64 hexadecimal digits)',
};

function oneOf(values: readonly string[]) {
  return (text: string) => values.find((value) => value === text);
}

function like(pattern: RegExp) {
  return (text: string) => (pattern.test(text) ? text : undefined);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Readable where an address may be. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%40', '@');
}
