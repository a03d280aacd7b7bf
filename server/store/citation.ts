import { type Day, dayFromNumber, formatDay } from '../domain/day.ts';
import type { Catalog } from './catalog.ts';

/** What the compilation may be used under; the documents that figures come from stay under their publishers' terms. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const TITLE =
  'Capexgraph: capital expenditures and revenues of cloud and AI companies of the US and China';

/** How to cite a version of the dataset, whose newest document is of a day. */
export function citationOf(version: string, completeTo: Day | null): string {
  const day = completeTo === null ? null : formatDay(completeTo);
  const authors = day ? `Capexgraph contributors (${day.slice(0, 4)})` : 'Capexgraph contributors';
  const documents = day ? `, with documents up to ${day}` : '';
  return `${authors}. ${TITLE}. Dataset, version ${version}${documents}. Licensed under CC BY 4.0.`;
}

/** How to cite the version that is served. */
export function citationFor({ version, summary }: Pick<Catalog, 'version' | 'summary'>): string {
  const { completeTo = null } = summary ?? {};
  return citationOf(version, completeTo === null ? null : dayFromNumber(completeTo));
}
