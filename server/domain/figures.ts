import type { Amount } from './amount.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { LineItem } from './line-item.ts';
import type { Ratio } from './ratio.ts';
import type { Currency, Window } from './vocabulary.ts';

/** What a company's quarter and a group's quarter have in common. */
export interface Figures {
  readonly calendarQuarter: CalendarQuarter;
  readonly currency: Currency;
  amount(item: LineItem, window: Window): Amount;
  ratio(numerator: LineItem, denominator: LineItem, window: Window): Ratio;
}
