import { END_OF_TIME, formatDay, parseDay } from '../domain/day.ts';
import type { View } from '../domain/view.ts';
import { CURRENCIES, type Currency } from '../domain/vocabulary.ts';
import type { Company } from '../generated/prisma/client.ts';
import type { Awaitable } from '../store/awaitable.ts';
import type { Context } from './context.ts';

/**
 * The parts of an id that tell how its object was asked for, so that a client's cache never takes
 * one quarter in two currencies, or on two days, for the same. None for the default.
 */
export function perspectiveKey({ company, currency, asOf }: View): string[] {
  const parts = [
    currency === company.reportingCurrency ? '' : currency,
    asOf === END_OF_TIME ? '' : formatDay(asOf),
  ];
  return parts[1] ? parts : parts[0] ? [parts[0]] : [];
}

/** The view that an id's parts name; null where the company or a part does not exist. */
export function viewOf(
  slug: string,
  [currency = '', asOf = '']: string[],
  { snapshot }: Context,
): Awaitable<View> | null {
  const company: Company | null = snapshot.company('slug', slug);
  const isCurrency = currency === '' || CURRENCIES.includes(currency as Currency);
  const day = parseDay(asOf);
  if (!company || !isCurrency || (asOf !== '' && day === undefined)) return null;
  return snapshot.view(company, { currency: (currency || null) as Currency | null, asOf: day });
}
