/** A rule of the figures; its coordinate is the field, argument, value or type that it is about. */
interface Rule {
  readonly name: string;
  readonly coordinate: string;
  readonly definition: string;
  readonly formula?: string;
  /** None for what is not counted. */
  readonly unit?: string;
}

export const MONEY = 'whole units of the currency';
export const FRACTION = 'fraction';
const FRACTION_OR_POINTS = 'fraction as value, percentage points as points';
export const NO_UNIT = 'none';

/** The rules of the figures, in the order in which they build on each other. */
export const RULES: readonly Rule[] = [
  {
    name: 'fact',
    coordinate: 'Fact',
    definition:
      'One figure as one document printed it, of a period of any length. Facts are only ever added: a restatement is a new fact of the same period, published later.',
  },
  {
    name: 'calendar quarter',
    coordinate: 'Figures.calendarQuarter',
    definition:
      'The calendar quarter that a fiscal quarter stands under. The four quarters of a fiscal year take four calendar quarters in a row, one each, those whose middles lie nearest to theirs: quarters of 12 and of 16 weeks never share one, and the months March to May stand under the second quarter.',
    unit: 'calendar quarter',
  },
  {
    name: 'fiscal year',
    coordinate: 'Quarter.fiscalYear',
    definition:
      "A company's accounting year, named by the calendar year in which it ends, by the year end in force then.",
    unit: 'year',
  },
  {
    name: 'as of',
    coordinate: 'Company.quarters(asOf:)',
    definition:
      'What was known at the end of a day: only facts published by then count, and every figure, definition and gap is worked out from those alone. Nothing that is published later changes it.',
    unit: 'date',
  },
  {
    name: 'window: QUARTER',
    coordinate: 'Window.QUARTER',
    definition:
      'A single quarter in one definition: as printed, or the difference of two printed periods that begin or end alike and stand on one basis, such as the year less nine months. The newest to become known counts, unless it only rounds the one before it.',
    formula: 'a print of the quarter, or a longer period − a shorter one',
    unit: MONEY,
  },
  {
    name: 'set aside',
    coordinate: 'Fact.setAside',
    definition:
      'Said of a print that others contradict, such as the figure of a year on the dates of a quarter, or a figure in thousands among millions: it stays a fact, and no figure is taken from it.',
  },
  {
    name: 'definition of a series',
    coordinate: 'Fact.definition',
    definition:
      'What a concept takes in over a run of quarters. A series is in the definition in which the company printed its newest quarter, as far back as that leads without a gap; before that, in the one found by the same rule from the quarter before. Where filings are tagged, the tag is the definition.',
  },
  {
    name: 'like for like',
    coordinate: 'Growth.from',
    definition:
      'Quarters that are added or compared are all in one definition: the first that has every quarter needed, those known in the newest quarters first. Where no definition has them all, the value is missing as NOT_COMPARABLE.',
  },
  {
    name: 'window: TRAILING_TWELVE_MONTHS',
    coordinate: 'Window.TRAILING_TWELVE_MONTHS',
    definition:
      'Four consecutive calendar quarters in one definition; missing while one of the four is.',
    formula: 'quarter + the three quarters before it',
    unit: MONEY,
  },
  {
    name: 'window: FISCAL_YEAR_TO_DATE',
    coordinate: 'Window.FISCAL_YEAR_TO_DATE',
    definition:
      "The quarters of the company's fiscal year up to one, which are the year in its fourth quarter. Missing as NOT_COMPARABLE for a group whose members' years do not end with the same quarter.",
    formula: "the fiscal year's first quarter + … + quarter",
    unit: MONEY,
  },
  {
    name: 'window: CALENDAR_YEAR_TO_DATE',
    coordinate: 'Window.CALENDAR_YEAR_TO_DATE',
    definition:
      'The quarters of the calendar year up to one, which are the year in its fourth quarter.',
    formula: "the calendar year's first quarter + … + quarter",
    unit: MONEY,
  },
  {
    name: 'window: since',
    coordinate: 'Figures.capex(since:)',
    definition: 'All quarters from a given one on; missing for a quarter before it.',
    formula: 'the given quarter + … + quarter',
    unit: MONEY,
  },
  {
    name: 'sum of a window',
    coordinate: 'Amount.amount',
    definition:
      'The newest print of exactly the quarters of a window, unless one of them was restated after it; else the sum of the quarters, each of which has to be there. A converted amount is always the sum, each quarter at its own average rate.',
    formula: 'the print of the window, else the sum of its quarters',
    unit: MONEY,
  },
  {
    name: 'year',
    coordinate: 'Company.years',
    definition:
      'A fiscal or calendar year: its fourth quarter with the year to date as window. Missing while the year is not over.',
    unit: MONEY,
  },
  {
    name: 'break',
    coordinate: 'Quarter.breaks',
    definition:
      'A quarter in which a series turns to another definition than in the quarter directly before. The quarter is shown in both where both are known.',
  },
  {
    name: 'growth',
    coordinate: 'Amount.growth',
    definition:
      'How much an amount grew over some quarters or years, both amounts in one definition; missing from a base of zero or less, and over a quarter of what is summed up to date.',
    formula: 'to / from − 1',
    unit: FRACTION,
  },
  {
    name: 'annual rate',
    coordinate: 'Growth.annualRate',
    definition:
      'The growth in each year that would have led to the growth over all of them, compounded.',
    formula: '(to / from) ^ (1 / years) − 1',
    unit: FRACTION,
  },
  {
    name: 'ratio',
    coordinate: 'Ratio',
    definition:
      'One amount over another of the same window and the same companies; missing over zero or less, where it would mean nothing.',
    formula: 'numerator / denominator',
    unit: FRACTION,
  },
  {
    name: 'share',
    coordinate: 'Amount.shareOf',
    definition: 'An amount over the same amount of a group, of the same quarters.',
    formula: 'amount / amount of the group',
    unit: FRACTION,
  },
  {
    name: 'change',
    coordinate: 'Ratio.change',
    definition: 'Change of a ratio over some quarters or years, each amount in one definition.',
    formula: 'ratio − earlier ratio',
    unit: FRACTION_OR_POINTS,
  },
  {
    name: 'index',
    coordinate: 'IndexNumber',
    definition:
      'An amount in percent of what it was in a base, before it or after it, both in one definition; missing over a base of zero or less. Of years, the base is the year of the same number.',
    formula: 'to / from × 100',
    unit: 'index, 100 in the base',
  },
  {
    name: 'series',
    coordinate: 'Query.series',
    definition:
      'Measures of companies and groups over the same periods: from the first that any of them is known in to the last, without a hole. Fiscal years stand together by their number, and end in different months where the companies do.',
  },
  {
    name: 'conversion',
    coordinate: 'Amount.exchangeRates',
    definition:
      'A flow is converted at the average of the daily rates of its quarter, by way of the US dollar where neither currency is that. Nothing is converted unless a currency is asked for; a group is always in one.',
    formula: 'amount × average rate of the quarter',
    unit: MONEY,
  },
  {
    name: 'group sum',
    coordinate: 'GroupQuarter',
    definition:
      'The amounts of all members but those that do not publish the concept. While a member lacks the amount for any other reason, the sum is missing and names that member: no sum is partial without saying so.',
    formula: "sum of the members' amounts",
    unit: MONEY,
  },
  {
    name: 'excluded',
    coordinate: 'Amount.excluded',
    definition:
      'Members that a sum leaves out, since a non-disclosure says that they do not publish the concept. A ratio of a group leaves out whoever does not publish one of its two concepts.',
  },
  {
    name: 'group growth',
    coordinate: 'Growth.to',
    definition:
      'Each member is taken like for like with its own past, then the members are added up, then the sums are compared.',
    formula: 'sum of the members / their earlier sum − 1',
    unit: FRACTION,
  },
  {
    name: 'capexMultiple',
    coordinate: 'ComparedQuarter.capexMultiple',
    definition: "How many times the challenger's capital expenditures the baseline's are.",
    formula: 'capex of the baseline / capex of the challenger',
    unit: 'multiple',
  },
  {
    name: 'growthLead',
    coordinate: 'ComparedQuarter.growthLead',
    definition: "How much faster the challenger's capital expenditures grew than the baseline's.",
    formula: 'growth of the challenger − growth of the baseline',
    unit: FRACTION_OR_POINTS,
  },
  {
    name: 'quality',
    coordinate: 'Measure.quality',
    definition:
      'How a value came about: printed, a difference of printed figures, or estimated. Of several inputs, the weakest counts.',
  },
  {
    name: 'bounds',
    coordinate: 'Measure.bounds',
    definition:
      'What the rounding of the printed inputs leaves open, by interval arithmetic: a print lies within half its unit of its value, a row of the dataset that is itself a difference within the unit. With an estimated input there are none.',
  },
  {
    name: 'vintage',
    coordinate: 'Amount.vintages',
    definition:
      'What an amount was on some days: another one follows where a document changed the value, or why there is none.',
  },
  {
    name: 'rounded to',
    coordinate: 'Fact.roundedTo',
    definition:
      'The unit that a document prints a figure in, e.g. 1000000 for millions. What was rounded lies within half of it of what is printed.',
    unit: MONEY,
  },
  {
    name: 'missing',
    coordinate: 'Measure.missing',
    definition:
      'A value with an input that is not there is null: never zero, and never the sum of the rest. Each such input is named with its company, its quarter and the first reason that holds, in the order of GapReason.',
  },
];
