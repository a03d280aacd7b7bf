import type { Source } from '../../generated/prisma/client.ts';
import { SourceKind } from '../../generated/prisma/enums.ts';
import { firstText, longest, smallest } from './order.ts';
import { tableOf } from './table.ts';
import { added, address, day, matching, optional, slug, text, wordOf } from './types.ts';

export const sources = tableOf<Source, 'id'>()(
  {
    slug: { ...slug, meaning: "The document's short name, by which figures refer to it." },
    kind: {
      ...wordOf({ SourceKind }),
      meaning: 'What sort of document it is; a filing and a press release come from the company.',
      stays: smallest,
    },
    // Filers change their names, and with them the titles of the filings that they have made.
    title: { ...text, meaning: "The document's title.", stays: longest },
    publisher: { ...text, meaning: 'Who published the document.', stays: longest },
    url: {
      ...optional(address),
      meaning: 'Where the document can be read; empty when it is not online.',
      stays: longest,
    },
    published_on: {
      ...optional(day),
      meaning: 'The day on which the document became public; empty when it is not known.',
      stays: smallest,
    },
    form: {
      ...added(text),
      meaning:
        'The form of the filing that it is or was filed with, e.g. 10-K; empty where that is not known.',
      stays: firstText,
    },
    accession: {
      ...added(
        matching(/^\d{10}-\d{2}-\d{6}$/, 'expected an accession number like 0001652044-25-000014'),
      ),
      meaning:
        'The number under which the SEC keeps that filing; empty for one that is not kept there.',
      stays: firstText,
    },
  },
  {
    stored: 'source',
    meaning: 'The documents that figures were taken from.',
    identity: ['slug'],
    order: firstText('stored.slug'),
  },
);
