import { ScreenedDocument } from '../generated/documents.ts';
import { screenVariables } from '../queries/screen-variables.ts';
import type { Catalogue } from '../queries/subject.ts';
import { unjudgedWords } from '../queries/unjudged.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { conditionOf, conditionWords, SCREENED, type Screened } from '../state/screened.ts';
import { useTitle } from '../state/use-title.ts';
import { PLAIN, START, toCompany, type View } from '../state/view.ts';
import { listWords } from '../state/words.ts';
import { AsOf } from './as-of.tsx';
import { Fault } from './fault.tsx';
import { type ColumnName, FigureColumns, isColumn } from './figure-columns.tsx';
import { Paging } from './paging.tsx';
import { isKnownWhose, ScreenFilters, whoseWords } from './screen-filters.tsx';
import { Working } from './working.tsx';

/** Any screen without conditions. */
const ALL: Partial<View> = {
  where: START.where,
  whose: START.whose,
  which: START.which,
  order: START.order,
  first: START.first,
  from: '',
  to: '',
  after: '',
  point: '',
};

const COLUMNS: readonly ColumnName[] = [
  'capex',
  'capexGrowth',
  'capexToRevenue',
  'revenue',
  'cloudRevenue',
  'operatingCashFlow',
  'freeCashFlow',
];

/** What is asked about first, then the rest. */
function columnsFor(figures: readonly Screened[]): ColumnName[] {
  const asked = figures
    .map((figure) => (figure === 'capexGrowthOverYear' ? 'capexGrowth' : figure))
    .filter(isColumn);
  return [...new Set([...asked, ...COLUMNS])];
}

/** Screens that many want; each is a view. */
const SCREENS: readonly { readonly name: string; readonly changes: Partial<View> }[] = [
  { name: 'Newest quarters', changes: ALL },
  {
    name: 'A third of revenue into capex',
    changes: {
      ...ALL,
      which: 'every',
      where: ['capexToRevenue.over.33.3'],
      order: 'capexToRevenue',
    },
  },
  {
    name: 'Capex doubled',
    changes: {
      ...ALL,
      which: 'every',
      where: ['capexGrowthOverYear.over.100'],
      order: 'capexGrowthOverYear',
    },
  },
  {
    name: 'Capex cut',
    changes: {
      ...ALL,
      which: 'every',
      where: ['capexGrowthOverYear.under.-25'],
      order: 'capexGrowthOverYear',
      first: 'least',
    },
  },
  {
    name: 'Burning cash',
    changes: {
      ...ALL,
      which: 'every',
      where: ['freeCashFlow.under.0'],
      order: 'freeCashFlow',
      first: 'least',
    },
  },
];

/** Quarters across all companies, filtered in words. */
export function ScreenPage({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo } = useNavigation();
  useTitle('Screen');
  const isKnown = isKnownWhose(view.whose, catalogue);
  const whose = isKnown ? view.whose : '';
  const { latest, data, fault, isAway } = useAnswer(
    ScreenedDocument,
    screenVariables({ ...view, whose }, catalogue.dataset.to),
  );
  const newest = new Set(latest?.companies.nodes.map(({ latestQuarter }) => latestQuarter?.id));
  const all = latest?.quarters.nodes ?? [];
  const shown = view.which === 'newest' ? all.filter(({ id }) => newest.has(id)) : all;
  const total = latest?.quarters.totalCount ?? 0;
  const more = view.which === 'every' && total > shown.length ? ` of ${total}` : '';
  const asked = view.where.flatMap((text) => conditionOf(text) ?? []);
  const conditions = asked.map(conditionWords);
  const figures = [...new Set(asked.map(({ figure }) => figure))];
  const isWhose = (slug: string) => {
    if (!whose) return true;
    const group = catalogue.groups.find((each) => each.slug === whose);
    const company = catalogue.companies.nodes.find((each) => each.slug === slug);
    return group
      ? group.members.some((member) => member.slug === slug)
      : company?.country === whose;
  };
  const unjudged =
    latest && view.which === 'newest'
      ? unjudgedWords(
          latest.companies.nodes.flatMap(({ latestQuarter }) =>
            latestQuarter && isWhose(latestQuarter.company.slug) ? latestQuarter : [],
          ),
          figures,
          (figure) => SCREENED[figure].words,
        )
      : figures.length > 0 && 'Quarters without such a figure cannot be judged, and are left out.';
  return (
    <section aria-busy={!data}>
      <nav class="stories" aria-label="Screens">
        {SCREENS.map(({ name, changes }) => (
          <a
            key={name}
            href={linkTo(changes)}
            aria-current={isAt(view, changes) ? 'true' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <h1>
        {latest ? `${shown.length}${more}` : '…'}{' '}
        {view.which === 'newest' ? 'newest quarters' : 'quarters'} of {whoseWords(whose, catalogue)}
        {conditions.length > 0 && ` in which ${listWords(conditions)}`}
      </h1>
      <ScreenFilters catalogue={catalogue} />
      <AsOf />
      {!isKnown && (
        <Fault text={`There is no group ${view.whose}; everyone is shown.`} isAway={false} />
      )}
      {fault && <Fault text={fault} isAway={isAway} />}
      {unjudged && <p class="subtitle">{unjudged}</p>}
      {!latest && !fault && <p class="skeleton" />}
      {latest && (
        <FigureColumns
          caption="Amounts in US dollars, at each quarter’s average rate"
          lead={['Company', { words: 'Quarter' }]}
          tail={[{ words: 'Ends' }]}
          columns={columnsFor([...figures, view.order])}
          rows={shown.map((quarter) => ({
            key: quarter.id,
            said: `${quarter.company.name}, ${quarter.calendarQuarter}`,
            lead: [
              <a key="company" href={linkTo(toCompany(view, quarter.company.slug))}>
                {quarter.company.name}
              </a>,
              quarter.calendarQuarter,
            ],
            tail: [quarter.periodEnd],
            figures: quarter,
            linkTo: (changes) =>
              linkTo({
                ...PLAIN,
                from: view.from,
                to: view.to,
                currency: 'USD',
                point: `@${quarter.company.slug}.${quarter.calendarQuarter}`,
                ...changes,
              }),
          }))}
        />
      )}
      {latest && view.which === 'every' && (
        <Paging page={latest.quarters.pageInfo} more="The next 100" first="From the first" />
      )}
      {view.point && <Working catalogue={catalogue} />}
    </section>
  );
}

const isAt = (view: View, changes: Partial<View>) =>
  Object.entries(changes).every(
    ([name, value]) => name === 'point' || String(view[name as keyof View]) === String(value),
  );
