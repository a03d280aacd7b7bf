import { afterAll, expect, test } from 'vitest';
import { type Answer, differences, type Nested, reasonsOf } from './agreement.ts';
import { readTable } from './dataset.ts';
import { indexOf, nameOf } from './known-figures.ts';
import { FRAGMENTS, figuresOf } from './recalculated-figures.ts';
import { type Figures, GroupRecalculation, membersOf, Recalculation } from './recalculation.ts';
import { sample } from './shares.ts';
import { startServer, UNBOUNDED } from './testkit.ts';
import { lastOfYear } from './windows.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const COMPANIES = readTable('companies');
const EVER = '9999-12-31';

interface YearsAnswer {
  companies: {
    nodes: {
      slug: string;
      reportingCurrency: string;
      years: ({
        year: number;
        label: string;
        lastQuarter: { calendarQuarter: string } | null;
      } & Record<string, Nested>)[];
    }[];
  };
}

const SIDES = ['FISCAL', 'CALENDAR'].flatMap((kind) =>
  [undefined, 'USD'].flatMap((currency) =>
    ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ kind, currency, asOf })),
  ),
);

test.each(
  SIDES.map((perspective, side) => [perspective, side] as const),
)('every year of every company agrees with the files: %j', async ({
  kind,
  currency,
  asOf,
}, side) => {
  const window = `${kind}_YEAR_TO_DATE`;
  const figures = sample(figuresOf('Year', undefined, window), side, SIDES.length);
  const { companies } = await server.query<YearsAnswer>(
    `query ($currency: Currency, $asOf: Date) {
      companies {
        nodes {
          slug
          reportingCurrency
          years(by: ${kind}, currency: $currency, asOf: $asOf) {
            year
            label
            lastQuarter { calendarQuarter }
            ${figures.map(({ selection }, place) => `figure${place}: ${selection}`).join('\n')}
          }
        }
      }
    }
    ${FRAGMENTS}`,
    { currency, asOf },
  );
  const found: object[] = [];
  for (const { slug, reportingCurrency, years } of companies.nodes) {
    const from = new Recalculation(slug, currency ?? reportingCurrency, asOf ?? EVER);
    const last = kind === 'FISCAL' ? lastOfYear(from.yearEnd) : 3;
    const known = from.known.quarters;
    const ends = [...new Set(known.map((quarter) => quarter + ((((last - quarter) % 4) + 4) % 4)))];
    // A year that ends in January has its last quarter in the year before.
    const named = kind === 'FISCAL' && from.yearEnd === 1 ? 1 : 0;
    const expected = ends.map((end) => ({
      year: Math.floor(end / 4) + named,
      label: `${kind === 'FISCAL' ? 'FY' : ''}${Math.floor(end / 4) + named}`,
      lastQuarter: known.includes(end) ? { calendarQuarter: nameOf(end) } : null,
    }));
    expect(years.map(({ year, label, lastQuarter }) => ({ year, label, lastQuarter }))).toEqual(
      expected,
    );
    for (const [at, year] of years.entries()) {
      for (const [place, figure] of figures.entries()) {
        const served = year[`figure${place}`] as Nested;
        const recalculated = figure.recalculate(from, ends[at]!);
        const wrong = differences(served, recalculated, figure);
        const { selection } = figure;
        if (wrong.length > 0) found.push({ slug, year, selection, wrong, served, recalculated });
      }
    }
  }
  expect(found.slice(0, 5)).toEqual([]);
});

interface VintagesAnswer {
  [subject: string]: {
    quarters: { calendarQuarter: string }[] | { nodes: { calendarQuarter: string }[] };
  };
}

type Vintage = { validFrom: string; validTo: string | null; amount: Answer };

/** The history of a figure: what was told of it on the days on which anything was, and not the day before. */
function historyOf(days: readonly string[], answerOn: (day: string) => string | null) {
  const told: { validFrom: string; answer: string }[] = [];
  for (const day of days) {
    const answer = answerOn(day);
    if (answer !== null && answer !== told.at(-1)?.answer) told.push({ validFrom: day, answer });
  }
  return told;
}

const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const HISTORIES = [
  ...COMPANIES.map(({ slug, reporting_currency }) => ({
    subject: 'company',
    slug,
    currency: reporting_currency,
    members: [slug],
  })),
  ...Object.entries({ 'us-hyperscalers': 'USD', 'china-hyperscalers': 'CNY' }).map(
    ([slug, currency]) => ({ subject: 'group', slug, currency, members: membersOf(slug) }),
  ),
];

const AMOUNTS = figuresOf('Quarter').filter(({ selection }) => selection.endsWith('{ ...A }'));

test.each(
  HISTORIES,
)('what was ever told of $slug is told as of its first day and its last, and nothing in between was otherwise', async ({
  subject,
  slug,
  currency,
  members,
}) => {
  const days = [
    ...new Set(members.flatMap((member) => new Recalculation(member, currency, EVER).known.days)),
  ].sort();
  const asOn = new Map<string, Figures>(
    days.map((day) => [
      day,
      subject === 'company'
        ? new Recalculation(slug, currency, day)
        : new GroupRecalculation(members, currency, day),
    ]),
  );
  const figures = sample(AMOUNTS, days.length, 1);
  const quarters = `quarters(currency: ${currency}, last: 12)`;
  const selections = figures
    .map(({ selection }, place) => {
      const field = selection.replace(' { ...A }', '');
      return `figure${place}: ${field} { vintages { validFrom validTo amount { amount ...M } } }`;
    })
    .join('\n');
  const body = `calendarQuarter ${selections}`;
  const answer = await server.query<VintagesAnswer>(
    `{ of: ${subject}(by: { slug: "${slug}" }) { ${quarters} ${subject === 'company' ? `{ nodes { ${body} } }` : `{ ${body} }`} } }
    ${FRAGMENTS.split('\n')[1]}`,
  );
  const listed = answer.of!.quarters;
  const rows = (Array.isArray(listed) ? listed : listed.nodes) as ({
    calendarQuarter: string;
  } & Record<string, { vintages: Vintage[] }>)[];
  const toldOf = (amount: string | null, missing: string) =>
    amount === null ? missing : Number(amount).toFixed(2);
  for (const { calendarQuarter, ...served } of rows) {
    for (const [place, { recalculate, selection }] of figures.entries()) {
      let isKnown = false;
      const expected = historyOf(days, (day) => {
        const { value, missing } = recalculate(asOn.get(day)!, indexOf(calendarQuarter));
        isKnown ||= value !== null;
        if (!isKnown) return null;
        return value?.toFixed(2) ?? reasonsOf([...missing]);
      });
      const vintages = served[`figure${place}`]!.vintages;
      const told = vintages.map(({ validFrom, amount }) => ({
        validFrom,
        answer: toldOf(amount.amount!, reasonsOf(amount.missing)),
      }));
      const at = `${slug} ${calendarQuarter} ${selection}`;
      expect(told.toReversed(), at).toEqual(expected);
      const ends = vintages.map((_, newer) =>
        newer === 0 ? null : dayBefore(vintages[newer - 1]!.validFrom),
      );
      expect(
        vintages.map(({ validTo }) => validTo),
        at,
      ).toEqual(ends);
    }
  }
});
