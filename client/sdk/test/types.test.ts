import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { expect, expectTypeOf, test } from 'vitest';
import { formatGrowth, formatMoney, formatPoints, type Money } from '../src/format.ts';
import {
  type CallOptions,
  ClaimsDocument,
  type Client,
  CompaniesDocument,
  CompanyQuartersDocument,
  type Currency,
  DatasetDocument,
  type Fraction,
  type Points,
  QuarterSourcesDocument,
  type ResultOf,
  type TypedDocument,
  type VariablesOf,
} from '../src/index.ts';
import { companyQuarters } from '../src/methods.ts';

// Nothing here is run: the compiler is what is tested, and `npm run check` runs it.
declare const client: Client;
const compiled = (_: () => unknown) => expect(_).toBeTypeOf('function');

test('an answer has the type that its document gives it', () => {
  compiled(async () => {
    const { company } = await client.request(CompanyQuartersDocument, { company: { slug: 'a' } });
    const [quarter] = company!.quarters.nodes;
    expectTypeOf(company).extract<null>().toEqualTypeOf<null>();
    expectTypeOf(quarter!.capex.amount).toEqualTypeOf<string | null>();
    expectTypeOf(quarter!.capex.overTheYear.value).toEqualTypeOf<Fraction | null>();
    expectTypeOf(quarter!.currency).toEqualTypeOf<Currency>();
    const { data } = await client.execute(DatasetDocument);
    expectTypeOf(data).toEqualTypeOf<ResultOf<typeof DatasetDocument> | null>();
  });
});

test('a field that was not asked for does not compile', () => {
  compiled(async () => {
    const company = await client.companyQuarters({ company: { slug: 'alibaba' } });
    // @ts-expect-error: there is no such field.
    company?.headquarters;
    // @ts-expect-error: amounts have no such field.
    company?.quarters.nodes[0]?.capex.total;
    // @ts-expect-error: there may be no such company.
    company.quarters;
  });
});

test('a wrong variable does not compile', () => {
  compiled(() => {
    // @ts-expect-error: there is no such concept.
    client.request(QuarterSourcesDocument, { company: { slug: 'a' }, concept: 'PROFIT' });
    // @ts-expect-error: a company is named in exactly one way.
    client.companyQuarters({ company: { slug: 'a', ticker: 'A' } });
    // @ts-expect-error: the quarter is required.
    client.request(QuarterSourcesDocument, { company: { slug: 'a' } });
    // @ts-expect-error: there is no such variable.
    client.request(CompaniesDocument, { limit: 5 });
    // @ts-expect-error: a bound is a number.
    client.screen({ where: { capexToRevenue: { gt: '1' } } });
    // @ts-expect-error: there is no such currency here.
    client.groupQuarters({ group: { slug: 'us-cloud' }, currency: 'JPY' });
    // @ts-expect-error: a group is named in exactly one way.
    client.groupQuarters({ group: { slug: 'us-cloud', companies: [] } });
  });
});

test('variables may be left out where none is required, and only there', () => {
  compiled(() => {
    client.request(ClaimsDocument);
    client.request(DatasetDocument, {}, { timeoutMs: 1 });
    // @ts-expect-error: a company is required.
    client.request(CompanyQuartersDocument);
    // @ts-expect-error: there is no such option.
    client.request(ClaimsDocument, {}, { timeout: 1 });
  });
});

test('only a connection that is paged forwards can be paginated', () => {
  compiled(() => {
    const companies = client.paginate(CompaniesDocument, {}, (data) => data.companies);
    expectTypeOf(companies).toExtend<AsyncIterable<{ slug: string }>>();
    // @ts-expect-error: claims have no cursor.
    client.paginate(ClaimsDocument, {}, (data) => data.claims);
    // @ts-expect-error: a list is not a connection.
    client.paginate(CompaniesDocument, {}, (data) => data.companies.nodes);
  });
});

test("documents of the user's own have their types; a plain string has none", () => {
  compiled(async () => {
    const own = '' as unknown as TypedDocument<{ a: number }, { b: string }>;
    expectTypeOf(client.request(own, { b: '' })).resolves.toEqualTypeOf<{ a: number }>();
    expectTypeOf<VariablesOf<typeof own>>().toEqualTypeOf<{ b: string }>();
    expectTypeOf(client.request('{ dataset { version } }')).resolves.toBeUnknown();
    const parsed = parse('{ dataset { version } }');
    expectTypeOf(client.request(parsed)).resolves.toBeUnknown();
    const typed = parsed as TypedDocumentNode<{ a: number }, { b: string }>;
    expectTypeOf(client.request(typed, { b: '' })).resolves.toEqualTypeOf<{ a: number }>();
    // @ts-expect-error: the variables are checked.
    client.request(typed, { c: '' });
    // @ts-expect-error: that is no document.
    client.request({ definitions: [] });
  });
});

test('points are taken for no fraction, nor a fraction for points; a number will do for both', () => {
  compiled(async () => {
    const { latest } = await client.comparison({
      baseline: { slug: 'a' },
      challenger: { slug: 'b' },
    });
    const { value, points } = latest!.growthLead;
    expectTypeOf(points).toEqualTypeOf<Points | null>();
    formatGrowth(value);
    formatGrowth(latest?.growthLead);
    formatPoints(latest?.growthLead);
    formatPoints(points);
    formatGrowth(0.5);
    formatPoints(40.5);
    // @ts-expect-error: 40.5 points are not 4,050 %.
    formatGrowth(points);
    // @ts-expect-error: nor is 0.405 that many points.
    formatPoints(value);
    // @ts-expect-error: an amount is in no unit of its own.
    formatMoney(38_676_000_000);
  });
});

test('an axis of numbers takes the formatters of fractions as they are, and that of money with a currency only', () => {
  compiled(() => {
    type OfAxis = (value: number, place: number) => string;
    const currency: Currency | null = null;
    expectTypeOf(formatGrowth).toExtend<OfAxis>();
    expectTypeOf(formatPoints).toExtend<OfAxis>();
    expectTypeOf(formatMoney).not.toExtend<OfAxis>();
    expectTypeOf(formatMoney).toExtend<(money: Money | null, place: number) => string>();
    const ofAxis = (value: number) => formatMoney(value, { currency });
    expectTypeOf(ofAxis).toExtend<OfAxis>();
    // @ts-expect-error: options are no currency.
    formatMoney(38_676_000_000, { digits: 0 });
  });
});

test('each method is a function of its own, with the types of the method', () => {
  compiled(() => {
    expectTypeOf(companyQuarters).returns.toEqualTypeOf<
      ReturnType<typeof client.companyQuarters>
    >();
    companyQuarters(client, { company: { slug: 'a' } });
    // @ts-expect-error: a company is required.
    companyQuarters(client);
  });
});

test('an option may be undefined', () => {
  expectTypeOf<{ signal: AbortSignal | undefined }>().toExtend<CallOptions>();
});
