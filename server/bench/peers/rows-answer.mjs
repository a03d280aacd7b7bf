// What rows.mjs answers: the rules of the figures once more, as tight as JavaScript has them.

/** @typedef {[slug: string, quarter: string, concept: string | null, definition: number, value: number]} Row */

/**
 * @typedef {object} Quarter
 * @property {string} text
 * @property {number} place
 * @property {Map<number, number>} revenue by the definition's place, each figure the one that counts
 * @property {Map<number, number>} cloudRevenue
 * @property {Map<number, number>} capex
 */

/** @param {readonly Row[]} rows */
export function answerAll(rows) {
  return `{"companies":[${companiesOf(rows)
    .map((company) => companyText(company, 0))
    .join()}]}`;
}

/** @param {readonly Row[]} rows */
export function answerOne(rows) {
  const [company] = companiesOf(rows);
  return `{"company":${company ? companyText(company, company.quarters.length - 8) : null}}`;
}

/** @param {readonly Row[]} rows of each company together, oldest quarter first */
function companiesOf(rows) {
  const companies = [];
  let company;
  let quarter;
  for (const [slug, text, concept, definition, value] of rows) {
    if (company?.slug !== slug) {
      company = { slug, quarters: [] };
      quarter = undefined;
      companies.push(company);
    }
    if (quarter?.text !== text) {
      const place = Number(text.slice(0, 4)) * 4 + Number(text[5]);
      quarter = { text, place, revenue: new Map(), cloudRevenue: new Map(), capex: new Map() };
      company.quarters.push(quarter);
    }
    const figures = concept && quarter[FIGURES[concept]];
    if (figures && !figures.has(definition)) figures.set(definition, value);
  }
  return companies;
}

const FIGURES = { REVENUE: 'revenue', CLOUD_REVENUE: 'cloudRevenue', CAPEX: 'capex' };

function companyText({ slug, quarters }, from) {
  const revenue = seriesOf(quarters, 'revenue');
  const cloudRevenue = seriesOf(quarters, 'cloudRevenue');
  const capex = seriesOf(quarters, 'capex');
  const ranked = rankedBy(quarters);
  const texts = quarters.map((_, index) =>
    index < from
      ? ''
      : quarterText(quarters, index, ranked, revenue[index], capex[index], cloudRevenue[index]),
  );
  return `{"slug":${JSON.stringify(slug)},"quarters":[${texts.slice(Math.max(0, from)).join()}]}`;
}

/** Each quarter's figure in the definition of the quarter after it while that has one, else in the first. */
function seriesOf(quarters, figure) {
  const series = new Array(quarters.length).fill(null);
  let definition;
  let place;
  for (let index = quarters.length - 1; index >= 0; index--) {
    const { [figure]: figures, place: own } = quarters[index];
    if (figures.size === 0) continue;
    if (own !== place - 1 || !figures.has(definition)) definition = Math.min(...figures.keys());
    place = own;
    series[index] = figures.get(definition);
  }
  return series;
}

/** The definitions of capital expenditures, those known in the newest quarters first, then in their order. */
function rankedBy(quarters) {
  const ranked = [];
  for (let index = quarters.length - 1; index >= 0; index--) {
    const { capex } = quarters[index];
    const others = [...capex.keys()].filter((definition) => !ranked.includes(definition));
    ranked.push(...others.sort((a, b) => a - b));
  }
  return ranked;
}

/**
 * @param {readonly Quarter[]} quarters
 * @param {number} index
 */
function quarterText(quarters, index, ranked, revenue, amount, cloudRevenue) {
  const { text, capex } = quarters[index];
  const past = [1, 2, 3, 4].map((back) => capexBefore(quarters, index, back));
  return [
    `{"calendarQuarter":"${text}"`,
    `"revenue":${revenue}`,
    `"capex":${amount}`,
    `"cloudRevenue":${cloudRevenue}`,
    `"capexToRevenue":${ratio(amount, revenue)}`,
    `"capexToCloudRevenue":${ratio(amount, cloudRevenue)}`,
    `"capexGrowthQuarter":${growth(ranked, capex, past[0])}`,
    `"capexGrowthYear":${growth(ranked, capex, past[3])}`,
    `"trailingCapex":${sum(ranked, capex, past)}}`,
  ].join();
}

/** A quarter's capital expenditures some quarters before; a quarter without facts takes up no place. */
function capexBefore(quarters, index, back) {
  const place = quarters[index].place - back;
  for (let at = index - 1; at >= 0 && quarters[at].place >= place; at--) {
    if (quarters[at].place === place) return quarters[at].capex;
  }
  return undefined;
}

function ratio(over, under) {
  return over === null || under === null || under === 0 ? null : over / under;
}

/** In the first definition that both quarters have. */
function growth(ranked, to, from) {
  for (const definition of ranked) {
    const value = to.get(definition);
    const earlier = from?.get(definition);
    if (value === undefined || earlier === undefined) continue;
    return earlier > 0 ? value / earlier - 1 : null;
  }
  return null;
}

/** In the first definition that all four quarters have. */
function sum(ranked, now, [first, second, third]) {
  for (const definition of ranked) {
    const total =
      now.get(definition) +
      first?.get(definition) +
      second?.get(definition) +
      third?.get(definition);
    if (!Number.isNaN(total)) return total;
  }
  return null;
}
