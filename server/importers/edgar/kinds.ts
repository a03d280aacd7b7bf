import { addDays, formatDay, parseDay } from '../../domain/day.ts';

/** A kind of trouble that filings make, as a made-up filer has it. */
export interface Kind {
  /** The right answer, in a sentence. */
  readonly rule: string;
  /** See `companyfactsOf`. */
  readonly filings: string;
  /** What is known on a day, and today: `2024-05-31 revenue 2023Q1 150 2023Q2 ?`, in millions, ? for missing. */
  readonly known: readonly string[];
  /** What of it the import sets aside. */
  readonly setAside?: readonly string[];
}

/** The four filings of a year: each reports the year to date, and the quarter beside it unless told otherwise. */
function year(
  tag: string,
  of: number,
  amounts: readonly number[],
  { ofYear = tag, isToDateOnly = false } = {},
): string {
  const days = [`${of}-04-30`, `${of}-07-30`, `${of}-10-30`, `${of + 1}-02-20`];
  const lines = amounts.map((amount, place) => {
    const toDate = Number(
      amounts
        .slice(0, place + 1)
        .reduce((a, b) => a + b)
        .toFixed(3),
    );
    if (place === 3) return `${days[3]} 10-K ${ofYear} ${of}Q1-${of}Q4 ${toDate}`;
    const line = `${days[place]} 10-Q ${tag} ${of}Q1-${of}Q${place + 1} ${toDate}`;
    return isToDateOnly || place === 0 ? line : `${line} ${tag} ${of}Q${place + 1} ${amount}`;
  });
  return lines.join('\n');
}
const toDateOnly = { isToDateOnly: true };

/** A fiscal year of 12, 12, 12 and 16 weeks, 52 in all. */
function weeks(start: string, revenue: readonly number[]): string {
  let end = parseDay(start)!;
  return revenue
    .map((amount, quarter) => {
      const first = formatDay(end);
      end = addDays(end, quarter === 3 ? 112 : 84);
      const last = formatDay(addDays(end, -1));
      const filed = formatDay(addDays(end, 30));
      const toDate = revenue.slice(0, quarter + 1).reduce((a, b) => a + b);
      return quarter === 3
        ? `${filed} 10-K revenue ${start}/${last} ${toDate}`
        : `${filed} 10-Q revenue ${start}/${last} ${toDate} revenue ${first}/${last} ${amount}`;
    })
    .join('\n');
}

const CONTRACTS = 'RevenueFromContractWithCustomerExcludingAssessedTax';
const PRODUCTIVE = 'PaymentsToAcquireProductiveAssets';
const ORDINARY = year('revenue', 2023, [60, 66, 73, 81]);
const TWO_YEARS = `${ORDINARY}\n${year('revenue', 2024, [90, 96, 103, 111])}`;

export const KINDS = {
  'payments to date': {
    rule: 'a quarter of what is reported to date only is a difference of two reports',
    filings: year('capex', 2023, [7, 9, 11, 13], toDateOnly),
    known: [
      '2023-07-29 capex 2023Q1 7 2023Q2 ?',
      '2024-02-19 capex 2023Q2 9 2023Q3 11 2023Q4 ?',
      'today capex 2023Q1 7 2023Q2 9 2023Q3 11 2023Q4 13',
    ],
  },
  'spin-off in mid-year': {
    rule: 'a first quarter that no report restates is the restated half-year less its second quarter',
    filings: `
      ${year('revenue', 2023, [150, 160, 170, 180])}
      2024-04-30 10-Q revenue 2024Q1 190 revenue 2023Q1 150
      2024-07-30 10-Q revenue 2024Q2 165 revenue 2024Q1-2024Q2 325 revenue 2023Q2 140 revenue 2023Q1-2023Q2 270
      2024-10-30 10-Q revenue 2024Q3 170 revenue 2024Q1-2024Q3 495 revenue 2023Q3 150 revenue 2023Q1-2023Q3 420
      2025-02-20 10-K revenue 2024Q1-2024Q4 670 revenue 2023Q1-2023Q4 575`,
    known: [
      '2024-05-31 revenue 2023Q1 150 2023Q2 160 2023Q4 180 2024Q1 190',
      '2024-08-31 revenue 2023Q1 130 2023Q2 140 2023Q3 170 2024Q1 160 2024Q2 165',
      'today revenue 2023Q1 130 2023Q2 140 2023Q3 150 2023Q4 155 2024Q1 160 2024Q2 165 2024Q3 170 2024Q4 175',
    ],
  },
  'spin-off in the annual report': {
    rule: 'a year on a new basis less nine months on the old one is no quarter',
    filings: `
      ${year('revenue', 2022, [50, 52, 55, 60])}
      ${year('revenue', 2023, [60, 66, 73, 81])}
      2024-04-30 10-Q revenue 2024Q1 90 revenue 2023Q1 60
      2024-07-30 10-Q revenue 2024Q1-2024Q2 186 revenue 2024Q2 96 revenue 2023Q1-2023Q2 126
      2024-10-30 10-Q revenue 2024Q1-2024Q3 289 revenue 2024Q3 103 revenue 2023Q1-2023Q3 199
      2025-02-20 10-K revenue 2024Q1-2024Q4 330 revenue 2023Q1-2023Q4 224 revenue 2022Q1-2022Q4 174`,
    known: [
      '2024-12-31 revenue 2023Q4 81 2024Q3 103',
      'today revenue 2022Q4 60 2023Q4 81 2024Q1 90 2024Q2 96 2024Q3 103 2024Q4 ?',
    ],
  },
  'year under another tag': {
    rule: 'two tags that never meet, one in quarterly and one in annual reports, are one line',
    filings: `
      ${year('capex', 2023, [7, 9, 11, 13], { ofYear: PRODUCTIVE, isToDateOnly: true })}
      ${year('capex', 2024, [12, 14, 15, 18], { ofYear: PRODUCTIVE, isToDateOnly: true })}`,
    known: ['today capex 2023Q1 7 2023Q4 13 2024Q1 12 2024Q4 18'],
  },
  'payment that falls': {
    rule: 'a payment to date that falls is no payment below zero',
    filings: `${year('capex', 2023, [7, 9, 11], toDateOnly)}\n2024-02-20 10-K capex 2023Q1-2023Q4 20`,
    known: ['2024-02-19 capex 2023Q3 11', 'today capex 2023Q1 7 2023Q2 9 2023Q3 11 2023Q4 ?'],
    setAside: [
      '20000000 of 2023-01-01 to 2023-12-31 is less than the 27000000 of 3 of its 4 quarters',
    ],
  },
  'table of the wrong year': {
    rule: 'quarters on the dates of the year before are set aside, all of them',
    filings: `${TWO_YEARS}\n2025-02-20 10-K revenue 2023Q1 90 revenue 2023Q2 96 revenue 2023Q3 103`,
    known: ['today revenue 2023Q1 60 2023Q2 66 2023Q3 73 2023Q4 81 2024Q1 90 2024Q4 111'],
    setAside: [
      '90000000 of 2023-01-01 to 2023-03-31 is the figure of the year after',
      '96000000 of 2023-04-01 to 2023-06-30 is the figure of the year after',
      '103000000 of 2023-07-01 to 2023-09-30 is the figure of the year after',
    ],
  },
  'entry without a start': {
    rule: 'an entry of a day among those of periods costs the company nothing else',
    filings: `
      ${year('capex', 2023, [7, 9, 11, 13], toDateOnly)}
      2023-07-30 10-Q capex /2023-06-30 99`,
    known: ['today capex 2023Q1 7 2023Q2 9 2023Q3 11 2023Q4 13'],
    setAside: ['expected a date like 2025-06-30; found nothing'],
  },
  'restated under a new tag': {
    rule: 'a year that is reported again under a new tag counts as restated once it is',
    filings: `
      ${ORDINARY}
      2024-04-30 10-Q ${CONTRACTS} 2024Q1 90 ${CONTRACTS} 2023Q1 58
      2024-07-30 10-Q ${CONTRACTS} 2024Q2 96 ${CONTRACTS} 2024Q1-2024Q2 186 ${CONTRACTS} 2023Q2 64 ${CONTRACTS} 2023Q1-2023Q2 122
      2024-10-30 10-Q ${CONTRACTS} 2024Q3 103 ${CONTRACTS} 2024Q1-2024Q3 289 ${CONTRACTS} 2023Q3 71 ${CONTRACTS} 2023Q1-2023Q3 193
      2025-02-20 10-K ${CONTRACTS} 2024Q1-2024Q4 400 ${CONTRACTS} 2023Q1-2023Q4 272`,
    known: [
      '2024-03-01 revenue 2023Q1 60 2023Q2 66 2023Q3 73 2023Q4 81',
      'today revenue 2023Q1 58 2023Q2 64 2023Q3 71 2023Q4 79 2024Q1 90 2024Q4 111',
    ],
  },
  bank: {
    rule: 'the revenue of a bank is net of its interest expense',
    filings: year('RevenuesNetOfInterestExpense', 2023, [60, 66, 73, 81]),
    known: ['today revenue 2023Q2 66 2023Q4 81'],
  },
  'goods only': {
    rule: 'sales of goods are revenue where there is no other',
    filings: year('SalesRevenueGoodsNet', 2023, [60, 66, 73, 81]),
    known: ['today revenue 2023Q2 66 2023Q4 81'],
  },
  rounded: {
    rule: 'a figure that is reported again in whole millions is not restated',
    filings: `
      ${year('capex', 2023, [7.123, 8.234, 9.345, 10.456], toDateOnly)}
      2024-04-30 10-Q capex 2024Q1 9 capex 2023Q1 7
      2024-07-30 10-Q capex 2024Q1-2024Q2 19 capex 2023Q1-2023Q2 15
      2024-10-30 10-Q capex 2024Q1-2024Q3 30 capex 2023Q1-2023Q3 25
      2025-02-20 10-K capex 2024Q1-2024Q4 42 capex 2023Q1-2023Q4 35`,
    known: ['today capex 2023Q1 7.123 2023Q2 8.234 2023Q3 9.345 2023Q4 10.456 2024Q4 12'],
  },
  'proxy statement in thousands': {
    rule: 'an annual report stands against a proxy statement a thousandth of it',
    filings: `${TWO_YEARS}
      2024-03-30 DEF_14A revenue 2023Q1-2023Q4 0.28
      2025-03-30 DEF_14A revenue 2024Q1-2024Q4 0.4`,
    known: ['2024-04-15 revenue 2023Q4 81', 'today revenue 2023Q4 81 2024Q4 111'],
    setAside: [
      '280000 of 2023-01-01 to 2023-12-31 contradicts 280000000 of other reports',
      '400000 of 2024-01-01 to 2024-12-31 contradicts 400000000 of other reports',
    ],
  },
  'newest quarter in thousands': {
    rule: 'a newest quarter a thousandth of those around it is no figure',
    filings: `${TWO_YEARS}\n2025-04-30 10-Q revenue 2025Q1 0.12`,
    known: ['today revenue 2024Q4 111 2025Q1 ?'],
    setAside: ['120000 of 2025-01-01 to 2025-03-31 is about a thousandth of the periods around it'],
  },
  'flipped sign': {
    rule: 'a comparative with the wrong sign takes nothing away, on any day',
    filings: `
      ${year('cash', 2023, [15, 18, 21, 26], toDateOnly)}
      ${year('cash', 2024, [19, 23, 25, 31], toDateOnly)}
      2024-07-30 10-Q cash 2023Q1-2023Q2 -33
      2024-10-30 10-Q cash 2023Q1-2023Q3 54`,
    known: [
      '2023-12-31 operatingCashFlow 2023Q3 21',
      '2024-08-31 operatingCashFlow 2023Q2 18 2023Q3 21',
      'today operatingCashFlow 2023Q2 18 2023Q3 21 2023Q4 26',
    ],
    setAside: ['-33000000 of 2023-01-01 to 2023-06-30 contradicts 33000000 of other reports'],
  },
  'a day too early': {
    rule: 'a year that starts a day early is the same year',
    filings: `
      ${year('revenue', 2024, [90, 96, 103])}
      2025-02-20 10-K revenue 2023-12-31/2024-12-31 400`,
    known: ['today revenue 2024Q1 90 2024Q4 111'],
  },
  reit: {
    rule: 'the capital expenditures of a landlord are what it develops',
    filings: `
      ${ORDINARY}
      ${year('PaymentsToDevelopRealEstateAssets', 2023, [7, 9, 11, 13], toDateOnly)}`,
    known: ['today revenue 2023Q4 81 capex 2023Q2 9 2023Q4 13'],
  },
  'twelve-week quarters': {
    rule: 'four fiscal quarters of 12, 12, 12 and 16 weeks take four calendar quarters',
    filings: `
      ${weeks('2021-08-30', [310, 320, 330, 440])}
      ${weeks('2022-08-29', [340, 350, 360, 480])}
      ${weeks('2023-08-28', [370, 380, 390, 520])}`,
    known: [
      'today revenue 2021Q4 310 2022Q1 320 2022Q2 330 2022Q3 440 2022Q4 340 2023Q1 350 2023Q2 360 2023Q3 480 2023Q4 370 2024Q1 380 2024Q2 390 2024Q3 520',
    ],
  },
} as const satisfies Readonly<Record<string, Kind>>;
