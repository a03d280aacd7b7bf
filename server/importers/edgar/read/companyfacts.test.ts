import { expect, test } from 'vitest';
import { RefusedInput } from '../../refusal.ts';
import { ACME, companyfacts, ENTRY, reported } from '../testing.ts';
import { readCompanyfacts } from './companyfacts.ts';
import { readJson } from './read-json.ts';

function parse(text: string): ReturnType<typeof readCompanyfacts> {
  try {
    return readCompanyfacts(readJson(text, 'file.json'), 'file.json', ['us-gaap:Revenues']);
  } catch (error) {
    if (error instanceof RefusedInput) return { companyfacts: null, refusals: error.refusals };
    throw error;
  }
}
const refusalOf = (text: string) => {
  const [refusal] = parse(text).refusals;
  return refusal && `${refusal.column}: ${refusal.reason}`;
};
const withEntry = (changes: object) => companyfacts([ENTRY, { ...ENTRY, ...changes }]);
const AT = '$.facts.us-gaap.Revenues.units.USD[1]';
const raw = (val: string) => withEntry({ val: 'VAL' }).replaceAll('"VAL"', val);

test('a file gives its company and the figures of the wanted tags, exactly', () => {
  const { companyfacts: read } = parse(withEntry({ val: 123_456_789.0125 }));
  expect(read).toMatchObject({ cik: '0000001234', entityName: 'EXAMPLE CORP /DE/' });
  expect(read!.tags[0]).toMatchObject({ tag: 'us-gaap:Revenues', currency: 'USD' });
  expect(read!.tags[0]!.reported).toEqual([
    reported('2024-01-01/2024-03-31', 100, { accession: ENTRY.accn, path: AT.replace('1', '0') }),
    reported('2024-01-01/2024-03-31', 123_456_789.0125, { accession: ENTRY.accn, path: AT }),
  ]);
});

test('a byte order mark, a CIK in digits, empty facts and other taxonomies are taken', () => {
  expect(parse(`\uFEFF${companyfacts([ENTRY])}`).refusals).toEqual([]);
  expect(parse(companyfacts([ENTRY], { cik: '0000001234' })).companyfacts?.cik).toBe('0000001234');
  expect(parse(companyfacts([], { facts: {} })).companyfacts?.tags).toEqual([]);
  expect(parse(companyfacts([], { facts: { dei: null } })).companyfacts?.tags).toEqual([]);
});

test('a unit that is no currency is set aside; one that is need not be one of the dataset', () => {
  const { companyfacts: read, refusals } = parse(companyfacts([ENTRY], { unit: 'shares' }));
  expect(read!.tags).toEqual([]);
  expect(refusals).toEqual([
    {
      file: 'file.json',
      line: null,
      column: '$.facts.us-gaap.Revenues.units.shares',
      reason: 'expected a currency like USD for a unit',
      isSetAside: true,
    },
  ]);
  expect(parse(companyfacts([ENTRY], { unit: 'JPY' })).companyfacts!.tags[0]!.currency).toBe('JPY');
});

test.each([
  ['', '$: the file is empty'],
  [' \r\n', '$: the file is empty'],
  [
    '<!DOCTYPE html><html>',
    '$: expected JSON, found HTML or XML; the SEC answers so when a User-Agent names no contact',
  ],
  ['PK\u0003\u0004', '$: expected JSON, found a ZIP archive'],
  ['null', '$: expected an object; found null'],
  ['[]', '$: expected an object; found an array'],
  ['{}', '$.cik: expected a central index key of up to ten digits; found nothing'],
  [
    companyfacts([], { cik: -1 }),
    '$.cik: expected a central index key of up to ten digits; found -1',
  ],
  [companyfacts([], { entityName: null }), '$.entityName: expected a name; found null'],
  [companyfacts([], { facts: undefined }), '$.facts: expected an object; found nothing'],
  [
    companyfacts([], { facts: { 'us-gaap': [] } }),
    '$.facts.us-gaap: expected an object; found an array',
  ],
  [
    companyfacts([], { facts: { 'us-gaap': { Revenues: {} } } }),
    '$.facts.us-gaap.Revenues.units: expected an object; found nothing',
  ],
  [companyfacts({}), '$.facts.us-gaap.Revenues.units.USD: expected an array; found an object'],
  [companyfacts([ENTRY, null]), `${AT}: expected an object; found null`],
  [withEntry({ val: '100' }), `${AT}.val: expected a number; found "100"`],
  [withEntry({ val: null }), `${AT}.val: expected a number; found null`],
  [withEntry({ val: undefined }), `${AT}.val: expected a number; found nothing`],
  [raw('1e400'), `${AT}.val: expected a number; found Infinity`],
  [raw('-1e400'), `${AT}.val: expected a number; found -Infinity`],
  [raw('1234567890123456'), `${AT}.val: expected at most 15 digits; found 1234567890123456`],
  [raw('1e15'), `${AT}.val: expected at most 15 digits; found 1000000000000000`],
  [raw('123456789012.1234'), `${AT}.val: expected at most 15 digits; found 123456789012.1234`],
  [raw('0.12345'), `${AT}.val: expected at most 4 decimals; found 0.12345`],
  [raw('1e-7'), `${AT}.val: expected at most 4 decimals; found 1e-7`],
  [withEntry({ start: undefined }), `${AT}.start: expected a date like 2025-06-30; found nothing`],
  [
    withEntry({ end: '2024-02-30' }),
    `${AT}.end: expected a date like 2025-06-30; found "2024-02-30"`,
  ],
  [withEntry({ filed: 20240501 }), `${AT}.filed: expected a date like 2025-06-30; found 20240501`],
  [
    withEntry({ start: '2024-04-01' }),
    `${AT}.end: expected a date after start; found "2024-03-31"`,
  ],
  [
    withEntry({ filed: '2024-03-31' }),
    `${AT}.filed: expected a date after end; found "2024-03-31"`,
  ],
  [raw('1e17'), `${AT}.val: expected at most 15 digits; found 100000000000000000`],
  [
    withEntry({ accn: '0001234567240000' }),
    `${AT}.accn: expected an accession number like 0001652044-25-000014; found "0001234567240000"`,
  ],
  [withEntry({ form: null }), `${AT}.form: expected a form like 10-K; found null`],
])('refused, with the path and the reason: %.60s', (text, refusal) => {
  expect(refusalOf(text)).toBe(refusal);
});

test('a number that JSON does not have is refused where the text says so', () => {
  expect(refusalOf(raw('NaN'))).toMatch(/^\$: expected JSON: Unexpected token 'N'/);
});

test('a file cut off anywhere is refused', () => {
  for (let length = 1; length < ACME.length; length += 97) {
    expect(refusalOf(ACME.slice(0, length))).toMatch(
      /^\$: (the file breaks off after|expected JSON)/,
    );
  }
});

test('everything that is wrong is named, up to fifty things', () => {
  expect(parse(companyfacts(Array(3).fill({ ...ENTRY, val: null }))).refusals).toHaveLength(3);
  const { refusals } = parse(companyfacts(Array(80).fill({ ...ENTRY, val: null })));
  expect(refusals).toHaveLength(51);
  expect(refusals.at(-1)!.reason).toBe('and 30 more');
});

test('an entry that is not as it should be is set aside, and keeps none of the others out', () => {
  const { companyfacts: read, refusals } = parse(
    companyfacts([ENTRY, { ...ENTRY, val: '1' }, null, { ...ENTRY, val: 101 }]),
  );
  expect(refusals.every(({ isSetAside }) => isSetAside)).toBe(true);
  expect(read!.tags[0]!.reported.map(({ value }) => value)).toEqual([100, 101]);
  expect(refusals.map(({ column }) => column)).toEqual([`${AT}.val`, `${AT.replace('1', '2')}`]);
});

test('a file that does not say whose it is gives nothing', () => {
  expect(parse(companyfacts([ENTRY], { cik: null })).companyfacts).toBeNull();
  const { companyfacts: read, refusals } = parse(companyfacts([ENTRY], { entityName: null }));
  expect(read).toBeNull();
  expect(refusals[0]!.isSetAside).toBe(false);
});
