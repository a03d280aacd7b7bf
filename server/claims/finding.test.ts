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
  publisher: 'The Example Times (a copy)',
  measure: 'the growth of spending in 2025Q2',
  unit: '%',
  printed: { from: 50, to: 50, precision: 1 },
  readings: [],
  later: null,
};

const PUBLISHED = 'The published figure is 50 % (The Example Times, 1 September 2025).';

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
    'The published figure is 50 % (The Example Times, 1 September 2025). Spending in the second quarter of 2025 rose by 50.2 % over the year, which rounds to the published figure. Nothing that was published since has changed this figure.',
  );
});

test('a figure that would seem to round to another one has a digit more', () => {
  expect(findingOn({}, [{ onDay: outcome(50.48) }])).toContain(
    '50.48 % over the year, which rounds',
  );
});

test.each([
  [0.494, '0.49 times'],
  [0.0496, '0.050 times'],
  [1.96, '2.0 times'],
])('a part of another tells on which side of a half it lies: %d', (figure, words) => {
  const measure = "Tencent's spending over Alibaba's";
  expect(
    findingOn({ printed: null, measure, unit: 'times' }, [
      { onDay: outcome(figure, { holds: true }) },
    ]),
  ).toContain(`came to ${words} over the year, which bears out the statement`);
});

test('a stated reading that fails beside one that does not', () => {
  const readings = [
    { basis: 'over the quarter', isStated: true, onDay: outcome(9) },
    { isStated: false, onDay: outcome(50) },
  ];
  expect(findingOn({}, readings)).toBe(
    'The published figure is 50 % (The Example Times, 1 September 2025). Spending in the second quarter of 2025 rose by 9.0 % over the quarter, which is 41.0 percentage points less than the published figure. That is the basis that the source states. Over the year, the figure was 50.0 %, which rounds to the published figure. The published figure is the one over the year, not the one over the quarter. Nothing that was published since has changed these figures.',
  );
});

test('growth below zero is a fall, and figures that it is made from follow it', () => {
  const details = [
    { label: 'in 2025Q1', figure: '', unit: '%' },
    { label: 'at Baidu', figure: '', unit: 'USD bn' },
  ] as const;
  const onDay = outcome(-3, { holds: false, details: [-0.01, 2] });
  expect(findingOn({ printed: null }, [{ details, onDay }])).toContain(
    'Spending in the second quarter of 2025 fell by 3.0 % over the year (0.0 % in the first quarter of 2025 and USD 2.0 bn at Baidu), which contradicts the statement (The Example Times, 1 September 2025).',
  );
});

test('what stands in for something is nearest to it, and points somewhere', () => {
  const reading = { substitute: 'nobody publishes it', onDay: outcome(40, { holds: true }) };
  expect(findingOn({ printed: null }, [reading])).toBe(
    'The statement (The Example Times, 1 September 2025) cannot be checked: nobody publishes it. What comes nearest is this: spending in the second quarter of 2025 rose by 40.0 % over the year, which points the same way. Nothing that was published since has changed this figure.',
  );
  expect(findingOn({}, [{ ...reading, onDay: outcome(40) }])).toContain(
    '(The Example Times, 1 September 2025). It cannot be checked: nobody publishes it. What comes nearest is this: spending',
  );
});

test('a printed range', () => {
  const printed = { from: 48, to: 52, precision: 1 };
  const finding = findingOn({ printed }, [{ onDay: outcome(51) }]);
  expect(finding).toMatch(
    /^The published range is 48 to 52 % \(.*which lies within the published range\./,
  );
});

test.each([
  [
    'restated',
    60,
    'were restated since, first on 5 February 2026; today, the figure over the year is 60.0 %, which is 10.0 percentage points more than the published figure.',
  ],
  [
    'later quarters',
    52,
    'from 5 February 2026 on, the figure over the year is 52.0 %, which is 2.0 percentage points more than the published figure.',
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
    'The published figure is 50 % (The Example Times, 1 September 2025). What was public on 1 September 2025 does not give the growth of spending in the second quarter of 2025 over the year. Nothing since gives it either.',
  );
  expect(findingOn({}, [{ onDay, today: outcome(50), reason: 'published since' }])).toContain(
    'The figure over the year has been public since 5 February 2026: it is 50.0 %, which rounds to the published figure.',
  );
});

test('what has become of the matter comes last', () => {
  expect(findingOn({}, [{ onDay: outcome(50) }], 'It ended in 2026Q1.')).toMatch(
    / It ended in the first quarter of 2026\.$/,
  );
});

test('a figure that was not over on the day was a forecast', () => {
  const query = '{ a: quarter(calendarQuarter: "2025Q2") b: quarter(calendarQuarter: "2025Q3") }';
  const reading = {
    query,
    onDay: outcome(null),
    today: outcome(60),
    reason: 'published since',
  } as const;
  expect(findingOn({}, [reading])).toContain(
    'That was a forecast of the growth of spending in the second quarter of 2025, as the third quarter of 2025 was not over then. The figure over the year has been public since',
  );
  expect(findingOn({}, [{ ...reading, query: query.replace('Q3', 'Q1') }])).toContain(
    'What was public on 1 September 2025 does not give',
  );
});

test('readings that come to the same are told once', () => {
  const cash = { basis: 'on a cash basis', onDay: outcome(50) };
  const headline = { ...cash, basis: 'on the headline basis' };
  expect(findingOn({}, [cash, headline])).toBe(
    `${PUBLISHED} Spending in the second quarter of 2025 rose by 50.0 % on either basis, which rounds to the published figure. The source leaves the basis open. Nothing that was published since has changed this figure.`,
  );
  const other = { basis: 'over the quarter', onDay: outcome(9) };
  expect(findingOn({}, [cash, headline, other])).toContain(
    'rose by 50.0 % on a cash basis as well as on the headline basis, which rounds to the published figure. The source leaves the basis open. Over the quarter, the figure was 9.0 %',
  );
  expect(findingOn({}, [cash, { ...headline, today: outcome(51), reason: 'restated' }])).toContain(
    'On the headline basis, the figure was 50.0 %',
  );
});

test('an earlier figure beside a later one says how it has moved', () => {
  const details = [{ label: 'in 2024Q2', figure: '', unit: 'USD bn' }] as const;
  const gap = { unit: 'USD bn', measure: 'the gap', basis: 'in US dollars', details } as const;
  const onDay = outcome(260.4, { holds: false, details: [164.9] });
  const readings = [
    { isStated: true, onDay: outcome(1, { holds: true }) },
    { ...gap, isStated: false, onDay },
  ];
  expect(findingOn({ printed: null }, readings)).toContain(
    'In US dollars, the gap rose from USD 164.9 bn in the second quarter of 2024 to USD 260.4 bn. Nothing',
  );
  expect(findingOn({ printed: null }, [{ ...gap, isStated: true, onDay }])).toContain(
    'to USD 260.4 bn in US dollars, which contradicts the statement',
  );
});

test('a difference that is not that of its figures as they are shown says that they are rounded', () => {
  const unit = '%' as const;
  const details = ['in China', 'in the US'].map((label) => ({ label, figure: '', unit }));
  const lead = { unit: 'percentage points', measure: 'the lead', details } as const;
  const finding = (figure: number, figures: readonly number[]) =>
    findingOn({ printed: null }, [
      { ...lead, onDay: outcome(figure, { holds: true, details: figures }) },
    ]);
  expect(finding(10.04, [106.46, 96.42])).toContain(
    '(106.5 % in China and 96.4 % in the US, all rounded)',
  );
  expect(finding(10, [106.4, 96.4])).toContain('(106.4 % in China and 96.4 % in the US)');
});
