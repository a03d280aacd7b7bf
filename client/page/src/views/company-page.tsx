import { formatMoney, formatPercent } from '@capexgraph/client/format';
import { CompanyPageDocument, type CompanyPageQuery } from '../generated/documents.ts';
import type { Catalogue } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { MONTHS } from '../state/quarters.ts';
import { useTitle } from '../state/use-title.ts';
import { kept, PLAIN, START, type View } from '../state/view.ts';
import { AsOf } from './as-of.tsx';
import { Coverage, Guidance } from './company-background.tsx';
import { CompanyChart } from './company-chart.tsx';
import { Fault } from './fault.tsx';
import { FigureColumns } from './figure-columns.tsx';
import { Working } from './working.tsx';

/** A company's quarters and fiscal years; every number opens its working. */
export function CompanyPage({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo, go } = useNavigation();
  const slug = view.company || 'alibaba';
  const { data, fault, isAway } = useAnswer(CompanyPageDocument, {
    slug,
    currency: null,
    asOf: view.asOf || null,
  });
  const company = data?.company;
  useTitle(company?.name);
  return (
    <>
      <p class="fields">
        <label>
          Company
          <select
            value={slug}
            onChange={({ currentTarget }) => go({ company: currentTarget.value })}
          >
            {catalogue.companies.nodes.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <AsOf slugs={[slug]} />
      {fault && <Fault text={fault} isAway={isAway} />}
      {data && !company && <Fault text={`There is no company called ${slug}.`} isAway={false} />}
      {company && (
        <section>
          <h1>{company.name}</h1>
          <p class="subtitle">
            {[company.ticker, company.country, company.cik && `CIK ${company.cik}`]
              .filter(Boolean)
              .join(', ')}
            ; reports in {company.reportingCurrency}; fiscal years end in{' '}
            {MONTHS[company.fiscalYearEndMonth - 1]}; in{' '}
            {company.groups.map(({ name }) => name).join(', ') || 'no group'}.{' '}
            <a href={linkTo({ ...START, ...kept(view), of: [`@${slug}`] })}>As a chart</a>
          </p>
          <CompanyChart
            catalogue={catalogue}
            slug={slug}
            currency={company.reportingCurrency as View['currency']}
            title={findingWords(company)}
          />
          <Years slug={slug} company={company} linkTo={linkTo} />
          <Quarters slug={slug} company={company} linkTo={linkTo} />
          <Guidance guidance={company.guidance} />
          <Coverage coverage={company.coverage} />
        </section>
      )}
      {!data && !fault && <p class="skeleton" />}
      {view.point && <Working catalogue={catalogue} />}
    </>
  );
}

type Company = NonNullable<CompanyPageQuery['company']>;

/** What the company spent in the newest quarter that it is known of, beside the year before and its revenue. */
function findingWords({ name, quarters }: Company): string {
  const newest = quarters.nodes.findLast(({ capex }) => capex.amount !== null);
  if (!newest) return `No capital expenditures of ${name} are known`;
  const { capex, capexToRevenue, calendarQuarter } = newest;
  const growth = capex.growth.value;
  const more =
    growth === null
      ? []
      : [`${formatPercent(Math.abs(growth))} ${growth < 0 ? 'less' : 'more'} than a year before`];
  const part =
    capexToRevenue.value === null ? [] : [`${formatPercent(capexToRevenue)} of its revenue`];
  return [`${name} spent ${formatMoney(capex)} in ${calendarQuarter}`, ...more, ...part].join(', ');
}

/** Years without those at both ends of which no figure is known. */
function knownYears(years: Company['years']): Company['years'] {
  const isKnown = ({ revenue, capex, freeCashFlow }: Company['years'][number]) =>
    [revenue, capex, freeCashFlow].some(({ amount }) => amount !== null);
  return years.slice(Math.max(0, years.findIndex(isKnown)), years.findLastIndex(isKnown) + 1);
}

interface Props {
  readonly slug: string;
  readonly company: Company;
  readonly linkTo: (changes: Partial<View>) => string;
}

function Years({ slug, company, linkTo }: Props) {
  return (
    <FigureColumns
      caption="Fiscal years"
      lead={['Year']}
      tail={[{ words: 'Ends' }]}
      columns={['capex', 'capexToRevenue', 'revenue', 'freeCashFlow']}
      rows={knownYears(company.years)
        .toReversed()
        .map((year) => ({
          key: year.label,
          said: `${company.name}, ${year.label}`,
          lead: [year.label],
          tail: [year.lastQuarter?.periodEnd ?? '–'],
          figures: year,
          linkTo: toWorking({ slug, company, linkTo }, year.label, { by: 'FISCAL_YEAR' }),
        }))}
    />
  );
}

function Quarters({ slug, company, linkTo }: Props) {
  return (
    <FigureColumns
      caption="Quarters"
      lead={['Quarter']}
      tail={[{ words: 'Ends' }, { words: 'Published' }]}
      columns={[
        'capex',
        'capexGrowth',
        'capexToRevenue',
        'revenue',
        'cloudRevenue',
        'operatingCashFlow',
        'freeCashFlow',
      ]}
      rows={company.quarters.nodes.toReversed().map((quarter) => ({
        key: quarter.calendarQuarter,
        said: `${company.name}, ${quarter.calendarQuarter}`,
        lead: [
          <>
            {quarter.calendarQuarter} <small>{quarter.fiscalLabel}</small>
          </>,
        ],
        tail: [quarter.periodEnd, quarter.publishedOn ?? '–'],
        figures: quarter,
        linkTo: toWorking({ slug, company, linkTo }, quarter.calendarQuarter),
      }))}
    />
  );
}

/** Opens the working of a figure of the company over its page. */
const toWorking =
  ({ slug, company, linkTo }: Props, period: string, kind: Partial<View> = {}) =>
  (changes: Partial<View>) =>
    linkTo({
      ...PLAIN,
      currency: company.reportingCurrency,
      point: `@${slug}.${period}`,
      ...kind,
      ...changes,
    });
