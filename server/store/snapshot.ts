import type { Day } from '../domain/day.ts';
import { GroupView } from '../domain/group-view.ts';
import type { Series } from '../domain/series.ts';
import { type Perspective, View } from '../domain/view.ts';
import type { Currency } from '../domain/vocabulary.ts';
import type { Company, Definition, PrismaClient } from '../generated/prisma/client.ts';
import { COUNTED, type Summary } from '../importers/summary.ts';
import { StoredVersion } from './at-version.ts';
import { type Awaitable, all, andThen } from './awaitable.ts';
import type { Catalog } from './catalog.ts';
import type { NonDisclosure } from './catalog-parts.ts';
import { type CompanyGroup, groupOfAny, type NamedGroup } from './company-group.ts';
import { CompanyIndex, type CompanyKey } from './company-index.ts';
import type { Guidance } from './guidance.ts';
import { latestCapex } from './latest-capex.ts';
import { memo } from './memo.ts';
import type { Payer, Screen } from './screen.ts';
import { type ScreenQuestion, Screens } from './screens.ts';
import type { SeriesCache } from './series-cache.ts';
import type { Views } from './views.ts';

/** One version of the dataset. A request reads from one snapshot only, so no answer mixes two versions. */
export class Snapshot implements Views {
  readonly #companies: CompanyIndex;
  readonly #groups: ReadonlyMap<string, NamedGroup>;
  readonly #groupsOf = new Map<number, NamedGroup[]>();
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #screens: Screens;

  /** Each company's newest capital expenditures of a quarter in US dollars, by the company's id. */
  readonly latestCapex = memo(() => latestCapex(this.#screens));

  readonly #counted = memo(async (prisma: PrismaClient) => {
    const rows = await new StoredVersion(prisma, this.catalog.importId).rows<Summary>(COUNTED);
    return rows[0]!;
  });

  constructor(
    readonly catalog: Catalog,
    readonly series: SeriesCache,
    screenBytes?: number,
  ) {
    this.#screens = new Screens(this, screenBytes);
    this.#companies = CompanyIndex.of(catalog.companies);
    this.#groups = new Map(catalog.groups.map((group) => [group.slug, group]));
    this.#definitions = new Map(catalog.definitions.map((each) => [each.slug, each]));
    for (const group of catalog.groups) {
      for (const { id } of group.members) {
        this.#groupsOf.set(id, [...(this.#groupsOf.get(id) ?? []), group]);
      }
    }
  }

  /** How much the version holds; counted once where nobody has. */
  summary({ prisma }: Pick<StoredVersion, 'prisma'>): Awaitable<Summary> {
    return this.catalog.summary ?? this.#counted(prisma);
  }

  /**
   * Takes over from the version before what has not changed.
   *
   * @param changed the ids of the companies of which the versions know something else
   */
  takeOver(before: Snapshot, changed: ReadonlySet<number>): void {
    this.series.takeOver(before.series, changed);
    const isSameRates = this.catalog.rates.size === before.catalog.rates.size;
    this.#screens.takeOver(before.#screens, changed, isSameRates);
  }

  company(key: CompanyKey, value: string): Company | null {
    return this.#companies.find(key, value);
  }

  companyById(id: number): Company {
    return this.#companies.byId(id);
  }

  group(slug: string): NamedGroup | null {
    return this.#groups.get(slug) ?? null;
  }

  /** The group that a view shows. */
  groupIn({ group, members }: GroupView): CompanyGroup {
    if (group.slug !== null) return this.#groups.get(group.slug)!;
    return groupOfAny(members.map(({ company }) => this.companyById(company.id)));
  }

  groupsOf(company: Company): readonly NamedGroup[] {
    return this.#groupsOf.get(company.id) ?? [];
  }

  /** What a company said that it would spend, newest first. */
  guidance(company: Company): readonly Guidance[] {
    return this.catalog.guidance.get(company.id) ?? [];
  }

  /** What a company is known not to publish. */
  nonDisclosures(company: Company): readonly NonDisclosure[] {
    return this.catalog.nonDisclosures.get(company.id) ?? [];
  }

  /** The definition that a fact names; there is one for every fact. */
  definition(slug: string): Definition {
    return this.#definitions.get(slug)!;
  }

  view(company: Company, perspective: Perspective = {}): Awaitable<View> {
    const see = (series: Series) => new View(series, this.catalog.rates, perspective);
    return andThen(this.series.get(company), see);
  }

  passingView(company: Company): Awaitable<View> {
    const see = (series: Series) => new View(series, this.catalog.rates);
    return andThen(this.series.passing(company), see);
  }

  /** A group's members in a currency as of a day; at once when all their series are in memory. */
  groupView(group: CompanyGroup, currency: Currency, asOf?: Day | null): Awaitable<GroupView> {
    const views = group.members.map((company) => this.view(company, { currency, asOf }));
    return andThen(all(views), (members) => new GroupView(group, members, currency));
  }

  /** The memory that its screens take, in bytes. */
  get screenBytes(): number {
    return this.#screens.bytes;
  }

  /**
   * Every quarter of every company as known on a day, to be filtered and ordered.
   * @param payer told of columns and orders that nobody has asked for yet; may throw
   */
  screen(question: ScreenQuestion, payer?: Payer): Promise<Screen> {
    return this.#screens.ask(question, payer);
  }
}
