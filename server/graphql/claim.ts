import {
  type Claim as ClaimDefinition,
  explain,
  judge,
  type Verdict as VerdictWord,
} from '../claims/claim.ts';
import { CLAIMS, SOURCE } from '../claims/claims.ts';
import type { Evidence } from '../claims/evidence.ts';
import { dayFromDate } from '../domain/day.ts';
import type { Source as SourceRow } from '../generated/prisma/client.ts';
import { evidenceOf } from '../store/read-evidence.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { globalId, Node, nodeLoader } from './node.ts';
import { Source } from './source.ts';

/** A claim with what it is judged by. */
interface JudgedClaim {
  readonly claim: ClaimDefinition;
  readonly source: SourceRow;
  /** As known when the claim was published, and today. */
  readonly then: Evidence;
  readonly today: Evidence;
}

const Verdict = builder.enumType('Verdict', {
  description: 'What became of a published statement, by what was known when it was published.',
  values: {
    REPRODUCED: { description: 'The filings agree with it to the printed digit, or bear it out.' },
    APPROXIMATE: { description: 'The figure lies within 5 % of the printed one.' },
    CONTRADICTED: { description: 'The figure lies further away, or the filings say otherwise.' },
    NOT_CHECKABLE: { description: 'An input that it needs is not public.' },
  } as const satisfies Record<VerdictWord, object>,
});

const Claim = builder.objectRef<JudgedClaim>('Claim').implement({
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
      description: 'The statement, in our own words.',
      resolve: ({ claim }) => claim.statement,
    }),
    source: t.field({
      type: Source,
      description: 'The document that made it.',
      resolve: ({ source }) => source,
    }),
    published: t.float({
      nullable: true,
      description: 'The figure as published, in `unit`; null for a claim without one.',
      resolve: ({ claim }) => claim.published,
    }),
    computed: t.float({
      nullable: true,
      description: 'The same figure from the filings, as known when the claim was published.',
      resolve: ({ claim, then }) => claim.measure(then),
    }),
    computedToday: t.float({
      nullable: true,
      description: 'The same again, of the same quarters, with everything known today.',
      resolve: ({ claim, today }) => claim.measure(today),
    }),
    unit: t.string({
      description: 'The unit of the three figures: %, percentage points or USD bn.',
      resolve: ({ claim }) => claim.unit,
    }),
    verdict: t.field({
      type: Verdict,
      description: 'What became of it, by what was known when it was published.',
      resolve: ({ claim, then }) => judge(claim, then),
    }),
    finding: t.string({
      description: 'What basis reproduces it, or why none does.',
      resolve: ({ claim, then, today }) => explain(claim, then, today),
    }),
    query: t.string({
      description: 'A GraphQL document, runnable as it stands, that shows the working.',
      resolve: ({ claim }) => claim.query,
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
    },
    description: 'Published statements about the figures, each worked out again from the filings.',
    resolve: (_, { source }, context) => judgedClaims(context, { source }),
  }),
  claim: t.field({
    type: Claim,
    nullable: true,
    args: { slug: t.arg.string({ required: true, description: 'E.g. alibaba-growth.' }) },
    description: 'One claim; null when there is none.',
    resolve: async (_, { slug }, context) => (await judgedClaims(context, { slug }))[0] ?? null,
  }),
}));

nodeLoader('Claim', async (slug, context) => (await judgedClaims(context, { slug }))[0] ?? null);

/** The claims with their evidence; none where the dataset lacks their source or a group that they speak of. */
async function judgedClaims(
  { snapshot, prisma }: Context,
  where: { slug?: string | null; source?: string | null },
): Promise<JudgedClaim[]> {
  const bySource =
    where.source == null || [SOURCE, globalId('Source', SOURCE)].includes(where.source);
  const claims = CLAIMS.filter(
    ({ slug }) => bySource && (where.slug == null || slug === where.slug),
  );
  if (claims.length === 0) return [];
  const source = await prisma.source.findUnique({ where: { slug: SOURCE } });
  const published = source?.publishedOn;
  if (!published) return [];
  const [then, today] = await Promise.all([
    evidenceOf(snapshot, dayFromDate(published)),
    evidenceOf(snapshot, null),
  ]);
  return then && today ? claims.map((claim) => ({ claim, source, then, today })) : [];
}
