const repeated = (count: number, field: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join(' ');
const nested = (levels: number, wrap: (inner: string) => string, innermost: string): string =>
  levels === 0 ? innermost : wrap(nested(levels - 1, wrap, innermost));
const day = (n: number) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);

/** Documents that ask for much in few words, each of another kind. */
export const KNOWN_ATTACKS: Readonly<Record<string, string>> = {
  'the same field many times': `{ ${'dataset { version } '.repeat(1_200)} }`,
  'the same leaf many times': `{ dataset { ${'version '.repeat(4_900)} } }`,
  'the same field many times with arguments': `{ company(by: { slug: "meta" }) { quarter(calendarQuarter: "2025Q2") { capex { ${'growth(over: YEAR) { value } '.repeat(500)} } } } }`,
  'fragments side by side': `{ dataset { ${repeated(600, (n) => `...F${n}`)} } } ${repeated(600, (n) => `fragment F${n} on Dataset { version }`)}`,
  'fragments in fragments': `{ dataset { ...F0 } } ${repeated(400, (n) => `fragment F${n} on Dataset { version ${n < 399 ? `...F${n + 1}` : ''} }`)}`,
  'inline fragments side by side': `{ dataset { ${'... on Dataset { version } '.repeat(800)} } }`,
  'fields that there are not': `{ ${repeated(4_000, (n) => `x${n}`)} }`,
  'fields that there are almost': `{ companies { nodes { ${repeated(1_500, (n) => `nam${n}`)} } } }`,
  'directives that there are not': `{ dataset { version ${'@aa '.repeat(2_000)} } }`,
  'directives on every field': `{ dataset { ${repeated(500, (n) => `a${n}: version @include(if: true) @skip(if: false)`)} } }`,
  'variables many times': `query (${repeated(900, (n) => `$v${n}: Int`)}) { dataset { version } }`,
  'an input of many values': `{ nodes(ids: [${repeated(2_400, () => '"Q29tcGFueTptZXRh",')}]) { id } }`,
  'an input nested deep': `{ companies(where: ${'{ a: '.repeat(90)} 1 ${'}'.repeat(90)}) { totalCount } }`,
  'a hundred nodes': `{ nodes(ids: [${repeated(100, () => '"Q29tcGFueTptZXRh",')}]) { ... on Company { quarters { nodes { id facts { id note source { title } } } } } } }`,
  'many days of every company': `{ companies { nodes { ${repeated(150, (n) => `a${n}: latestQuarter(asOf: "${day(n * 23)}") { capex { value } }`)} } } }`,
  'many days of a group': `{ group(by: { slug: "us-hyperscalers" }) { ${repeated(150, (n) => `a${n}: quarter(calendarQuarter: "2022Q1", asOf: "${day(n * 23)}") { capex { value } }`)} } }`,
  'many screens of many days': `{ ${repeated(60, (n) => `a${n}: quarters(first: 1, asOf: "${day(n * 53)}", orderBy: { field: CAPEX_GROWTH_OVER_YEAR }, currency: USD) { totalCount }`)} }`,
  'many screens': `{ ${repeated(150, (n) => `a${n}: quarters(first: 1, where: { capexToRevenue: { gt: 0.${n} } }, orderBy: { field: FREE_CASH_FLOW }, currency: EUR) { totalCount }`)} }`,
  'many searches for companies': `{ ${repeated(400, (n) => `a${n}: companies(first: 1, where: { search: "x${n}" }) { totalCount }`)} }`,
  'many names that there are not': `{ ${repeated(300, (n) => `a${n}: company(by: { slug: "no such company ${n}" }) { id }`)} }`,
  'many comparisons': `{ ${repeated(60, (n) => `a${n}: comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }, asOf: "${day(n * 53)}") { outgrowthRuns { from to } latest { calendarQuarter } }`)} }`,
  'many windows since long ago': `{ companies { nodes { quarters { nodes { ${repeated(12, (n) => `a${n}: capex(since: "20${10 + n}Q1") { value bounds { low } }`)} } } } } }`,
  'explanations of everything':
    '{ companies { nodes { quarters { nodes { capex { explanation growth(over: YEAR) { explanation missing { reason } bounds { low high } } vintages { amount { explanation } } } capexToRevenue { explanation change(over: YEAR) { explanation } } } } } } }',
  'sources and notes of every fact':
    '{ companies { nodes { quarters { nodes { facts { id note locator source { title url publisher } supersededBy { id note source { title } } } } } } } }',
  'fields that fail below fields that may be null': `{ companies { nodes { ${repeated(100, (n) => `a${n}: latestQuarter { capex { growth(over: YEAR, count: 1000) { value } } }`)} } } }`,
  'groups of groups': `{ groups { members { ${nested(6, (inner) => `groups { members { ${inner} } }`, 'slug')} } } }`,
  'all that is known of the schema': `{ __schema { types { name description fields(includeDeprecated: true) { name description args { name description defaultValue type { name kind ofType { name kind } } } type { name kind ofType { name kind ofType { name kind } } } } inputFields { name description } enumValues { name description } } directives { name description args { name description } } } }`,
  'the kinds of everything in the schema': `{ __schema { types { ${repeated(60, (n) => `a${n}: fields { name args { name } }`)} } } }`,
  'claims with all their readings': `{ ${repeated(20, (n) => `a${n}: claims { finding statement query readings { query basis computed bounds { low high } details { label computed } } source { title url } }`)} }`,
  'the glossary again and again': `{ ${repeated(200, (n) => `a${n}: glossary { name definition formula unit coordinate }`)} }`,
  'coverage again and again': `{ ${repeated(60, (n) => `a${n}: coverage { concept from to quarters completeTo gaps { calendarQuarter reason company { name } } definitions { description } }`)} }`,
  'changes again and again': `{ ${repeated(30, (n) => `a${n}: changes(first: 100) { nodes { recordedAt fact { id note source { title } } supersedes { id } } }`)} }`,
  'tables of series': `{ ${repeated(30, (n) => `a${n}: series(subjects: [{ group: { slug: "us-hyperscalers" } }, { group: { slug: "china-hyperscalers" } }], measures: [{ item: CAPEX, over: REVENUE }, { item: CAPEX, growth: YEAR }], currency: USD, asOf: "${day(3_000 + n)}") { csv series { values measures { explanation } } }`)} }`,
  'long names for every figure': `{ companies { nodes { quarters { nodes { ${repeated(20, (n) => `${'a'.repeat(4_000)}${n}: calendarQuarter`)} } } } } }`,
  'a long text': `{ company(by: { slug: "${'a'.repeat(90_000)}" }) { id } }`,
  'a comment for a document': `{ dataset { version } } ${'#x\n'.repeat(4_900)}`,
};
