import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { accessionIn } from './audit-rows.ts';
import { against, type Fact, type Placed } from './place.ts';

// What is known of a document and stands in another column than its own. A file can be mended; what is stored can not.

type Source = Placed<TableRow<'sources'>>;

/** Filings whose number or form is not told, or is another, though their address, number or title tells. */
export function unsaidOfFilings(sources: readonly Source[]): Refusal[] {
  return sources.flatMap(({ title, url, form, accession, place }) => {
    const forms = title.match(FORMS) ?? [];
    if (forms.length > 0 && !forms.some((named) => form?.startsWith(named))) {
      return [against(place, 'form', `expected ${forms.join(' or ')}, which the title names`)];
    }
    const kept = accessionIn(url ?? '');
    if (kept && !accession) {
      return [against(place, 'accession', `expected ${kept}, the filing at the address`)];
    }
    if (!accession || form) return [];
    return [against(place, 'form', `expected the form of the filing ${accession}, such as 8-K`)];
  });
}

/** The forms that companies report on; an amendment is a 10-K/A and so on. */
const FORMS = /\b(?:10-[KQ]|[24]0-F|[68]-K)\b/g;

/** Notes that say where in the document a figure stands, which is for its locator to say. */
export function placesInNotes(facts: readonly Fact[]): Refusal[] {
  return facts.flatMap(({ locator, note, place }) => {
    const [named] = PLACE.exec(note ?? '') ?? [];
    if (named === undefined || locator) return [];
    return [against(place, 'locator', `expected ${JSON.stringify(named)}, which the note names`)];
  });
}

/** A numbered place anywhere, or a part of the document that a note begins with. */
const PLACE =
  /\b(?:page|p\.|note|table|slide|section|appendix|schedule)\s+\d{1,3}[a-z]?\b(?!\s*%|[.,]\d)|^(?:[\w-]+ ){1,4}(?:column|paragraph|reconciliation|statement|table)(?= of the\b)/i;
