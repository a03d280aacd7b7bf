import { expect, test } from 'vitest';
import { dayOf } from '../domain/day.ts';
import type { Claim, Outcome, Reading } from './claim.ts';
import { findingOf } from './finding.ts';
import type { Change, JudgedReading } from './judged-reading.ts';
import { decisive, verdictOn } from './verdict.ts';

const CLAIM: Claim = {
  slug: 'made-up',
  statement: 'Spending rose by 50 %.',
  saidOn: dayOf(2025, 9, 1),
  measure: 'the growth of spending in 2025Q2',
  unit: '%',
  printed: { from: 50, to: 50, precision: 1 },
  readings: [],
  later: null,
};

const outcome = (figure: number | null, more: Partial<Outcome> = {}): Outcome => ({
  figure,
  bounds: null,
  holds: null,
  details: [],
  ...more,
});

interface Given extends Partial<Reading> {
  onDay: Outcome;
  today?: Outcome;
  reason?: Change['reason'];
}

function findingOn(claim: Partial<Claim>, given: readonly Given[], later: string | null = null) {
  const whole = { ...CLAIM, ...claim };
  const readings = given.map(({ onDay, today = onDay, reason, ...rest }): JudgedReading => {
    const reading: Reading = {
      ...{ place: 0, basis: 'over the year', isStated: null, substitute: null },
      ...{ measure: whole.measure, unit: whole.unit, query: '', figure: '' },
      ...{ bounds: null, holds: null, details: [], ...rest },
    };
    const verdict = verdictOn(whole, reading, onDay);
    const verdictToday = verdictOn(whole, reading, today);
    const change = reason ? { reason, on: dayOf(2026, 2, 5) } : null;
    return { reading, onDay, today, verdict, verdictToday, change };
  });
  const readingsOf = readings.map(({ reading }) => reading);
  return findingOf({ ...whole, readings: readingsOf }, readings, decisive(readings), later);
}

test('a figure that rounds to the printed one', () => {
  expect(findingOn({}, [{ onDay: outcome(50.2), isStated: true }])).toBe(
    'The growth of spending in the second quarter of 2025 came to 50.2 % over the year, as the source states, which rounds to the published 50 %. Nothing that was published since has changed this figure.',
  );
});

test('a figure that would seem to round to another one has a digit more', () => {
  expect(findingOn({}, [{ onDay: outcome(50.48) }])).toContain(
    '50.48 % over the year, which rounds',
  );
});

test('a stated reading that fails beside one that does not', () => {
  const readings = [
    { basis: 'over the quarter', isStated: true, onDay: outcome(9) },
    { isStated: false, onDay: outcome(50) },
  ];
  expect(findingOn({}, readings)).toBe(
    'The growth of spending in the second quarter of 2025 came to 9.0 % over the quarter, as the source states, which is more than 5 % away from the published 50 %. Over the year, the figure was 50.0 %, which rounds to the published figure. The published figure is the one over the year, not the one over the quarter. Nothing that was published since has changed these figures.',
  );
});

test('a figure that fell says so by its sign, and figures that it is made from follow it', () => {
  const details = [
    { label: 'in 2025Q1', figure: '', unit: '%' },
    { label: 'at Baidu', figure: '', unit: 'USD bn' },
  ] as const;
  const onDay = outcome(-3, { holds: false, details: [-0.01, 2] });
  expect(findingOn({ printed: null }, [{ details, onDay }])).toContain(
    'came to −3.0 % over the year (0.0 % in the first quarter of 2025 and USD 2.0 bn at Baidu), which contradicts the statement.',
  );
});

test('what stands in for something is nearest to it, and points somewhere', () => {
  const reading = { substitute: 'nobody publishes it', onDay: outcome(40, { holds: true }) };
  expect(findingOn({ printed: null }, [reading])).toBe(
    'The statement cannot be checked: nobody publishes it. What comes nearest is the growth of spending in the second quarter of 2025 over the year, at 40.0 %, and points the same way. Nothing that was published since has changed this figure.',
  );
  expect(findingOn({}, [{ ...reading, onDay: outcome(40) }])).toContain(
    'at 40.0 %, beside the published 50 %.',
  );
});

test('a printed range', () => {
  const printed = { from: 48, to: 52, precision: 1 };
  expect(findingOn({ printed }, [{ onDay: outcome(51) }])).toContain(
    'which lies within the published 48 to 52 %.',
  );
});

test.each([
  [
    'restated',
    60,
    'were restated since, first on 5 February 2026; today, the figure over the year is 60.0 %, which is more than 5 % away from the published figure.',
  ],
  [
    'later quarters',
    51,
    'from 5 February 2026 on, the figure over the year is 51.0 %, which is within 5 % of the published figure.',
  ],
  [
    'known otherwise',
    50,
    'from 5 February 2026 on, print its inputs to another digit; today, the figure over the year is 50.0 %, which rounds to the published figure.',
  ],
  [
    'restated',
    null,
    'Since 5 February 2026, what is public does not give the figure over the year any more.',
  ],
] as const)('a figure that is another one today: %s, %s', (reason, today, expected) => {
  const reading = { onDay: outcome(50), today: outcome(today), reason };
  expect(findingOn({}, [reading])).toMatch(new RegExp(`${expected.replaceAll('.', '\\.')}$`));
});

test('a figure that was not public on the day', () => {
  const onDay = outcome(null);
  expect(findingOn({}, [{ onDay }])).toBe(
    'What was public on 1 September 2025 does not give the growth of spending in the second quarter of 2025 over the year. Nothing since gives it either.',
  );
  expect(findingOn({}, [{ onDay, today: outcome(50), reason: 'published since' }])).toContain(
    'It has been public since 5 February 2026: the figure over the year is 50.0 %, which rounds to the published 50 %.',
  );
});

test('what has become of the matter comes last', () => {
  expect(findingOn({}, [{ onDay: outcome(50) }], 'It ended in 2026Q1.')).toMatch(
    / It ended in the first quarter of 2026\.$/,
  );
});
