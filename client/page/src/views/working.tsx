import { formatMoney } from '@capexgraph/client/format';
import { useEffect, useRef } from 'preact/hooks';
import { boundsWords, printed, type Unit } from '../charts/print.ts';
import { WorkingDocument, type WorkingQuery } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import { type Catalogue, subjectOf } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { CONCEPT_WORDS } from '../state/concepts.ts';
import { useNavigation } from '../state/navigation.ts';
import { REASON_WORDS, windowWords } from '../state/words.ts';
import { Cite } from './cite.tsx';
import { Fault } from './fault.tsx';
import { Neighbours } from './neighbours.tsx';
import { type Amount, WorkingAmount } from './working-amount.tsx';

type Measure = WorkingQuery['series']['series'][number]['measures'][number];

/** How one number came about, down to the documents, over the page. */
export function Working({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo, go } = useNavigation();
  const [key = '', period = ''] = view.point.split('.');
  const subject = subjectOf(key, catalogue);
  const isQuarter = /^\d{4}Q[1-4]$/.test(period);
  const range = isQuarter ? { from: period, to: period } : {};
  const variables = subject ? seriesVariables({ ...view, ...range }, [subject]) : null;
  const { data, fault, isAway } = useAnswer(WorkingDocument, variables);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const current = dialog.current;
    current?.showModal();
    // A shared address was opened by no mark; the mark of its point is where it would have been.
    const link = `a[href*="point=${view.point}"]`;
    const mark = () => document.querySelector<SVGElement>(`#panel ${link}, .scrolls ${link}`);
    const hasOpener = opener?.isConnected && opener !== document.body;
    return () => (hasOpener ? opener : mark())?.focus();
  }, []);
  const close = () => go({ point: '' });
  const table = data?.series;
  const row = table?.periods.findIndex(({ label }) => label === period) ?? -1;
  const series = table?.series[0];
  const measure = row >= 0 ? series?.measures[row] : undefined;
  const unit: Unit = {
    kind: series?.unit ?? 'MONEY',
    currency: view.currency,
    isDifference: view.show.startsWith('GROWTH'),
    isChange: Boolean(view.over) && view.show !== 'AMOUNT',
  };
  const value = row >= 0 ? (series?.values[row] ?? null) : null;
  // Fiscal years of one name are of different times.
  const [, year] = (view.by === 'FISCAL_YEAR' && measure && amountsOf(measure).at(-1)) || [];
  const span = year ? ` (${year.yearFrom} to ${year.yearTo})` : '';
  const title = `${series?.label ?? subject?.name ?? key}, ${windowWords(period, view)}${span}`;
  return (
    <dialog
      ref={dialog}
      class="working"
      aria-labelledby="working-title"
      onClose={close}
      closedby="any"
    >
      <div>
        <button type="button" class="close" aria-label="Close" onClick={close}>
          ×
        </button>
        <h2 id="working-title">{title}</h2>
        {!subject && <Fault text={`There is no ${key}.`} isAway={false} />}
        {fault && <Fault text={fault} isAway={isAway} />}
        {table && !measure && <Fault text={`There is no ${period} here.`} isAway={false} />}
        {!table && subject && !fault && <p class="skeleton" />}
        {measure && (
          <>
            <p class="figure">{value === null ? 'No value' : printed(value, unit)}</p>
            {subject && <Neighbours subject={subject} period={period} />}
            <p class="explanation">{measure.explanation}</p>
            <Exactness measure={measure} value={value} unit={unit} />
            <Missing measure={measure} />
            {measure.__typename === 'Amount' && measure.parts.length > 0 && (
              <p>
                Adds up{' '}
                {measure.parts.map(({ company: { slug, name }, amount }, index) => (
                  <span key={slug}>
                    {index > 0 && ', '}
                    <a href={linkTo({ point: `@${slug}.${period}` })}>
                      {name} {formatMoney(amount, { missing: 'not known' })}
                    </a>
                  </span>
                ))}
                .
              </p>
            )}
            {amountsOf(measure).map(([name, amount]) => (
              <WorkingAmount key={name} name={name} amount={amount} />
            ))}
            <Cite
              words={`${title}: ${value === null ? 'no value' : printed(value, unit, unit.kind === 'MONEY' ? 3 : 1)}`}
              citation={catalogue.dataset.citation}
              variables={variables!}
            />
          </>
        )}
      </div>
    </dialog>
  );
}

function Exactness({
  measure,
  value,
  unit,
}: {
  measure: Measure;
  value: number | null;
  unit: Unit;
}) {
  const { bounds, quality } = measure;
  return (
    <p>
      {quality &&
        (quality === 'REPORTED' && !isPrint(measure) ? CALCULATED : QUALITY_WORDS[quality])}{' '}
      {bounds && value !== null && boundsWords(bounds, value, unit)}
    </p>
  );
}

/** Whether it stands in a document as it is: one figure, not converted. */
const isPrint = (measure: Measure) =>
  measure.__typename === 'Amount' &&
  measure.facts.length === 1 &&
  measure.exchangeRates.length === 0;

const CALCULATED = 'Calculated from reported figures.';

const QUALITY_WORDS = {
  REPORTED: 'As reported.',
  DERIVED: CALCULATED,
  ESTIMATED: 'Estimated, by somebody else than the company.',
};

function Missing({ measure: { missing } }: { measure: Measure }) {
  if (!missing.length) return null;
  return (
    <ul class="missing">
      {missing.map(({ company, calendarQuarter, concept, reason }) => (
        <li key={company.name + calendarQuarter + concept}>
          {company.name}, {CONCEPT_WORDS[concept] ?? concept}, {calendarQuarter}:{' '}
          {REASON_WORDS[reason]}
        </li>
      ))}
    </ul>
  );
}

/** The amounts that a measure is made from, under the names that they have in it. */
function amountsOf(measure: Measure): (readonly [string, Amount])[] {
  switch (measure.__typename) {
    case 'Amount':
      return [['', measure]];
    case 'Growth':
    case 'IndexNumber':
      return [
        ['From', measure.from],
        ['To', measure.to],
      ];
    case 'Ratio':
      return [
        ['Numerator', measure.numerator],
        ['Denominator', measure.denominator],
      ];
    case 'RatioChange':
      return [
        ['From: numerator', measure.fromRatio.numerator],
        ['From: denominator', measure.fromRatio.denominator],
        ['To: numerator', measure.toRatio.numerator],
        ['To: denominator', measure.toRatio.denominator],
      ];
    default:
      return [];
  }
}
