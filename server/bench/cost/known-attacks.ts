export const repeated = (count: number, field: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join(' ');
const nested = (levels: number, wrap: (inner: string) => string, innermost: string): string =>
  levels === 0 ? innermost : wrap(nested(levels - 1, wrap, innermost));
const day = (n: number) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);

const idOf = (slug: string) => Buffer.from(`Company:${slug}`).toString('base64url');

/**
 * Valid documents that ask for much in few words, each of another kind, of the companies of a dataset and any groups of
 * them: they are answered, or refused as too much.
 */
export function knownAttacks(slugs: readonly string[]): Readonly<Record<string, string>> {
  const [one = '', ...others] = slugs;
  const groupOf = (members: readonly string[]) =>
    `{ companies: [${members.map((slug) => `{ slug: "${slug}" }`).join(' ')}] }`;
  const some = groupOf(others.slice(0, 5));
  const many = groupOf(Array.from({ length: 100 }, (_, n) => slugs[n % slugs.length]!));
  return {
    'the same field many times': `{ ${'dataset { version } '.repeat(1_200)} }`,
    'the same leaf many times': `{ dataset { ${'version '.repeat(4_900)} } }`,
    'the same field many times with arguments': `{ company(by: { slug: "${one}" }) { quarter(calendarQuarter: "2025Q2") { capex { ${'growth(over: YEAR) { value } '.repeat(500)} } } } }`,
    'fragments side by side': `{ dataset { ${repeated(600, (n) => `...F${n}`)} } } ${repeated(600, (n) => `fragment F${n} on Dataset { version }`)}`,
    'fragments in fragments': `{ dataset { ...F0 } } ${repeated(400, (n) => `fragment F${n} on Dataset { version ${n < 399 ? `...F${n + 1}` : ''} }`)}`,
    'inline fragments side by side': `{ dataset { ${'... on Dataset { version } '.repeat(800)} } }`,
    'directives on every field': `{ dataset { ${repeated(500, (n) => `a${n}: version @include(if: true) @skip(if: false)`)} } }`,
    'a hundred nodes': `{ nodes(ids: [${repeated(100, (n) => `"${idOf(slugs[n % slugs.length]!)}",`)}]) { ... on Company { quarters { nodes { id facts { id note source { title } } } } } } }`,
    'many days of every company': `{ companies { nodes { ${repeated(150, (n) => `a${n}: latestQuarter(asOf: "${day(n * 23)}") { capex { value } }`)} } } }`,
    'many days of a group': `{ group(by: ${some}) { ${repeated(150, (n) => `a${n}: quarter(calendarQuarter: "2022Q1", asOf: "${day(n * 23)}") { capex { value } }`)} } }`,
    'many screens of many days': `{ ${repeated(60, (n) => `a${n}: quarters(first: 1, asOf: "${day(n * 53)}", orderBy: { field: CAPEX_GROWTH_OVER_YEAR }, currency: USD) { totalCount }`)} }`,
    'many screens': `{ ${repeated(150, (n) => `a${n}: quarters(first: 1, where: { capexToRevenue: { gt: 0.${n} } }, orderBy: { field: FREE_CASH_FLOW }, currency: EUR) { totalCount }`)} }`,
    'many searches for companies': `{ ${repeated(250, (n) => `a${n}: companies(first: 1, where: { search: "x${n}" }) { totalCount }`)} }`,
    'many names that there are not': `{ ${repeated(140, (n) => `a${n}: company(by: { slug: "no such company ${n}" }) { id }`)} }`,
    'many comparisons': `{ ${repeated(60, (n) => `a${n}: comparison(baseline: ${some}, challenger: ${groupOf([one])}, asOf: "${day(n * 53)}") { outgrowthRuns { from to } latest { calendarQuarter } }`)} }`,
    'many windows since long ago': `{ companies { nodes { quarters { nodes { ${repeated(12, (n) => `a${n}: capex(since: "20${10 + n}Q1") { value bounds { low } }`)} } } } } }`,
    'explanations of everything':
      '{ companies { nodes { quarters { nodes { capex { explanation growth(over: YEAR) { explanation missing { reason } bounds { low high } } vintages { amount { explanation } } } capexToRevenue { explanation change(over: YEAR) { explanation } } } } } } }',
    'sources and notes of every fact':
      '{ companies { nodes { quarters { nodes { facts { id note locator source { title url publisher } supersededBy { id note source { title } } } } } } } }',
    'groups of groups': `{ groups { members { ${nested(6, (inner) => `groups { members { ${inner} } }`, 'slug')} } } }`,
    'all that is known of the schema': `{ __schema { types { name description fields(includeDeprecated: true) { name description args { name description defaultValue type { name kind ofType { name kind } } } type { name kind ofType { name kind ofType { name kind } } } } inputFields { name description } enumValues { name description } } directives { name description args { name description } } } }`,
    'the kinds of everything in the schema': `{ __schema { types { ${repeated(60, (n) => `a${n}: fields { name args { name } }`)} } } }`,
    'claims with all their readings': `{ ${repeated(20, (n) => `a${n}: claims { finding statement query readings { query basis computed bounds { low high } details { label computed } } source { title url } }`)} }`,
    'the glossary again and again': `{ ${repeated(200, (n) => `a${n}: glossary { name definition formula unit coordinate }`)} }`,
    'coverage again and again': `{ ${repeated(60, (n) => `a${n}: coverage { concept from to quarters completeTo gaps { calendarQuarter reason company { name } } definitions { description } }`)} }`,
    'changes again and again': `{ ${repeated(30, (n) => `a${n}: changes(first: 100) { nodes { recordedAt fact { id note source { title } } supersedes { id } } }`)} }`,
    'tables of series': `{ ${repeated(30, (n) => `a${n}: series(subjects: [{ group: ${some} }, { company: { slug: "${one}" } }], measures: [{ item: CAPEX, over: REVENUE }, { item: CAPEX, growth: YEAR }], currency: USD, asOf: "${day(3_000 + n)}") { csv series { values measures { explanation } } }`)} }`,
    'long names for every figure': `{ companies { nodes { quarters { nodes { ${repeated(20, (n) => `${'a'.repeat(4_000)}${n}: calendarQuarter`)} } } } } }`,
    'a long text': `{ company(by: { slug: "${'a'.repeat(90_000)}" }) { id } }`,
    'a comment for a document': `{ dataset { version } } ${'#x\n'.repeat(4_900)}`,
    'many screens of many columns': `{ ${repeated(8, (n) => `a${n}: quarters(first: 1, asOf: "${day(2_000 + n)}", where: { ${COLUMNS.map((name) => `${name}: { gt: 0.0${n} }`).join(' ')} }, currency: EUR) { totalCount }`)} }`,
    'screens ordered by all there is': `{ ${repeated(60, (n) => `a${n}: quarters(first: 1, asOf: "${day(1_000 + n * 31)}", orderBy: { field: CAPEX_GROWTH_OVER_YEAR }, currency: ${n % 2 ? 'EUR' : 'CNY'}) { nodes { id } }`)} }`,
    'many orders of all companies': `{ ${repeated(250, (n) => `a${n}: companies(first: 1, orderBy: { field: COUNTRY }) { totalCount }`)} }`,
    'companies by their newest figures': `{ ${repeated(250, (n) => `a${n}: companies(first: 1, orderBy: { field: LATEST_CAPEX_USD }) { totalCount }`)} }`,
    'companies by long lists of slugs': `{ ${repeated(4, (n) => `a${n}: companies(first: 1, where: { slugs: [${repeated(1_100, () => `"${slugs.at(-1)}"`)}] }) { totalCount }`)} }`,
    'large groups': `{ ${repeated(4, (n) => `a${n}: group(by: ${many}) { quarter(calendarQuarter: "2022Q${1 + (n % 4)}") { capex { value explanation missing { reason company { name } } } } }`)} }`,
    'a large group’s every quarter': `{ group(by: ${many}) { quarters { capex { value explanation growth(over: YEAR) { value explanation } } } } }`,
    'a large group against another': `{ comparison(baseline: ${many}, challenger: ${some}) { outgrowthRuns { from to } quarters { capexMultiple { value explanation } growthLead(over: YEAR) { explanation } } } }`,
    'days of a large group': `{ ${repeated(4, (n) => `a${n}: group(by: ${many}) { quarter(calendarQuarter: "2022Q1", asOf: "${day(2_200 + n * 23)}", currency: EUR) { capex { value } } }`)} }`,
    ...tables(slugs),
    'shares of a group since long ago': `{ companies(first: 5) { nodes { quarters(last: 4) { nodes { freeCashFlow(since: "2012Q1") { shareOf(group: ${some}) { explanation } } } } } } }`,
    'all that a group’s figure ever was since long ago': `{ group(by: ${some}) { quarter(calendarQuarter: "2025Q2", currency: EUR) { ${repeated(3, (n) => `a${n}: freeCashFlow(since: "201${n + 1}Q4") { vintages { validFrom amount { explanation } } }`)} } } }`,
    'changes of a ratio under many names': `{ companies(first: 9) { nodes { quarters(currency: EUR, last: 20) { nodes { ${repeated(10, (n) => `a${n}: ratio(of: FREE_CASH_FLOW, to: CAPEX, basis: HEADLINE, window: TRAILING_TWELVE_MONTHS) { change(over: YEAR, count: ${1 + (n % 5)}) { explanation missing { reason } } }`)} } } } } }`,
    'one object’s growth under many names': `{ company(by: { slug: "${one}" }) { ${repeated(220, (n) => `a${n}: quarter(calendarQuarter: "202${n % 6}Q${1 + (n % 4)}", currency: EUR) { ...F }`)} } } fragment F on Quarter { ${repeated(4, (n) => `a${n}: freeCashFlow(window: TRAILING_TWELVE_MONTHS) { growth(over: YEAR, count: 5) { explanation bounds { low } } }`)} }`,
    'windows of everything since long ago': `{ companies(first: 20) { nodes { quarters(last: 8) { nodes { ${repeated(2, (n) => `a${n}: freeCashFlow(since: "201${n}Q1") { explanation bounds { low high } }`)} } } } } }`,
    'one object without lists': `{ company(by: { slug: "${one}" }) { ${repeated(60, (n) => `a${n}: quarter(calendarQuarter: "20${10 + (n % 16)}Q${1 + (n % 4)}", asOf: "${day(2_800 + n * 17)}", currency: EUR) { capex { explanation growth(over: YEAR) { explanation } } freeCashFlow { explanation } capexToRevenue { explanation change(over: YEAR) { explanation } } }`)} } }`,
    'latest quarters of one object': `{ ${repeated(140, (n) => `a${n}: company(by: { slug: "${slugs[n % slugs.length]}" }) { latestQuarter(asOf: "${day(1_800 + n * 7)}", currency: USD) { capex(since: "2015Q1") { explanation } } }`)} }`,
    'a quarter of all, explained with its sources': `{ companies(first: 100) { nodes { latestQuarter { capex { explanation facts { locator note source { title url publisher } } exchangeRates { source { title } } } } } } }`,
    'coverage of everybody': `{ companies { nodes { coverage { concept from to quarters completeTo gaps { calendarQuarter reason } definitions { description } } } } }`,
  };
}

const COLUMNS = [
  'capex',
  'revenue',
  'cloudRevenue',
  'freeCashFlow',
  'depreciation',
  'operatingCashFlow',
  'capexToRevenue',
  'capexGrowthOverYear',
];

/** The twenty measures that take the most amounts: free cash flow is of two lines, growth of a ratio of two amounts twice. */
const MEASURES = ['CASH', 'HEADLINE'].flatMap((basis) =>
  ['YEAR', 'QUARTER'].flatMap((growth) =>
    ['CAPEX', 'REVENUE', 'CLOUD_REVENUE', 'DEPRECIATION', 'OPERATING_CASH_FLOW'].map(
      (over) => `{ item: FREE_CASH_FLOW, over: ${over}, basis: ${basis}, growth: ${growth} }`,
    ),
  ),
);

/** Tables of series, of every size about the largest one that is answered. */
function tables(slugs: readonly string[]): Record<string, string> {
  const company = (slug: string) => `{ slug: "${slug}" }`;
  const pairs = slugs.flatMap((one) => slugs.map((other) => [one, other]));
  const subjects = (count: number) => [
    ...slugs.slice(0, count).map((slug) => `{ company: ${company(slug)} }`),
    ...pairs
      .slice(0, Math.max(0, Math.floor((count - slugs.length) / 2)))
      .map((both) => `{ group: { companies: [${both.map(company).join(' ')}] } }`),
  ];
  const group = (count: number) =>
    `{ group: { companies: [${slugs.slice(0, count).map(company).join(' ')}] } }`;
  const table = (by: string, of: string, selection: string) =>
    `{ series(by: ${by}, subjects: [${of}], measures: [${MEASURES.join(' ')}], currency: EUR) { ${selection} } }`;
  const attacks: [string, string][] = [];
  for (const by of ['QUARTER', 'TRAILING_TWELVE_MONTHS', 'FISCAL_YEAR', 'CALENDAR_YEAR']) {
    for (const count of [5, 14]) {
      const name = `by ${by} of ${count}`;
      const of = subjects(count).join(' ');
      attacks.push([`tables ${name}`, table(by, of, 'csv series { values }')]);
      attacks.push([`tables ${name} together`, table(by, group(count), 'series { values }')]);
      const explained =
        'series { label measures { explanation bounds { low } missing { reason } } }';
      attacks.push([`explained tables ${name} together`, table(by, group(count), explained)]);
    }
  }
  return Object.fromEntries(attacks);
}
