import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewsQuery } from '../src/generated/documents.ts';
import { announcementsOf, isChanged } from '../src/queries/news.ts';

type Node = NewsQuery['quarters']['nodes'][number];
type Fact = Node['facts'][number];

const fact = fc.record({
  concept: fc.constantFrom('CAPEX' as const, 'REVENUE' as const),
  amount: fc.constantFrom('1', '2'),
  publishedOn: fc.constantFrom('2025-02-01', '2025-05-01', '2026-02-01'),
  definition: fc.constantFrom('old', 'new'),
  source: fc.constantFrom('one', 'other'),
});

const news: fc.Arbitrary<NewsQuery> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b'), fc.array(fact, { maxLength: 6 })), { maxLength: 4 })
  .map((all) => ({
    quarters: {
      pageInfo: { endCursor: null, hasNextPage: false },
      nodes: all.map(
        ([slug, facts], quarter): Node => ({
          calendarQuarter: `2025Q${4 - quarter}`,
          company: { slug, name: slug.toUpperCase() },
          facts: facts.map(
            (each, place): Fact => ({
              ...each,
              id: `${quarter} ${place}`,
              currency: 'USD',
              definition: { slug: each.definition, description: '' },
              source: { id: each.source, title: each.source, url: null },
            }),
          ),
        }),
      ),
    },
  }));

test('every figure is announced once, on its day, by its company, newest days first', () => {
  fc.assert(
    fc.property(news, (answer) => {
      const announcements = announcementsOf(answer);
      const announced = announcements.flatMap(({ day, company, figures }) =>
        figures.map(({ fact }) => `${day} ${company.slug} ${fact.id}`),
      );
      const printed = answer.quarters.nodes.flatMap(({ company, facts }) =>
        facts.map(({ publishedOn, id }) => `${publishedOn} ${company.slug} ${id}`),
      );
      expect(announced.sort()).toEqual(printed.sort());
      const days = announcements.map(({ day }) => day);
      expect(days).toEqual([...days].sort().reverse());
    }),
  );
});

test('what was printed before is of the same concept and quarter, earlier, and of the same definition if any is', () => {
  fc.assert(
    fc.property(news, (answer) => {
      for (const { figures } of announcementsOf(answer)) {
        for (const printed of figures) {
          const { fact, before } = printed;
          const { facts } = answer.quarters.nodes.find((node) => node.facts.includes(fact))!;
          const earlier = facts.filter(
            (each) => each.concept === fact.concept && each.publishedOn < fact.publishedOn,
          );
          if (!before) expect(earlier).toEqual([]);
          else {
            expect(earlier).toContain(before);
            const isLike = earlier.some((each) => each.definition.slug === fact.definition.slug);
            expect(before.definition.slug === fact.definition.slug).toBe(isLike);
            const isSame =
              before.amount === fact.amount && before.definition.slug === fact.definition.slug;
            expect(isChanged(printed)).toBe(!isSame);
          }
        }
      }
    }),
  );
});
