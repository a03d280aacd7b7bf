import { dayFromDate, formatDay } from '../domain/day.ts';
import type { Catalog } from './catalog.ts';

/** What the compilation may be used under; the documents that figures come from stay under their publishers' terms. */
export const LICENCE = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const TITLE =
  'Capexgraph: capital expenditures and revenues of cloud and AI companies of the US and China';

/** How to cite a version of the dataset. */
export function citationOf({
  version,
  importedAt,
}: Pick<Catalog, 'version' | 'importedAt'>): string {
  const day = formatDay(dayFromDate(importedAt));
  return `Capexgraph contributors (${day.slice(0, 4)}). ${TITLE}. Dataset, version ${version}, imported on ${day}. Licensed under CC BY 4.0.`;
}
