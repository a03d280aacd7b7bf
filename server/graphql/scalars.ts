import { type ASTNode, Kind, type ValueNode } from 'graphql';
import { formatCalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { type Day, dayFromDate, formatDay, parseDay } from '../domain/day.ts';
import { Decimal, plain } from '../domain/decimal.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

/** How a scalar reads a text, whether it stands in the document or in a variable. */
function fromText<T>(name: string, parse: (text: string) => T | undefined, example: string) {
  const read = (text: unknown, node?: ASTNode): T => {
    const value = typeof text === 'string' ? parse(text) : undefined;
    if (value !== undefined) return value;
    throw badUserInput(`${JSON.stringify(text)} is not a ${name}; write ${example}.`, { node });
  };
  return {
    parseValue: (value: unknown) => read(value),
    parseLiteral: (node: ValueNode) =>
      read(node.kind === Kind.STRING ? node.value : 'value' in node ? node.value : null, node),
  };
}

builder.scalarType('CalendarQuarter', {
  description: 'A calendar quarter, e.g. 2025Q2.',
  serialize: formatCalendarQuarter,
  ...fromText('CalendarQuarter', parseCalendarQuarter, 'one like 2025Q2'),
});

builder.scalarType('Date', {
  description: 'An ISO 8601 calendar date, e.g. 2025-06-30.',
  serialize: (date) => textOf(date instanceof Date ? dayFromDate(date) : date),
  ...fromText('Date', parseDay, 'one like 2025-06-30'),
});

builder.scalarType('DateTime', {
  description: 'An ISO 8601 instant in UTC, e.g. 2025-08-29T10:15:00.000Z.',
  serialize: (instant) => instant.toISOString(),
  ...fromText('DateTime', parseInstant, 'one like 2025-08-29T10:15:00Z'),
});

builder.scalarType('Decimal', {
  description:
    'An exact decimal number, as a string in plain notation. Never rounded on the way from the filing to the client.',
  serialize: (decimal) => (typeof decimal === 'string' ? decimal : plain(decimal)),
  ...fromText('Decimal', parseDecimal, 'one like "38676000000"'),
});

builder.scalarType('URL', {
  description:
    'An address, e.g. https://www.sec.gov/; one that begins with / is on the server that answers.',
  serialize: (url) => url,
  ...fromText('URL', (text) => (URL.canParse(text) ? text : undefined), 'an absolute address'),
});

/** Facts share their days, and writing one out takes longer than finding it: 4,000 are eleven years. */
const texts = new Map<Day, string>();
const MOST_TEXTS = 4_000;

function textOf(day: Day): string {
  const cached = texts.get(day);
  if (cached !== undefined) return cached;
  const text = formatDay(day);
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(day, text);
  return text;
}

function parseInstant(text: string): Date | undefined {
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function parseDecimal(text: string): Decimal | undefined {
  return /^-?\d{1,40}(\.\d{1,20})?$/.test(text) ? new Decimal(text) : undefined;
}
