import { expect, test } from 'vitest';
import { parseCompanyfacts } from './parse-companyfacts.ts';
import { ALPHABET, companyfacts, ENTRY } from './testing.ts';

const parse = (text: string) => parseCompanyfacts(text, 'file.json', ['us-gaap:Revenues']);
const refusalOf = (text: string) => {
  const [refusal] = parse(text).refusals;
  return refusal && `${refusal.column}: ${refusal.reason}`;
};
const withEntry = (changes: object) => companyfacts([ENTRY, { ...ENTRY, ...changes }]);
const AT = '$.facts.us-gaap.Revenues.units.USD[1]';
const raw = (val: string) => withEntry({ val: 'VAL' }).replaceAll('"VAL"', val);

test('a file gives its company and the figures of the wanted tags, exactly', () => {
  const { companyfacts: read } = parse(withEntry({ val: 123_456_789.0125 }));
  expect(read).toMatchObject({ cik: '0000001234', entityName: 'EXAMPLE CORP /DE/', skipped: [] });
  expect(read!.tags[0]).toMatchObject({ tag: 'us-gaap:Revenues', currency: 'USD' });
  expect(read!.tags[0]!.prints.map(({ value }) => value)).toEqual([100, 123_456_789.0125]);
});

test('a byte order mark, a CIK in digits, empty facts and other taxonomies are taken', () => {
  expect(parse(`\uFEFF${companyfacts([ENTRY])}`).refusals).toEqual([]);
  expect(parse(companyfacts([ENTRY], { cik: '0000001234' })).companyfacts?.cik).toBe('0000001234');
  expect(parse(companyfacts([], { facts: {} })).companyfacts?.tags).toEqual([]);
  expect(parse(companyfacts([], { facts: { dei: null } })).companyfacts?.tags).toEqual([]);
});

test('a unit that is no currency of the dataset is left out, and said so', () => {
  const { companyfacts: read } = parse(companyfacts([ENTRY], { unit: 'JPY' }));
  expect(read!.tags).toEqual([]);
  expect(read!.skipped).toMatchObject([{ column: '$.facts.us-gaap.Revenues.units.JPY' }]);
});

test.each([
  ['', '$: the file is empty'],
  [' \r\n', '$: the file is empty'],
  [
    '<!DOCTYPE html><html>',
    '$: expected JSON, found HTML or XML; the SEC answers so when a User-Agent names no contact',
  ],
  ['PK\u0003\u0004', '$: expected JSON, found a ZIP archive'],
  ['null', '$: expected an object, found null'],
  ['[]', '$: expected an object, found an array'],
  ['{}', '$.cik: expected a central index key of up to ten digits, found nothing'],
  [
    companyfacts([], { cik: -1 }),
    '$.cik: expected a central index key of up to ten digits, found -1',
  ],
  [companyfacts([], { entityName: null }), '$.entityName: expected a name, found null'],
  [companyfacts([], { facts: undefined }), '$.facts: expected an object, found nothing'],
  [
    companyfacts([], { facts: { 'us-gaap': [] } }),
    '$.facts.us-gaap: expected an object, found an array',
  ],
  [
    companyfacts([], { facts: { 'us-gaap': { Revenues: {} } } }),
    '$.facts.us-gaap.Revenues.units: expected an object, found nothing',
  ],
  [companyfacts({}), '$.facts.us-gaap.Revenues.units.USD: expected an array, found an object'],
  [companyfacts([ENTRY, null]), `${AT}: expected an object, found null`],
  [withEntry({ val: '100' }), `${AT}.val: expected a number, found a string`],
  [withEntry({ val: null }), `${AT}.val: expected a number, found null`],
  [withEntry({ val: undefined }), `${AT}.val: expected a number, found nothing`],
  [raw('1e400'), `${AT}.val: expected an amount of money, found a number out of range`],
  [raw('-1e400'), `${AT}.val: expected an amount of money, found a number out of range`],
  [raw('1234567890123456'), `${AT}.val: expected at most 15 digits`],
  [raw('1e15'), `${AT}.val: expected at most 15 digits`],
  [raw('123456789012.1234'), `${AT}.val: expected at most 15 digits`],
  [raw('0.12345'), `${AT}.val: expected at most 4 decimals`],
  [raw('1e-7'), `${AT}.val: expected at most 4 decimals`],
  [withEntry({ start: undefined }), `${AT}.start: expected a date like 2025-06-30, found nothing`],
  [
    withEntry({ end: '2024-02-30' }),
    `${AT}.end: expected a date like 2025-06-30, found "2024-02-30"`,
  ],
  [withEntry({ filed: 20240501 }), `${AT}.filed: expected a date like 2025-06-30, found 20240501`],
  [withEntry({ start: '2024-04-01' }), `${AT}.end: expected a date after start`],
  [
    withEntry({ accn: '0001234567240000' }),
    `${AT}.accn: expected an accession number like 0001652044-25-000014`,
  ],
  [withEntry({ form: null }), `${AT}.form: expected a form like 10-K, found null`],
])('refused, with the path and the reason: %.60s', (text, refusal) => {
  expect(parse(text).companyfacts).toBeNull();
  expect(refusalOf(text)).toBe(refusal);
});

test('a number that JSON does not have is refused where the text says so', () => {
  expect(refusalOf(raw('NaN'))).toMatch(/^\$: expected JSON: Unexpected token 'N'/);
});

test('a file cut off anywhere is refused', () => {
  const [whole] = ALPHABET.split('\n}\n');
  for (let length = 1; length < whole!.length; length += 9973) {
    expect(refusalOf(whole!.slice(0, length))).toMatch(
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
