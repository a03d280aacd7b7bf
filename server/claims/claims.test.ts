import { describe, expect, test } from 'vitest';
import type { NewFact } from '../test/add-rows.ts';
import { EXPECTED, Workings } from '../test/claim-workings.ts';
import { groupView } from '../test/reviewed-views.ts';
import { type Claim, explain, judge } from './claim.ts';
import { CLAIMS } from './claims.ts';
import { Evidence } from './evidence.ts';

/** What was known of the groups on a day; with more facts than the fixture has, if they are given. */
function evidence(asOf: string, added: readonly NewFact[] = []): Evidence {
  return new Evidence(
    groupView('us-hyperscalers', { asOf, currency: 'USD' }, added),
    groupView('china-hyperscalers', { asOf, currency: 'USD' }, added),
    groupView('china-hyperscalers', { asOf, currency: 'CNY' }, added),
  );
}

const THAT_DAY = '2025-09-01';
const TODAY = '9999-12-31';
const then = evidence(THAT_DAY);
const today = evidence(TODAY);
const claims = new Map(CLAIMS.map((claim) => [claim.slug, claim]));

test('the claims are those of the note, each with its own statement', () => {
  expect([...claims.keys()]).toEqual(Object.keys(EXPECTED));
  expect(new Set(CLAIMS.map(({ statement }) => statement)).size).toBe(CLAIMS.length);
});

test.each(CLAIMS)('$slug comes out as the filings say', (claim) => {
  const { workOut, numbers, isDifference, verdict, computed, ...expected } = EXPECTED[claim.slug]!;
  expect(claim).toMatchObject(expected);
  expect(claim.measure(then)!.toFixed(1)).toBe(computed);
  expect(claim.measure(then)).toBeCloseTo(workOut(new Workings(THAT_DAY)), 9);
  expect(claim.measure(today)).toBeCloseTo(workOut(new Workings(TODAY)), 9);
  expect(judge(claim, then)).toBe(verdict);
  for (const number of numbers) expect(explain(claim, then, today)).toContain(number);
});

test.each(
  CLAIMS,
)('$slug cannot be checked on a day when its figures were not yet public', (claim) => {
  const early = evidence('2025-07-01');
  expect(claim.measure(early)).toBeNull();
  expect(judge(claim, early)).toBe('NOT_CHECKABLE');
  expect(explain(claim, early, today)).toBe(
    'The documents that were public when the claim was made do not give the figure.',
  );
});

describe('a printed figure is', () => {
  const printed = (published: number, computed: number | null): Claim => ({
    ...CLAIMS[0]!,
    published,
    measure: () => computed,
    holds: undefined,
  });
  test.each([
    ['reproduced when it is ours, rounded to its last digit', 291, 291.349, 'REPRODUCED'],
    ['reproduced to its decimals', 0.5, 0.5499, 'REPRODUCED'],
    ['not reproduced by another last digit', 0.5, 0.5501, 'CONTRADICTED'],
    ['approximate within 5 % of it', 100, 105, 'APPROXIMATE'],
    ['approximate below it too', 100, 95, 'APPROXIMATE'],
    ['contradicted beyond 5 % of it', 100, 105.6, 'CONTRADICTED'],
    ['contradicted by the other sign', 100, -100, 'CONTRADICTED'],
    ['approximate where it is negative', -100, -104, 'APPROXIMATE'],
    ['contradicted where it is negative', -100, -106, 'CONTRADICTED'],
    ['not checkable where an input is missing', 100, null, 'NOT_CHECKABLE'],
  ] as const)('%s', (_, published, computed, verdict) => {
    expect(judge(printed(published, computed), then)).toBe(verdict);
  });
});

describe('a statement without a figure', () => {
  const said = (holds: boolean | 'not checkable'): Claim => ({
    ...CLAIMS[0]!,
    published: null,
    measure: () => 1,
    holds: () => holds,
  });
  test.each([
    [true, 'REPRODUCED'],
    [false, 'CONTRADICTED'],
    ['not checkable', 'NOT_CHECKABLE'],
  ] as const)('that holds: %s, is %s', (holds, verdict) => {
    expect(judge(said(holds), then)).toBe(verdict);
  });
});

const capex = { concept: 'CAPEX', definition: 'purchases-gross' } as const;
const inJune2025 = { period_start: '2025-04-01', period_end: '2025-06-30' };
const inJune2026 = { period_start: '2026-04-01', period_end: '2026-06-30' };
const amazon = { ...capex, company: 'amazon', currency: 'USD' } as const;
const JUMP: NewFact = {
  ...amazon,
  ...inJune2025,
  published_on: '2025-08-31',
  value: '500000000000',
};

test('claims that the filings contradict are contradicted', () => {
  const jumped = evidence(THAT_DAY, [JUMP]);
  const verdict = (slug: string) => judge(claims.get(slug)!, jumped);
  expect(verdict('us-capex-12-months')).toBe('CONTRADICTED');
  expect(verdict('china-capex-12-months')).toBe('NOT_CHECKABLE');
  expect(verdict('china-outgrows-us')).toBe('CONTRADICTED');
  expect(verdict('us-capex-to-cloud-revenue')).toBe('CONTRADICTED');
  expect(verdict('china-capex-to-revenue-lower')).toBe('REPRODUCED');
  expect(verdict('china-capex-to-revenue-rising-faster')).toBe('CONTRADICTED');
  expect(verdict('china-accelerated')).toBe('REPRODUCED');
  expect(claims.get('china-outgrows-us')!.measure(jumped)).toBeLessThan(0);
});

test('the finding of a contradicted claim does not repeat the claim', () => {
  const [thenJumped, nowJumped] = [THAT_DAY, TODAY].map((asOf) => evidence(asOf, [JUMP]));
  const finding = explain(claims.get('china-outgrows-us')!, thenJumped!, nowJumped!);
  expect(finding).not.toMatch(/ grew faster than .* in every quarter/);
});

test('a claim has a finding when China has outgrown the US in no quarter since', () => {
  const later = { ...amazon, ...inJune2026, published_on: '2026-09-30', value: '9000000000000' };
  const [thenJumped, nowJumped] = [THAT_DAY, TODAY].map((asOf) => evidence(asOf, [JUMP, later]));
  expect(explain(claims.get('china-outgrows-us')!, thenJumped!, nowJumped!)).toMatch(/\.$/);
});

test.each(CLAIMS)('the finding on $slug is one sentence, whatever the figures are', (claim) => {
  for (const added of [[], [JUMP]]) {
    const finding = explain(claim, evidence(THAT_DAY, added), evidence(TODAY, added));
    expect(finding).toMatch(/^[A-Z].*[^.]\.$/);
    expect(finding).not.toMatch(/NaN|undefined|null|Infinity/);
  }
});
