import { csv } from './csv/importer.ts';
import { edgar } from './edgar/importer.ts';
import type { Importer } from './importer.ts';
import { rates } from './rates/importer.ts';

/** Every way to bring facts in; each is a command, `capexgraph import csv`. */
export const IMPORTERS: readonly Importer[] = [csv, edgar, rates];
