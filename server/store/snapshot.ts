import type { Day } from '../domain/day.ts';
import { GroupView } from '../domain/group-view.ts';
import type { Series } from '../domain/series.ts';
import { type Perspective, View } from '../domain/view.ts';
import type { Currency } from '../domain/vocabulary.ts';
import type { Company, Group, PrismaClient } from '../generated/prisma/client.ts';
import { type Awaitable, all, andThen } from './awaitable.ts';
import type { Catalog } from './catalog.ts';
import { CompanyIndex, type CompanyKey } from './company-index.ts';
import { latestCapex } from './latest-capex.ts';
import { memo } from './memo.ts';
import type { Screen } from './screen.ts';
import { Screens } from './screens.ts';
import type { SeriesCache } from './series-cache.ts';
import { countDataset } from './summary.ts';
import type { Views } from './views.ts';

/** One version of the dataset. A request reads from one snapshot only, so no answer mixes two versions. */
export class Snapshot implements Views {
  readonly #companies: CompanyIndex;
  readonly #groups = new Map<string, Group>();
  readonly #groupsOf = new Map<number, Group[]>();
  readonly #screens = new Screens(this);

  /** Each company's newest capital expenditures of a quarter in US dollars, by the company's id. */
  readonly latestCapex = memo(() => latestCapex(this));

  /** How much the version holds. */
  readonly summary = memo((prisma: PrismaClient) => countDataset(prisma, this.catalog.importId));

  constructor(
    readonly catalog: Catalog,
    readonly series: SeriesCache,
  ) {
    this.#companies = new CompanyIndex(catalog.companies);
    for (const group of catalog.groups) {
      this.#groups.set(group.slug, group);
      for (const { id } of this.members(group)) {
        this.#groupsOf.set(id, [...(this.#groupsOf.get(id) ?? []), group]);
      }
    }
  }

  company(key: CompanyKey, value: string): Company | null {
    return this.#companies.find(key, value);
  }

  companyById(id: number): Company {
    return this.#companies.byId(id);
  }

  group(slug: string): Group | null {
    return this.#groups.get(slug) ?? null;
  }

  groupsOf(company: Company): readonly Group[] {
    return this.#groupsOf.get(company.id) ?? [];
  }

  members(group: Group): readonly Company[] {
    return this.catalog.members.get(group.id) ?? [];
  }

  view(company: Company, perspective: Perspective = {}): Awaitable<View> {
    const see = (series: Series) => new View(series, this.catalog.rates, perspective);
    return andThen(this.series.get(company), see);
  }

  /** A group's members in a currency as of a day; at once when all their series are in memory. */
  groupView(group: Group, currency: Currency, asOf?: Day | null): Awaitable<GroupView> {
    const views = this.members(group).map((company) => this.view(company, { currency, asOf }));
    return andThen(all(views), (members) => new GroupView(group, members, currency));
  }

  /** Every quarter of every company from a perspective, to be filtered and ordered. */
  screen(perspective: Perspective): Promise<Screen> {
    return this.#screens.from(perspective);
  }
}
