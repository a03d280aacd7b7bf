import { repeated } from './known-attacks.ts';

/** Documents that are wrong in very many places: they are refused, and soon. */
export function wrongAttacks(): Readonly<Record<string, string>> {
  return {
    'fields that there are not': `{ ${repeated(4_000, (n) => `x${n}`)} }`,
    'fields that there are almost': `{ companies { nodes { ${repeated(1_500, (n) => `nam${n}`)} } } }`,
    'directives that there are not': `{ dataset { version ${'@aa '.repeat(2_000)} } }`,
    'variables many times': `query (${repeated(900, (n) => `$v${n}: Int`)}) { dataset { version } }`,
    'an input of many values': `{ nodes(ids: [${repeated(2_400, () => '"Q29tcGFueTptZXRh",')}]) { id } }`,
    'an input nested deep': `{ companies(where: ${'{ a: '.repeat(90)} 1 ${'}'.repeat(90)}) { totalCount } }`,
    'fields that fail below fields that may be null': `{ companies { nodes { ${repeated(100, (n) => `a${n}: latestQuarter { capex { growth(over: YEAR, count: 1000) { value } } }`)} } } }`,
    'companies that there are not, filtered': `{ ${repeated(250, (n) => `a${n}: companies(where: { slugs: ["compnay ${n}"] }) { totalCount }`)} }`,
    'companies of groups that there are not': `{ ${repeated(100, (n) => `a${n}: group(by: { companies: [{ slug: "compnay ${n}" }] }) { id }`)} }`,
    'failing fields': `{ companies { nodes { ${repeated(5, (n) => `a${n}: quarter(calendarQuarter: "2024Q1") { capex { growth(over: YEAR, count: 1000) { value } } }`)} } } }`,
  };
}
