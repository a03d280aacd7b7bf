import { afterAll, expect, test } from 'vitest';
import { readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { Recalculation } from './recalculation.ts';
import { startServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const CONCEPTS = [...new Set(readTable('facts').map(({ concept }) => concept))];

interface Break {
  concept: string;
  from: string;
  to: string;
  amountBefore: string | null;
}

interface BreaksAnswer {
  companies: {
    nodes: {
      slug: string;
      reportingCurrency: string;
      quarters: {
        nodes: {
          calendarQuarter: string;
          breaks: {
            concept: string;
            from: { slug: string };
            to: { slug: string };
            amountBefore: { amount: string | null };
          }[];
        }[];
      };
    }[];
  };
}

/** Where the figures of a company turn to another definition than those of the quarter directly before. */
function breaksOf({ known }: Recalculation, quarter: number): Break[] {
  return CONCEPTS.flatMap((concept) => {
    const [before, line] = [quarter - 1, quarter].map((each) => known.seriesLine(concept, each));
    if (!before || !line || before === line) return [];
    const from = before.get(quarter - 1)!.definition;
    const to = line.get(quarter)!.definition;
    return [{ concept, from, to, amountBefore: before.get(quarter)?.value ?? null }];
  });
}

const byConcept = (one: Break, other: Break) => (one.concept < other.concept ? -1 : 1);

test('every break in a definition, and none else, is told as of any day, with the amount in the definition before', async () => {
  let count = 0;
  for (const asOf of ['2023-12-31', '2025-09-01', undefined]) {
    const { companies } = await server.query<BreaksAnswer>(
      `query ($asOf: Date) {
        companies {
          nodes {
            slug
            reportingCurrency
            quarters(asOf: $asOf) {
              nodes {
                calendarQuarter
                breaks { concept from { slug } to { slug } amountBefore { amount } }
              }
            }
          }
        }
      }`,
      { asOf },
    );
    for (const { slug, reportingCurrency, quarters } of companies.nodes) {
      const from = new Recalculation(slug, reportingCurrency, asOf ?? '9999-12-31');
      for (const { calendarQuarter, breaks } of quarters.nodes) {
        const told = breaks.map(({ concept, from, to, amountBefore }) => ({
          concept,
          from: from.slug,
          to: to.slug,
          amountBefore: amountBefore.amount,
        }));
        const expected = breaksOf(from, indexOf(calendarQuarter));
        expect(told.sort(byConcept), `${slug} ${calendarQuarter}`).toEqual(
          expected.sort(byConcept),
        );
        count += expected.length;
      }
    }
  }
  expect(count).toBeGreaterThan(3);
});
