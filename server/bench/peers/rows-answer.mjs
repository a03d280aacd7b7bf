// What rows.mjs answers: the rules of the figures once more, as tight as JavaScript has them.

/** @typedef {[slug: string, quarter: string, concept: string | null, definition: string, value: number]} Row */

/**
 * @typedef {object} Quarter
 * @property {string} text
 * @property {number} place
 * @property {number | null} revenue
 * @property {number | null} cloudRevenue
 * @property {Map<string, number>} capex by definition, the one that counts first
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
      quarter = { text, place, revenue: null, cloudRevenue: null, capex: new Map() };
      company.quarters.push(quarter);
    }
    if (concept === 'REVENUE') quarter.revenue ??= value;
    else if (concept === 'CLOUD_REVENUE') quarter.cloudRevenue ??= value;
    else if (concept && !quarter.capex.has(definition)) quarter.capex.set(definition, value);
  }
  return companies;
}

function companyText({ slug, quarters }, from) {
  const texts = quarters.map((_, index) => (index < from ? '' : quarterText(quarters, index)));
  return `{"slug":${JSON.stringify(slug)},"quarters":[${texts.slice(Math.max(0, from)).join()}]}`;
}

/**
 * @param {readonly Quarter[]} quarters
 * @param {number} index
 */
function quarterText(quarters, index) {
  const { text, revenue, cloudRevenue, capex } = quarters[index];
  const amount = capex.values().next().value ?? null;
  const past = [1, 2, 3, 4].map((back) => capexBefore(quarters, index, back));
  return [
    `{"calendarQuarter":"${text}"`,
    `"revenue":${revenue}`,
    `"capex":${amount}`,
    `"cloudRevenue":${cloudRevenue}`,
    `"capexToRevenue":${ratio(amount, revenue)}`,
    `"capexToCloudRevenue":${ratio(amount, cloudRevenue)}`,
    `"capexGrowthQuarter":${growth(capex, past[0])}`,
    `"capexGrowthYear":${growth(capex, past[3])}`,
    `"trailingCapex":${sum(capex, past)}}`,
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

/** In the newest definition that both quarters have. */
function growth(to, from) {
  for (const [definition, value] of to) {
    const earlier = from?.get(definition);
    if (earlier !== undefined) return earlier > 0 ? value / earlier - 1 : null;
  }
  return null;
}

/** In the newest definition that all four quarters have. */
function sum(now, [first, second, third]) {
  for (const [definition, value] of now) {
    const total = value + first?.get(definition) + second?.get(definition) + third?.get(definition);
    if (!Number.isNaN(total)) return total;
  }
  return null;
}
