import {
  type QuarterFilter,
  type QuarterOrder,
  ScreenedDocument,
  type ScreenedQuery,
} from '../generated/documents.ts';
import type { Catalogue } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { START, type View } from '../state/view.ts';
import { Fault } from './fault.tsx';
import { FiguresTable, FractionCell, MoneyCell } from './figures-table.tsx';
import { Working } from './working.tsx';

type Node = ScreenedQuery['quarters']['nodes'][number];

interface Question {
  readonly slug: string;
  readonly words: string;
  readonly where: QuarterFilter;
  readonly orderBy: QuarterOrder;
  /** Only the newest quarter of each company. */
  readonly isNewest?: boolean;
  /** Another order of what the API orders by its quarter. */
  readonly sort?: (one: Node, other: Node) => number;
}

/** Filters, in words. */
const QUESTIONS: readonly Question[] = [
  {
    slug: '',
    words: 'The newest quarter of everyone, most spending first',
    where: {},
    orderBy: { field: 'CALENDAR_QUARTER' },
    isNewest: true,
    sort: (one, other) => Number(other.capex.amount ?? -1) - Number(one.capex.amount ?? -1),
  },
  {
    slug: 'new',
    words: 'What was published last',
    where: {},
    orderBy: { field: 'CALENDAR_QUARTER' },
    sort: (one, other) => (other.publishedOn ?? '').localeCompare(one.publishedOn ?? ''),
  },
  {
    slug: 'third-of-revenue',
    words: 'Quarters in which more than a third of revenue went into capex',
    where: { capexToRevenue: { gt: 1 / 3 } },
    orderBy: { field: 'CAPEX_TO_REVENUE' },
  },
  {
    slug: 'doubled',
    words: 'Quarters in which capex doubled over the year',
    where: { capexGrowthOverYear: { gte: 1 } },
    orderBy: { field: 'CAPEX_GROWTH_OVER_YEAR' },
  },
  {
    slug: 'cut',
    words: 'Quarters in which capex fell by more than a quarter',
    where: { capexGrowthOverYear: { lt: -0.25 } },
    orderBy: { field: 'CAPEX_GROWTH_OVER_YEAR', direction: 'ASC' },
  },
  {
    slug: 'burning',
    words: 'Quarters with negative free cash flow',
    where: { freeCashFlow: { lt: 0 } },
    orderBy: { field: 'FREE_CASH_FLOW', direction: 'ASC' },
  },
  {
    slug: 'chinese',
    words: 'Chinese quarters with the most capex',
    where: { countries: ['CN'] },
    orderBy: { field: 'CAPEX' },
  },
];

/** Quarters across all companies that answer a question. */
export function ScreenPage({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo, go } = useNavigation();
  const question = QUESTIONS.find(({ slug }) => slug === view.screen) ?? QUESTIONS[0]!;
  const { where, orderBy, isNewest, sort } = question;
  const { data, fault, isAway } = useAnswer(ScreenedDocument, {
    where,
    orderBy,
    asOf: view.asOf || null,
  });
  const all = data?.quarters.nodes ?? [];
  const isFirst = ({ company: { slug } }: Node, index: number) =>
    all.findIndex(({ company }) => company.slug === slug) === index;
  const kept = isNewest ? all.filter(isFirst) : all;
  const shown = sort ? [...kept].sort(sort) : kept;
  const rows = shown.map(
    ({
      id,
      calendarQuarter,
      publishedOn,
      company,
      revenue,
      capex,
      capexToRevenue,
      freeCashFlow,
    }) => {
      const to = (changes: Partial<View>) =>
        linkTo({
          ...START,
          page: 'screen',
          screen: view.screen,
          point: `@${company.slug}.${calendarQuarter}`,
          ...changes,
        });
      const said = `${company.name}, ${calendarQuarter}`;
      return {
        key: id,
        cells: [
          <a key="company" href={linkTo({ ...START, page: 'company', company: company.slug })}>
            {company.name}
          </a>,
          calendarQuarter,
          publishedOn ?? '–',
          <MoneyCell key="capex" amount={capex} href={to({})} label={`${said}, capex`} />,
          <FractionCell
            key="growth"
            isGrowth
            measure={capex.growth}
            href={to({ show: 'GROWTH_YEAR' })}
            label={`${said}, growth of capex`}
          />,
          <MoneyCell
            key="revenue"
            amount={revenue}
            href={to({ item: 'REVENUE' })}
            label={`${said}, revenue`}
          />,
          <FractionCell
            key="ratio"
            measure={capexToRevenue}
            href={to({ over: 'REVENUE' })}
            label={`${said}, capex over revenue`}
          />,
          <MoneyCell
            key="free"
            amount={freeCashFlow}
            href={to({ item: 'FREE_CASH_FLOW' })}
            label={`${said}, free cash flow`}
          />,
        ],
      };
    },
  );
  return (
    <>
      <h1>{question.words}</h1>
      <p class="fields">
        <label>
          Question
          <select
            value={question.slug}
            onChange={({ currentTarget }) => go({ screen: currentTarget.value })}
          >
            {QUESTIONS.map(({ slug, words }) => (
              <option key={slug} value={slug}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </p>
      {fault && <Fault text={fault} isAway={isAway} />}
      {!data && !fault && <p class="skeleton" />}
      {question.slug === 'new' && (
        <p class="subtitle">
          Each import, with what it restated, is in the <a href="/changes.atom">feed</a>.
        </p>
      )}
      {data && (
        <FiguresTable
          caption={`${rows.length}${!isNewest && data.quarters.totalCount > rows.length ? ` of ${data.quarters.totalCount}` : ''} quarters, amounts in US dollars`}
          header={[
            'Company',
            'Quarter',
            'Published',
            'Capex',
            'Over the year',
            'Revenue',
            'Over revenue',
            'Free cash flow',
          ]}
          rows={rows}
        />
      )}
      {view.point && <Working catalogue={catalogue} />}
    </>
  );
}
