import { Fact as DomainFact } from '../domain/fact.ts';
import { type Awaitable, all, andThen } from '../store/awaitable.ts';
import { type ChangeRow, Changes } from '../store/changes.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { builder } from './builder.ts';
import { type Connection, cursorOf, PAGE_SIZE, pageSize, readCursor } from './connection.ts';
import { connectionType } from './connection-types.ts';
import { badUserInput } from './errors.ts';
import { Fact } from './fact.ts';
import { noSuchCompany } from './nearest.ts';

interface FactChange {
  readonly fact: DomainFact;
  readonly recordedAt: Date;
}

const Change = builder.objectRef<FactChange>('Change').implement({
  description: 'A fact that an import brought.',
  fields: (t) => ({
    fact: t.field({ type: Fact, description: 'The fact.', resolve: ({ fact }) => fact }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description:
        'When this database got it; `publishedOn` of the fact says when it became public.',
    }),
    supersedes: t.field({
      type: Fact,
      nullable: true,
      description: 'The fact of the same period and definition whose place it took, if any.',
      resolve: ({ fact }) => fact.supersedes,
    }),
  }),
});

const ChangeConnection = connectionType<FactChange>(
  { connection: 'ChangeConnection', edge: 'ChangeEdge' },
  Change,
  'changes',
);

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnection,
    args: {
      first: t.arg.int({
        description: `The next n changes, 0 to ${PAGE_SIZE}. Default: ${PAGE_SIZE}.`,
      }),
      after: t.arg.string({
        description:
          'Only changes after the one with this cursor. The last cursor that was read is all that a follower keeps: it holds for ever on this database.',
      }),
      company: t.arg.string({ description: 'Only facts of this company, by its slug.' }),
    },
    description:
      'Facts in the order in which the dataset got them, from the one after a cursor on: replaying them all rebuilds it. What a later import adds to the `note`, `locator` or `roundedTo` of a fact that was there is no change of its own: the fact has it where it stands.',
    resolve: async (_, { first, after, company: slug }, { snapshot, stored, budget }) => {
      const company = slug == null ? null : snapshot.company('slug', slug);
      if (slug != null && !company) {
        throw badUserInput(noSuchCompany(slug, snapshot), { argument: 'company' });
      }
      const changes = new Changes(stored, company);
      const { page: largest } = budget.operation;
      const size = pageSize('first', first, largest) ?? largest;
      const start = after == null ? 0 : idIn(after);
      // One more tells whether there are more.
      const rows = await changes.read(start, size + 1);
      const page = rows.slice(0, size);
      return connectionOf(changes, page, await nodesOf(page, snapshot), {
        start,
        hasNextPage: rows.length > size,
        count: () =>
          company ? changes.count() : andThen(snapshot.summary(stored), ({ facts }) => facts),
      });
    },
  }),
);

const ORDER = { name: 'change' };

function idIn(cursor: string): number {
  const [id] = readCursor('after', cursor, ORDER);
  if (typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < 2 ** 31) return id;
  throw badUserInput(`${JSON.stringify(cursor)} is not a cursor of this connection.`, {
    argument: 'after',
  });
}

async function nodesOf(rows: readonly ChangeRow[], snapshot: Snapshot): Promise<FactChange[]> {
  const views = await all(
    rows.map(({ companyId }) => snapshot.view(snapshot.companyById(companyId))),
  );
  return rows.map(({ id, recordedAt }, place) => {
    const view = views[place]!;
    return {
      fact: new DomainFact(view, view.series.facts.id.indexOf(id)),
      recordedAt,
    };
  });
}

/** What is only counted is counted for whoever asks. */
function connectionOf(
  changes: Changes,
  rows: readonly ChangeRow[],
  nodes: FactChange[],
  {
    start,
    hasNextPage,
    count,
  }: { start: number; hasNextPage: boolean; count: () => Awaitable<number> },
): Connection<FactChange> {
  const cursors = rows.map(({ id }) => cursorOf(ORDER, [id]));
  return {
    nodes,
    edges: nodes.map((node, place) => ({ node, cursor: cursors[place]! })),
    hasNextPage,
    startCursor: cursors[0] ?? null,
    endCursor: cursors.at(-1) ?? null,
    get hasPreviousPage() {
      return start > 0 && changes.areAnyUpTo(start);
    },
    get totalCount() {
      return count();
    },
  };
}
