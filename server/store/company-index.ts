import type { Company } from '../generated/prisma/client.ts';

/** What a company is looked up by. */
export type CompanyKey = 'slug' | 'ticker' | 'cik';

/** Tickers of a company's other listings, and its other names. */
export function aliasesOf({ aliases }: Company): string[] {
  return aliases?.split(';').map((alias) => alias.trim()) ?? [];
}

/** All that a company is called. */
export function namesOf(company: Company): string[] {
  const { slug, name, ticker } = company;
  return [slug, name, ...(ticker === null ? [] : [ticker]), ...aliasesOf(company)];
}

/** The companies of a snapshot, by what people call them. */
export class CompanyIndex {
  readonly #byId = new Map<number, Company>();
  /** By key and name; null where two companies share another name, which then names neither. */
  readonly #byName = new Map<string, Company | null>();

  /** Made once for companies that several versions have. */
  static of(companies: readonly Company[]): CompanyIndex {
    const index = indexes.get(companies) ?? new CompanyIndex(companies);
    indexes.set(companies, index);
    return index;
  }

  constructor(companies: readonly Company[]) {
    for (const company of companies) {
      this.#byId.set(company.id, company);
      for (const key of ['slug', 'ticker', 'cik'] as const) {
        if (company[key] !== null) this.#byName.set(nameOf(key, company[key]), company);
      }
    }
    this.#addAliases(companies);
  }

  byId(id: number): Company {
    return this.#byId.get(id)!;
  }

  find(key: CompanyKey, value: string): Company | null {
    return this.#byName.get(nameOf(key, value)) ?? null;
  }

  /** Other listings' tickers and other names stand in for tickers, after every main ticker. */
  #addAliases(companies: readonly Company[]): void {
    const others = new Map<string, Company | null>();
    for (const company of companies) {
      for (const alias of aliasesOf(company)) {
        const name = nameOf('ticker', alias);
        const isItsOwn = !others.has(name) || others.get(name) === company;
        others.set(name, isItsOwn ? company : null);
      }
    }
    for (const [name, company] of others) {
      if (!this.#byName.has(name)) this.#byName.set(name, company);
    }
  }
}

const indexes = new WeakMap<readonly Company[], CompanyIndex>();

/** Slugs are exact; tickers and CIKs are the same in any case, and with more or fewer leading zeros. */
function nameOf(key: CompanyKey, value: string): string {
  return `${key} ${key === 'slug' ? value : value.toUpperCase().replace(/^0+(?=\d)/, '')}`;
}
