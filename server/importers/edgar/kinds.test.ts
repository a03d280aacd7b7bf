import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../database/client.ts';
import { createDatabase, startServer, type TestServer } from '../../test/testkit.ts';
import { readFolder } from '../csv/read-folder.ts';
import { type ImportReport, importDataset } from '../import-dataset.ts';
import { edgar } from './importer.ts';
import { KINDS, type Kind } from './kinds.ts';
import { companyfactsOf, daysOf, filedBy } from './testing.ts';

const FILERS = Object.entries<Kind>(KINDS).map(([name, kind], place) => ({
  ...kind,
  name,
  cik: 7001 + place,
}));
const CANADIAN = { cik: 7100, name: 'MAPLE RACKS LTD', currency: 'CAD' };
const CANADIAN_FILINGS =
  '2024-02-20 10-K revenue 2023Q4 80 revenue 2023Q1-2023Q4 300 revenue@USD 2023Q1-2023Q4 222';
/** A few days on which files appeared; between two of them, several filings were made. */
const APPEARED = daysOf(FILERS.map(({ filings }) => filings).join('\n')).filter(
  (_, place) => place % 3 === 0,
);
const TODAY = '2026-11-01';

let folder: string;
let report: ImportReport;
/** With the whole files, with files as they appeared, with the whole and then older files, newest entries first. */
let whole: TestServer;
let appeared: TestServer;
let backwards: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-kinds-'));
  const urls = await Promise.all([createDatabase(), createDatabase(), createDatabase()]);
  report = await importFilers(urls[0]!, TODAY);
  for (const day of [...APPEARED, TODAY]) await importFilers(urls[1]!, day);
  for (const day of [TODAY, APPEARED[4]!]) await importFilers(urls[2]!, day, { isReversed: true });
  [whole, appeared, backwards] = await Promise.all([
    startServer(urls[0]!),
    startServer(urls[1]!),
    startServer(urls[2]!),
  ]);
});
afterAll(async () => {
  await Promise.all([whole, appeared, backwards].map((server) => server?.stop()));
  await rm(folder, { recursive: true, force: true });
});

/** Imports the files of all filers as they were on a day. */
async function importFilers(url: string, day: string, { isReversed = false } = {}) {
  const files: string[] = [];
  for (const { filings, cik, name } of FILERS) {
    const known = filedBy(day, filings);
    if (known === '') continue;
    const lines = isReversed ? known.split('\n').reverse().join('\n') : known;
    files.push(await fileOf(`${name}.json`, companyfactsOf(lines, { cik, name: `${name} Inc` })));
  }
  if (isReversed) files.reverse();
  else files.push(await fileOf('canadian.json', companyfactsOf(CANADIAN_FILINGS, CANADIAN)));
  return importFrom(url, (pool) =>
    edgar.read(files, { mirror: 'https://example.org' }, { ...CONTEXT, pool }),
  );
}

const bar = () => ({ advance: () => {}, stop: () => {} });
const CONTEXT = { home: tmpdir(), progress: () => {}, bar };

async function importFrom(url: string, read: (pool: never) => Parameters<typeof importDataset>[1]) {
  const { pool, close } = connect(url);
  try {
    const options = { kind: 'test', origin: 'kinds', isAllOrNothing: false };
    return await importDataset(pool, read(pool as never), options);
  } finally {
    await close();
  }
}

async function fileOf(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const ITEMS = ['revenue', 'capex', 'operatingCashFlow'] as const;
type Answer = Record<(typeof ITEMS)[number], { amount: string | null }> & {
  readonly calendarQuarter: string;
  readonly fiscalLabel: string;
};

async function quartersOf(server: TestServer, cik: number, asOf: string): Promise<Answer[]> {
  const by = String(cik).padStart(10, '0');
  const { company } = await server.query<{ company: { quarters: { nodes: Answer[] } } | null }>(
    `query ($by: String!, $asOf: Date!) {
      company(by: { cik: $by }) {
        quarters(asOf: $asOf, first: 100) {
          nodes {
            calendarQuarter fiscalLabel
            ${ITEMS.map((item) => `${item} { amount quality explanation missing { reason } }`).join('\n')}
          }
        }
      }
    }`,
    { by, asOf },
  );
  return company?.quarters.nodes ?? [];
}

/** What is known, in the words of what should be: the same items and quarters, in millions. */
async function knownOf(cik: number, expected: string): Promise<string> {
  const [day, ...words] = expected.split(' ') as [string, ...string[]];
  const quarters = await quartersOf(whole, cik, day === 'today' ? TODAY : day);
  let item: (typeof ITEMS)[number] = 'revenue';
  const known: string[] = [day];
  for (const word of words) {
    if (ITEMS.includes(word as never)) item = word as typeof item;
    else if (!/^\d{4}Q\d$/.test(word)) continue;
    known.push(word);
    if (word === item) continue;
    const amount = quarters.find(({ calendarQuarter }) => calendarQuarter === word)?.[item].amount;
    known.push(amount == null ? '?' : String(Number(amount) / 1e6));
  }
  return known.join(' ');
}

const reasonsOf = (name: string) =>
  report.setAside
    .filter(({ file }) => file.endsWith(`/${name}.json`))
    .map(({ reason }) => reason)
    .sort();

describe.each(FILERS)('$name', ({ name, rule, cik, known, setAside = [] }) => {
  test(rule, async () => {
    for (const expected of known) expect(await knownOf(cik, expected)).toBe(expected);
  });

  test('what is set aside of it is named, and nothing else', () => {
    expect(reasonsOf(name)).toEqual(setAside.toSorted());
  });
});

test('the same is known on every day, in whatever order the files came', async () => {
  for (const { cik, name } of FILERS) {
    for (const day of [...APPEARED, TODAY]) {
      const expected = await quartersOf(whole, cik, day);
      expect(await quartersOf(appeared, cik, day), `${name} as of ${day}`).toEqual(expected);
      expect(await quartersOf(backwards, cik, day), `${name} as of ${day}`).toEqual(expected);
    }
  }
});

test('a filer in a currency that the dataset does not have is refused by its name', async () => {
  expect(await quartersOf(whole, CANADIAN.cik, TODAY)).toEqual([]);
  expect(report.refusals).toMatchObject([
    { column: '$.facts', reason: expect.stringContaining('the company reports in CAD') },
  ]);
});

test('a derived quarter shows the two reports that it is the difference of', async () => {
  const { company } = await whole.query<{ company: object }>(`{
    company(by: { cik: "0000007001" }) {
      quarter(calendarQuarter: "2023Q4") {
        capex {
          amount quality
          facts { amount periodStart periodEnd publishedOn definition { slug } locator source { form } }
        }
      }
    }
  }`);
  const tag = 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment';
  const fact = { periodStart: '2023-01-01', definition: { slug: tag }, locator: tag };
  expect(company).toEqual({
    quarter: {
      capex: {
        amount: '13000000',
        quality: 'DERIVED',
        facts: [
          {
            ...fact,
            amount: '40000000',
            periodEnd: '2023-12-31',
            publishedOn: '2024-02-20',
            source: { form: '10-K' },
          },
          {
            ...fact,
            amount: '27000000',
            periodEnd: '2023-09-30',
            publishedOn: '2023-10-30',
            source: { form: '10-Q' },
          },
        ],
      },
    },
  });
});

test('the capital expenditures of a landlord have a definition of their own', async () => {
  const { cik } = FILERS.find(({ name }) => name === 'reit')!;
  const { company } = await whole.query<{ company: object }>(`{
    company(by: { cik: "000000${cik}" }) {
      quarter(calendarQuarter: "2023Q1") { capex { facts { definition { slug } } } }
    }
  }`);
  const definition = 'us-gaap:PaymentsToDevelopRealEstateAssets';
  expect(company).toEqual({
    quarter: { capex: { facts: [{ definition: { slug: definition } }] } },
  });
});

test('twelve fiscal quarters of three years have their labels, and four of them make the year', async () => {
  const { cik } = FILERS.find(({ name }) => name === 'twelve-week quarters')!;
  const labels = (await quartersOf(whole, cik, TODAY)).map(({ fiscalLabel }) => fiscalLabel);
  const expected = [2022, 2023, 2024].flatMap((year) => [1, 2, 3, 4].map((q) => `FY${year} Q${q}`));
  expect(labels).toEqual(expected);
  const { company } = await whole.query<{ company: object }>(`{
    company(by: { cik: "000000${cik}" }) {
      quarter(calendarQuarter: "2022Q3") { revenue(window: TRAILING_TWELVE_MONTHS) { amount } }
    }
  }`);
  expect(company).toEqual({ quarter: { revenue: { amount: '1400000000' } } });
});

test('a company from EDGAR gets its name, ticker and country by a later import', async () => {
  const url = await createDatabase();
  await importFilers(url, TODAY);
  const csv = await mkdtemp(join(folder, 'csv-'));
  await writeFile(
    join(csv, 'companies.csv'),
    `slug,name,ticker,aliases,country,reporting_currency,fiscal_year_end_month,cik
bank,River Bank,RVRB,,US,USD,12,${String(FILERS.find(({ name }) => name === 'bank')!.cik).padStart(10, '0')}\n`,
  );
  await importFrom(url, () => readFolder(csv));
  const server = await startServer(url);
  const { company } = await server.query<{ company: object }>(
    '{ company(by: { ticker: "RVRB" }) { slug name country } }',
  );
  expect(company).toEqual({ slug: 'bank', name: 'River Bank', country: 'US' });
  await importFilers(url, TODAY);
  expect(await server.query('{ company(by: { ticker: "RVRB" }) { name } }')).toEqual({
    company: { name: 'River Bank' },
  });
  await server.stop();
});
