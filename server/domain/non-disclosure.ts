import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Concept } from './vocabulary.ts';

/** That a company does not publish a concept, from one quarter to another. */
export interface NonDisclosure {
  readonly concept: Concept;
  readonly from: CalendarQuarter;
  readonly until: CalendarQuarter;
}
