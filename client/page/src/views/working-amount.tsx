import { formatMoney } from '@capexgraph/client/format';
import type { WorkingAmountFragment } from '../generated/documents.ts';
import { dayWords, REASON_WORDS } from '../state/words.ts';
import { SourceLink } from './source-link.tsx';

export type Amount = WorkingAmountFragment;

/** What an amount is made from: facts with their documents, definitions, rates, and what it was before. */
export function WorkingAmount({ name, amount }: { name: string; amount: Amount }) {
  const { explanation, excluded, definitions, exchangeRates, facts, vintages, currency } = amount;
  const Heading = name ? 'h4' : 'h3';
  return (
    <section>
      {name && (
        <>
          <h3>{name}</h3>
          <p class="explanation">{explanation}</p>
        </>
      )}
      {excluded.length > 0 && (
        <p>
          Left out:{' '}
          {excluded
            .map(({ company, reason }) => `${company.name} (${REASON_WORDS[reason]})`)
            .join(', ')}
          .
        </p>
      )}
      <Heading>
        {facts.length === 1
          ? 'The document that printed it'
          : `${facts.length} figures as documents printed them`}
      </Heading>
      <ul class="facts">
        {facts.map(
          ({
            id,
            quarter,
            amount,
            currency,
            periodStart,
            periodEnd,
            publishedOn,
            source,
            locator,
            note,
            quality,
          }) => (
            <li key={id}>
              <strong>
                {quarter.company.name}: {formatMoney({ amount, currency }, { digits: 3 })}
              </strong>
              {quality === 'ESTIMATED' && ' (estimated)'}, {periodStart} to {periodEnd}
              <br />
              <SourceLink source={source} />, {source.publisher}, published on{' '}
              {dayWords(publishedOn)}
              {locator && <>, {locator}</>}
              {note && <em> {note}</em>}
            </li>
          ),
        )}
      </ul>
      {exchangeRates.length > 0 && (
        <>
          <Heading>Exchange rates</Heading>
          <ul>
            {exchangeRates.map(({ calendarQuarter, base, quote, average, source }) => (
              <li key={calendarQuarter + base + quote}>
                {calendarQuarter}: 1 {base} = {average} {quote} on average,{' '}
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Heading>Definition</Heading>
      <dl>
        {definitions.map(({ slug, description }) => (
          <div key={slug}>
            <dt>{slug}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      {vintages.length > 1 && (
        <>
          <Heading>What it was before</Heading>
          <ul>
            {vintages.map(({ validFrom, validTo, amount: { amount } }) => (
              <li key={validFrom}>
                {dayWords(validFrom)} {validTo ? `to ${dayWords(validTo)}` : 'until today'}:{' '}
                {formatMoney({ amount, currency }, { digits: 3, missing: 'no value' })}
              </li>
            ))}
          </ul>
        </>
      )}
      {vintages.length === 1 && (
        <p>Known since {dayWords(vintages[0]!.validFrom)}, and never restated.</p>
      )}
    </section>
  );
}
