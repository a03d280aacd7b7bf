import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import {
  CompaniesDocument,
  CompanyQuartersDocument,
  type CompanyQuartersQuery,
  QuarterSourcesDocument,
} from '../src/generated/documents.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Posts a typed document: its variables are checked, and its answer is typed, by the document. */
async function execute<Result, Variables>(
  document: DocumentTypeDecoration<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return server.query<Result>(String(document), variables as object);
}

test('a typed document lists the companies', async () => {
  const { companies } = await execute(CompaniesDocument, { where: { countries: ['CN'] } });
  expect(companies.totalCount).toBe(4);
  expect(companies.nodes.map(({ slug }) => slug)).toContain('alibaba');
  expectTypeOf(companies.nodes[0]!.ticker).toEqualTypeOf<string | null>();
});

test("a typed document gives a company's quarters in a currency, as known on a day", async () => {
  const { company } = await execute(CompanyQuartersDocument, {
    company: { ticker: 'BABA' },
    last: 2,
    currency: 'USD',
    asOf: '2025-09-01',
  });
  const latest = company!.quarters.nodes.at(-1)!;
  expect(latest.calendarQuarter).toBe('2025Q2');
  expect(latest.currency).toBe('USD');
  expect(latest.capex.overTheQuarter.value).toBeCloseTo(0.58005, 4);
  expectTypeOf(latest.capex.amount).toEqualTypeOf<string | null>();
  expectTypeOf(latest.capex.missing).toExtend<{ reason: string }[]>();
  expectTypeOf<CompanyQuartersQuery>().toHaveProperty('company');
});

test('a typed document leads from a quarter to the documents that printed it', async () => {
  const { company } = await execute(QuarterSourcesDocument, {
    company: { slug: 'alibaba' },
    calendarQuarter: '2025Q2',
    concept: 'CAPEX',
  });
  const [fact] = company!.quarter!.facts;
  expect(fact).toMatchObject({ amount: '38676000000', quality: 'REPORTED', note: null });
  expect(fact!.source.title).toContain('Alibaba Group results announcement');
});

test('a wrong variable does not compile', () => {
  // @ts-expect-error: there is no such concept.
  void (() => execute(QuarterSourcesDocument, { company: { slug: 'a' }, concept: 'PROFIT' }));
  // @ts-expect-error: a company is named in exactly one way.
  void (() => execute(CompanyQuartersDocument, { company: { slug: 'a', ticker: 'A' } }));
});
