import {
  CatalogueDocument,
  HeadlineDocument,
  type HeadlineQueryVariables,
  SeriesDocument,
} from '../generated/documents.ts';
import { START } from '../state/view.ts';
import { seriesVariables } from './series-variables.ts';

export function headlineVariables(asOf: string): HeadlineQueryVariables {
  const [baseline, challenger] = START.of.map((slug) => ({ slug }));
  return { baseline: baseline!, challenger: challenger!, asOf: asOf || null };
}

/** What the first page asks: the server answers it beforehand, with the page. */
export const FIRST_QUESTIONS = [
  { query: String(HeadlineDocument), variables: headlineVariables('') },
  { query: String(CatalogueDocument), variables: {} },
  {
    query: String(SeriesDocument),
    variables: seriesVariables(
      START,
      START.of.map((slug) => ({ by: { group: { slug } } })),
    ),
  },
];

/** Names an answer: the same question has the same key. */
export const keyOf = (query: string, variables: object) => query + JSON.stringify(variables);
