/** What a part of an answer costs: microseconds of one core, and bytes of JSON. */
export interface Cost {
  readonly micros: number;
  readonly bytes: number;
}

/**
 * What a field costs that has no entry below: a leaf, and an object without what is selected of it. The bytes are without its
 * name, which may be long.
 */
export const LEAF: Cost = { micros: 2, bytes: 25 };
export const OBJECT: Cost = { micros: 4, bytes: 10 };

/** What a number or a text in a list costs. */
export const ITEM: Cost = { micros: 0.5, bytes: 25 };

/**
 * What costs more than that, by the field's name, or by type and name where the name alone says too little.
 * Measured with `server/bench/cost/cost.ts`, and rounded up. Lists are without their items, which are paid for as
 * they come out.
 */
export const WEIGHTS: Readonly<Record<string, Partial<Cost>>> = {
  // Measures.
  amount: { micros: 12 },
  bounds: { micros: 6 },
  explanation: { micros: 25, bytes: 220 },
  growthLead: { micros: 5 },
  missing: { micros: 6 },
  quality: { micros: 3 },
  vintages: { micros: 5 },
  // Facts, and what is read from the database for them.
  exchangeRates: { micros: 5 },
  facts: { micros: 15 },
  locator: { micros: 20, bytes: 60 },
  note: { micros: 20, bytes: 200 },
  source: { micros: 25 },
  supersededBy: { micros: 5 },
  // What is looked for among a quarter's facts.
  breaks: { micros: 3 },
  id: { micros: 3, bytes: 60 },
  periodEnd: { micros: 8 },
  periodStart: { micros: 8 },
  publishedOn: { micros: 2 },
  // Statements of their own.
  changes: { micros: 2_000 },
  claims: { micros: 400 },
  glossary: { micros: 600 },
  guidance: { micros: 40 },
  'Guidance.source': { micros: 60 },
  'ChangeConnection.totalCount': { micros: 500 },
  // Walks through a company's or a group's quarters.
  latest: { micros: 60 },
  latestQuarter: { micros: 25 },
  completeTo: { micros: 20 },
  'Coverage.concept': { micros: 4 },
  'Coverage.definitions': { micros: 15 },
  'Coverage.from': { micros: 15 },
  'Coverage.quarters': { micros: 15 },
  'Coverage.to': { micros: 15 },
  gaps: { micros: 30 },
  outcome: { micros: 10 },
  supersedes: { micros: 10 },
  // Long texts.
  aliases: { micros: 8, bytes: 200 },
  citation: { bytes: 300 },
  definition: { bytes: 200 },
  csv: { bytes: 400 },
  cursor: { bytes: 120 },
  description: { bytes: 250 },
  endCursor: { bytes: 120 },
  finding: { bytes: 600 },
  label: { bytes: 80 },
  query: { bytes: 1_500 },
  startCursor: { bytes: 120 },
  statement: { bytes: 300 },
  title: { bytes: 120 },
  url: { bytes: 120 },
  version: { bytes: 70 },
};

/** What each field of an answer about the schema costs; some are long descriptions. */
export const INTROSPECTED: Cost = { micros: 2, bytes: 60 };

/** What a field costs that fails: an error, with its place and its path. */
export const FAILURE: Cost = { micros: 300, bytes: 250 };

/** What an amount of a company costs in a table of series, which may be over several quarters, with what is made of it. */
export const AMOUNT_OF_TABLE: Cost = { micros: 6, bytes: 0 };

/** What a quarter of a company costs in a comparison that is looked through. */
export const QUARTER_COMPARED: Cost = { micros: 4, bytes: 0 };

/** What a company costs that is looked at whether it is wanted, and one that is put in order. */
export const COMPANY_FILTERED: Cost = { micros: 0.4, bytes: 0 };
export const COMPANY_SORTED: Cost = { micros: 2, bytes: 0 };

/** What a row of a screen costs that is looked at, for each condition and for itself. */
export const ROW_FILTERED: Cost = { micros: 0.015, bytes: 0 };

/** What a row costs of a column, or an order, that nobody has asked for in this version of the dataset. */
export const ROW_OF_NEW: Cost = { micros: 0.5, bytes: 0 };

/** How many times as much an amount costs over several quarters as over one, with all that is asked of it. */
export const SEVERAL_QUARTERS = 1.7;
/** The same since a quarter: up to 200 of them. */
export const SINCE = 20;

/** The same of a ratio, or one line less another. */
export const TWO_AMOUNTS = 1.3;
/** The same of two periods compared like for like. */
export const COMPARED = 1.5;
