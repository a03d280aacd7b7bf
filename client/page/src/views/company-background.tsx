import { formatMoney } from '@capexgraph/client/format';
import type { CompanyPageQuery } from '../generated/documents.ts';
import { CONCEPT_WORDS } from '../state/concepts.ts';
import { runsWords } from '../state/quarters.ts';
import { capital, dayWords, REASON_WORDS } from '../state/words.ts';
import { FiguresTable } from './figures-table.tsx';

type Company = NonNullable<CompanyPageQuery['company']>;

/** What a company said that it would spend, beside what it spent. */
export function Guidance({ guidance }: { guidance: Company['guidance'] }) {
  if (!guidance.length) return null;
  const rows = guidance.map((said) => {
    const {
      id,
      saidOn,
      periodStart,
      periodEnd,
      basis,
      low,
      high,
      currency,
      note,
      source,
      outcome,
    } = said;
    const range = [low, high]
      .filter((end, index, ends) => end !== null && ends.indexOf(end) === index)
      .map((amount) => formatMoney({ amount, currency }));
    const reason = REASON_WORDS[outcome?.missing[0]?.reason ?? ''] ?? '–';
    return {
      key: id,
      cells: [
        source.url ? (
          <a href={source.url} rel="noreferrer" title={source.title}>
            {dayWords(saidOn)}
          </a>
        ) : (
          dayWords(saidOn)
        ),
        periodStart && periodEnd ? `${periodStart} to ${periodEnd}` : 'no period stated',
        basis.replaceAll('-', ' ').replace(/\bai\b/, 'AI'),
        range.length ? (
          `${low === null ? 'up to ' : high === null ? 'at least ' : ''}${range.join(' to ')}`
        ) : (
          <span key="note" class="words">
            no figure{note && `: ${note}`}
          </span>
        ),
        <span key="outcome" title={outcome?.explanation}>
          {outcome ? formatMoney(outcome, { missing: reason }) : '–'}
        </span>,
      ],
    };
  });
  return (
    <FiguresTable
      caption="Guidance against outcome"
      header={['Said on', { words: 'For' }, { words: 'What it counts' }, 'Guidance', 'Outcome']}
      rows={rows}
    />
  );
}

/** Which figures there are of a company, and which lack. */
export function Coverage({ coverage }: { coverage: Company['coverage'] }) {
  const rows = coverage.map(({ concept, from, to, quarters, completeTo, gaps }) => ({
    key: concept,
    cells: [
      capital(CONCEPT_WORDS[concept] ?? concept),
      from && to ? `${from} to ${to}` : '–',
      quarters,
      completeTo ?? '–',
      <span key="gaps" class="words">
        {gapWords(gaps)}
      </span>,
    ],
  }));
  return (
    <FiguresTable
      caption="Coverage"
      header={[
        'Concept',
        { words: 'Quarters' },
        'How many',
        'Newest document',
        { words: 'Missing between' },
      ]}
      rows={rows}
    />
  );
}

/** E.g. 2021Q1 to 2021Q3 not in the dataset. */
function gapWords(gaps: Company['coverage'][number]['gaps']): string {
  const reasons = [...new Set(gaps.map(({ reason }) => reason))].map((reason) => {
    const at = gaps.filter((gap) => gap.reason === reason).map((gap) => gap.calendarQuarter);
    return `${runsWords(at)} ${REASON_WORDS[reason]}`;
  });
  return reasons.join('; ') || 'none';
}
