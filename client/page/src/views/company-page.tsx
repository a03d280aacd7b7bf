import { CompanyPageDocument, type CompanyPageQuery } from '../generated/documents.ts';
import type { Catalogue } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { START, type View } from '../state/view.ts';
import { Coverage, Guidance } from './company-background.tsx';
import { Fault } from './fault.tsx';
import { FiguresTable, FractionCell, MoneyCell } from './figures-table.tsx';
import { Working } from './working.tsx';

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

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
            {MONTHS.format(new Date(Date.UTC(2000, company.fiscalYearEndMonth - 1)))}; in{' '}
            {company.groups.map(({ name }) => name).join(', ') || 'no group'}.{' '}
            <a href={linkTo({ ...START, of: [`@${slug}`] })}>As a chart</a>
          </p>
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

interface Props {
  readonly slug: string;
  readonly company: Company;
  readonly linkTo: (changes: Partial<View>) => string;
}

function Years({ slug, company: { name, years, reportingCurrency }, linkTo }: Props) {
  const rows = years.toReversed().map(({ label, revenue, capex, freeCashFlow, ratio }) => {
    const to = (changes: Partial<View>) =>
      linkTo({
        ...START,
        page: 'company',
        company: slug,
        by: 'FISCAL_YEAR',
        currency: reportingCurrency,
        point: `@${slug}.${label}`,
        ...changes,
      });
    const said = `${name}, ${label}`;
    return {
      key: label,
      cells: [
        label,
        <MoneyCell
          key="revenue"
          amount={revenue}
          href={to({ item: 'REVENUE' })}
          label={`${said}, revenue`}
        />,
        <MoneyCell key="capex" amount={capex} href={to({})} label={`${said}, capex`} />,
        <FractionCell
          key="ratio"
          measure={ratio}
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
  });
  return (
    <FiguresTable
      caption="Fiscal years"
      header={['Year', 'Revenue', 'Capex', 'Over revenue', 'Free cash flow']}
      rows={rows}
    />
  );
}

function Quarters({ slug, company: { name, quarters, reportingCurrency }, linkTo }: Props) {
  const rows = quarters.nodes.toReversed().map((quarter) => {
    const {
      calendarQuarter,
      fiscalLabel,
      publishedOn,
      revenue,
      cloudRevenue,
      capex,
      capexToRevenue,
      operatingCashFlow,
      freeCashFlow,
    } = quarter;
    const to = (changes: Partial<View>) =>
      linkTo({
        ...START,
        page: 'company',
        company: slug,
        currency: reportingCurrency,
        point: `@${slug}.${calendarQuarter}`,
        ...changes,
      });
    const said = `${name}, ${calendarQuarter}`;
    return {
      key: calendarQuarter,
      cells: [
        `${calendarQuarter} (${fiscalLabel})`,
        publishedOn ?? '–',
        <MoneyCell
          key="revenue"
          amount={revenue}
          href={to({ item: 'REVENUE' })}
          label={`${said}, revenue`}
        />,
        <MoneyCell
          key="cloud"
          amount={cloudRevenue}
          href={to({ item: 'CLOUD_REVENUE' })}
          label={`${said}, cloud revenue`}
        />,
        <MoneyCell key="capex" amount={capex} href={to({})} label={`${said}, capex`} />,
        <FractionCell
          key="growth"
          isGrowth
          measure={capex.growth}
          href={to({ show: 'GROWTH_YEAR' })}
          label={`${said}, growth of capex over the year`}
        />,
        <FractionCell
          key="ratio"
          measure={capexToRevenue}
          href={to({ over: 'REVENUE' })}
          label={`${said}, capex over revenue`}
        />,
        <MoneyCell
          key="operating"
          amount={operatingCashFlow}
          href={to({ item: 'OPERATING_CASH_FLOW' })}
          label={`${said}, operating cash flow`}
        />,
        <MoneyCell
          key="free"
          amount={freeCashFlow}
          href={to({ item: 'FREE_CASH_FLOW' })}
          label={`${said}, free cash flow`}
        />,
      ],
    };
  });
  return (
    <FiguresTable
      caption="Quarters"
      header={[
        'Quarter',
        'Published',
        'Revenue',
        'Cloud revenue',
        'Capex',
        'Over the year',
        'Over revenue',
        'Operating cash flow',
        'Free cash flow',
      ]}
      rows={rows}
    />
  );
}
