import type { Catalog } from '../store/catalog.ts';

/** Which version of the dataset files are of. */
export type Edition = Pick<Catalog, 'version' | 'sequence' | 'importedAt'>;
