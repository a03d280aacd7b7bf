import type { GraphQLSchema } from 'graphql';
import type { JudgedClaim } from '../claims/judge.ts';
import type { Source as SourceRow } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { badUserInput } from './errors.ts';
import { judgedClaims } from './judged-claims.ts';
import { globalId, Node, nodeLoader } from './node.ts';
import { Reading } from './reading.ts';
import { Source } from './source.ts';
import { Verdict } from './verdict.ts';
import { runnable } from './working-document.ts';

/** A claim with the document that made it. */
interface ShownClaim extends JudgedClaim {
  readonly source: SourceRow;
}

const Claim = builder.objectRef<ShownClaim>('Claim').implement({
  description: 'A published statement about the figures, worked out again from the filings.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: ({ claim }) => globalId('Claim', claim.slug),
    }),
    slug: t.string({
      description: 'Short name of the claim, e.g. alibaba-growth.',
      resolve: ({ claim }) => claim.slug,
    }),
    statement: t.string({
      description: 'The statement, in our own words, with the basis that it states.',
      resolve: ({ claim }) => claim.statement,
    }),
    source: t.field({
      type: Source,
      description: 'The document that made it.',
      resolve: ({ source }) => source,
    }),
    saidOn: t.field({
      type: 'Date',
      description: 'The day on which it was said.',
      resolve: ({ claim }) => claim.saidOn,
    }),
    published: t.float({
      nullable: true,
      description:
        'The figure as published, in `unit`; null for a claim without one. Of a range, its lower end.',
      resolve: ({ claim }) => claim.printed?.from ?? null,
    }),
    publishedTo: t.float({
      nullable: true,
      description: 'The upper end of a published range, in `unit`; null for any other claim.',
      resolve: ({ claim: { printed } }) =>
        printed && printed.to > printed.from ? printed.to : null,
    }),
    precision: t.float({
      nullable: true,
      description:
        'The unit of the last printed digit, in `unit`: 1 for 168, 0.1 for 9.4; null for a claim without a figure.',
      resolve: ({ claim }) => claim.printed?.precision ?? null,
    }),
    unit: t.string({
      description: 'The unit of its figures, e.g. %, percentage points, times or USD bn.',
      resolve: ({ claim }) => claim.unit,
    }),
    readings: t.field({
      type: [Reading],
      description: 'Every way in which the statement can be read, the stated one first.',
      resolve: ({ claim, readings }) =>
        readings.map((reading) => ({ ...reading, saidOn: claim.saidOn })),
    }),
    computed: t.float({
      nullable: true,
      description:
        'The figure from the filings, as known on the day of the claim: of the stated reading, or of the best one where the source states none.',
      resolve: ({ main }) => main.onDay.figure,
    }),
    computedToday: t.float({
      nullable: true,
      description: 'The same with everything known today.',
      resolve: ({ main }) => main.today.figure,
    }),
    verdict: t.field({
      type: Verdict,
      description: 'What became of it in that reading, by what was known on its day.',
      resolve: ({ main }) => main.verdict,
    }),
    finding: t.string({
      description:
        'What reproduces it, or why nothing does, and what has changed since; sentences to print.',
      resolve: ({ finding }) => finding,
    }),
    query: t.string({
      description:
        'A GraphQL document, runnable as it stands, that is the working of that reading. With null for `$asOf` it answers by everything known today.',
      resolve: ({ claim, main }) => runnable(main.reading.query, claim.saidOn),
    }),
  }),
});

builder.queryFields((t) => ({
  claims: t.field({
    type: [Claim],
    args: {
      source: t.arg.string({
        description: 'Only claims of this document: the id of its `Source`, or its slug.',
      }),
      search: t.arg.string({
        description:
          'Only claims with this text, in any letter case, in their statement or in the title or the publisher of their document.',
      }),
      first: t.arg.int({ description: 'Only the newest n of them, 0 or more.' }),
    },
    description:
      'Published statements about the figures, each worked out again from the filings; the newest first.',
    resolve: async (_, { source, search, first }, context, { schema }) => {
      if (first != null && first < 0) {
        throw badUserInput(`first takes a number from 0, not ${first}.`, { argument: 'first' });
      }
      const text = search?.toLowerCase() ?? '';
      const claims = (await shownClaims(context, schema)).filter(
        (each) => isOf(each, source) && textOf(each).toLowerCase().includes(text),
      );
      return claims.slice(0, first ?? undefined);
    },
  }),
  claim: t.field({
    type: Claim,
    nullable: true,
    args: { slug: t.arg.string({ required: true, description: 'E.g. alibaba-growth.' }) },
    description: 'One claim; null when there is none.',
    resolve: (_, { slug }, context, { schema }) => claimNamed(slug, context, schema),
  }),
}));

nodeLoader('Claim', claimNamed);

/** Whether a claim is of a document, which is named by its id or its slug. */
function isOf({ source: { slug } }: ShownClaim, source: string | null | undefined): boolean {
  return source == null || [slug, globalId('Source', slug)].includes(source);
}

function textOf({ claim, source }: ShownClaim): string {
  return [claim.statement, source.title, source.publisher].join('\n');
}

async function claimNamed(slug: string, context: Context, schema: GraphQLSchema) {
  const claims = await shownClaims(context, schema);
  return claims.find(({ claim }) => claim.slug === slug) ?? null;
}

async function shownClaims(context: Context, schema: GraphQLSchema): Promise<ShownClaim[]> {
  const judged = await judgedClaims(context, schema);
  return context.snapshot.catalog.claims.map(({ source }, place) => ({
    ...judged[place]!,
    source,
  }));
}
