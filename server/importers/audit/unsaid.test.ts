import { describe, expect, test } from 'vitest';
import type { Fact, Placed } from './place.ts';
import { placesInNotes, unsaidOfFilings } from './unsaid.ts';

const place = { file: 'a.csv', line: 2, column: null };
const FOLDER = 'https://www.sec.gov/Archives/edgar/data/1326801/000132680120000046';

type Source = Parameters<typeof unsaidOfFilings>[0][number];
const source = (cells: Partial<Placed<Source>>): Source => ({
  ...{ slug: 'release', kind: 'PRESS_RELEASE', title: 'Release', publisher: 'Meta' },
  ...{ url: `${FOLDER}/ex991.htm`, published_on: '2020-04-29' },
  ...{ form: '8-K', accession: '0001326801-20-000046', place },
  ...cells,
});
const noted = (note: string | null, locator: string | null = null) =>
  placesInNotes([{ note, locator, place } as Fact]).map(({ column, reason }) => [column, reason]);

test('a filing is told by its number and its form, where the address or the number is known', () => {
  const found = (cells: Partial<Source>) =>
    unsaidOfFilings([source(cells)]).map(({ column, reason }) => [column, reason]);
  expect(found({ accession: null })).toEqual([
    ['accession', 'expected 0001326801-20-000046, the filing at the address'],
  ]);
  expect(found({ form: null })).toEqual([
    ['form', 'expected the form of the filing 0001326801-20-000046, such as 8-K'],
  ]);
  for (const form of [null, '10-K']) {
    expect(found({ title: 'Meta 10-Q of 2020', form })).toEqual([
      ['form', 'expected 10-Q, which the title names'],
    ]);
  }
  for (const cells of [
    {},
    { url: null, accession: null, form: null },
    { url: null },
    { title: 'Meta 10-K of 2020, amended', form: '10-K/A' },
  ]) {
    expect(found(cells)).toEqual([]);
  }
});

describe('a note that names a place', () => {
  test.each([
    ['Half year, see page 12.', 'page 12'],
    ['Read in Note 5 and on the call.', 'Note 5'],
    ['Printed on p. 7.', 'p. 7'],
    ['Table 3a; the text rounds.', 'Table 3a'],
    ['Quarter column of the release; tables agree.', 'Quarter column'],
    ['Free cash flow reconciliation of the announcement.', 'Free cash flow reconciliation'],
  ])('leaves its locator empty: %s', (note, named) => {
    expect(noted(note)).toEqual([
      ['locator', `expected ${JSON.stringify(named)}, which the note names`],
    ]);
    expect(noted(note, named)).toEqual([]);
  });

  test.each([
    [null],
    ['Two tables agree.'],
    ['Release day from a table of earnings calls.'],
    ['Year 5,131 million less nine months; a broker note 3 % higher was set aside.'],
    ['From XBRL; the quarter column of the release may differ.'],
  ])('is not seen in %j', (note) => {
    expect(noted(note)).toEqual([]);
  });
});
