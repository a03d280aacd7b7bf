import { z } from 'zod';
import type { Importer } from '../importer.ts';
import { SEC } from './fetch/edgar-client.ts';
import type { EdgarOptions } from './read-edgar.ts';

const CONTACT = /^[\x20-\x7e]*\S@\S+\.\S[\x20-\x7e]*$/;

export const edgar: Importer<EdgarOptions> = {
  kind: 'edgar',
  describe: "Import companyfacts of the SEC's EDGAR; a company that is not there is added.",
  sources: {
    name: '[sources...]',
    describe:
      "each a CIK, a file like CIK0001652044.json, or the SEC's companyfacts.zip; none: every company of the dataset that has a CIK",
  },
  options: {
    contact: {
      flag: '--contact <name and address>',
      describe: 'who asks, which the SEC wants to know; for CIKs',
      schema: z.string().regex(CONTACT, 'wants a name and an e-mail address, in ASCII'),
    },
    mirror: {
      flag: '--mirror <url>',
      describe: 'where CIK##########.json is asked for',
      default: SEC,
      schema: z.url(`wants an address like ${SEC}`),
    },
  },
  examples: [
    '--contact "Ada Lovelace ada@example.org"            keeps the dataset current',
    '1045810 --contact "Ada Lovelace ada@example.org"    adds NVIDIA',
    './companyfacts.zip                                  every filer; no network',
  ],
  // Of thousands of filers' files, those that are good are taken.
  isAllOrNothing: false,
  needsReviewed: true,
  everything: 'every company with a CIK',
  async *read(sources, options, context) {
    const { readEdgar } = await import('./read-edgar.ts');
    yield* readEdgar(sources, options, context);
  },
};
