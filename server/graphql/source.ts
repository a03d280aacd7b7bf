import { SourceKind as PrismaSourceKind } from '../generated/prisma/enums.ts';
import { builder } from './builder.ts';
import { globalId, Node, nodeLoader } from './node.ts';

const SourceKind = builder.enumType('SourceKind', {
  description: 'What sort of document a source is.',
  values: {
    [PrismaSourceKind.FILING]: { description: 'A filing with a regulator, e.g. a 10-Q or a 6-K.' },
    [PrismaSourceKind.PRESS_RELEASE]: { description: "The company's own announcement." },
    [PrismaSourceKind.DATASET]: { description: 'A collection of figures, e.g. exchange rates.' },
    [PrismaSourceKind.NEWS]: { description: 'An article that quotes the figures.' },
    [PrismaSourceKind.ESTIMATE]: {
      description: 'A calculation of somebody other than the company.',
    },
  },
});

export const Source = builder.prismaObject('Source', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: ({ slug }) => globalId('Source', slug),
    }),
    slug: t.exposeString('slug', {
      description: "The document's short name, by which the tables of `/data/` refer to it.",
    }),
    kind: t.expose('kind', { type: SourceKind }),
    title: t.exposeString('title'),
    publisher: t.exposeString('publisher'),
    url: t.expose('url', { type: 'URL', nullable: true }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    form: t.exposeString('form', { nullable: true }),
    accession: t.exposeString('accession', { nullable: true }),
  }),
});

nodeLoader('Source', (slug, { documents }) => documents.sourceNamed(slug));
