import { PublishedClaimsDocument, type PublishedClaimsQuery } from '../generated/documents.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { useTitle } from '../state/use-title.ts';
import { VERDICTS, type Verdict } from '../state/view.ts';
import { dayWords } from '../state/words.ts';
import { Fault } from './fault.tsx';
import { FiguresTable } from './figures-table.tsx';
import { SourceLink } from './source-link.tsx';

type Claim = PublishedClaimsQuery['claims'][number];
type Reading = Claim['readings'][number];

const VERDICT_WORDS: Record<Verdict, string> = {
  REPRODUCED: 'Holds',
  APPROXIMATE: 'About right',
  CONTRADICTED: 'Does not hold',
  NOT_CHECKABLE: 'Cannot be checked',
};

/** Published statements beside what the filings say. */
export function ClaimsPage() {
  const { data, fault, isAway } = useAnswer(PublishedClaimsDocument, {});
  const { view, linkTo, go } = useNavigation();
  useTitle('Claims');
  if (!data) return fault ? <Fault text={fault} isAway={isAway} /> : <p class="skeleton" />;
  const count = (verdict: Verdict) =>
    data.claims.filter((claim) => claim.verdict === verdict).length;
  const shown = data.claims.filter(
    ({ slug, verdict, statement, finding, source }) =>
      (!view.verdict || verdict === view.verdict) &&
      (!view.claim || slug === view.claim) &&
      hasWords(`${statement} ${finding} ${source.title} ${source.publisher}`, view.find),
  );
  const filter = (name: string, verdict: Verdict | '') => (
    <a
      key={name}
      href={linkTo({ verdict, claim: '' })}
      aria-current={!view.claim && view.verdict === verdict ? 'true' : undefined}
    >
      {name}
    </a>
  );
  return (
    <section class="claims">
      <h1>
        Of {data.claims.length} published claims, {count('REPRODUCED')} hold when they are worked
        out again from the filings
      </h1>
      <p class="subtitle">
        {count('APPROXIMATE')} are about right, {count('CONTRADICTED')} do not hold,{' '}
        {count('NOT_CHECKABLE')} cannot be checked.
      </p>
      <nav class="stories" aria-label="Verdicts">
        {filter(`All ${data.claims.length}`, '')}
        {VERDICTS.map((verdict) => filter(`${VERDICT_WORDS[verdict]} ${count(verdict)}`, verdict))}
      </nav>
      <p class="fields">
        <label>
          Find claims about
          <input
            type="search"
            value={view.find}
            onInput={({ currentTarget }) => go({ find: currentTarget.value, claim: '' }, 'replace')}
          />
        </label>
      </p>
      {!shown.length && (
        <p role="status">No claim here is {view.claim ? view.claim : 'about that'}.</p>
      )}
      {shown.map((claim) => (
        <ClaimCard key={claim.slug} claim={claim} />
      ))}
    </section>
  );
}

/** Whether a text has all words in it, however they are spelt. */
function hasWords(text: string, words: string): boolean {
  const all = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function ClaimCard({ claim }: { claim: Claim }) {
  const { slug, statement, saidOn, published, publishedTo, unit, verdict, finding, source } = claim;
  const { linkTo } = useNavigation();
  const range = publishedTo === null ? '' : ` to ${figureOf(publishedTo, unit)}`;
  return (
    <article id={slug} class={`claim ${verdict.toLowerCase()}`}>
      <p class="verdict">{VERDICT_WORDS[verdict]}</p>
      <h2>
        <a href={linkTo({ claim: slug })}>{statement}</a>
      </h2>
      <p class="said">
        <SourceLink source={source} />, {source.publisher}, {dayWords(saidOn)}
        {published !== null && `. Published: ${figureOf(published, unit)}${range}`}
      </p>
      <p>{finding}</p>
      <FiguresTable
        caption={`Readings of “${statement}”`}
        header={[
          'Reading',
          'As known then',
          { words: 'Verdict' },
          'As known today',
          { words: 'Working' },
        ]}
        rows={claim.readings.map((reading) => ({ key: reading.basis, cells: cellsOf(reading) }))}
      />
    </article>
  );
}

function cellsOf({
  basis,
  isStated,
  computed,
  computedToday,
  unit,
  verdict,
  substitute,
  query,
}: Reading) {
  return [
    <>
      {basis}
      {isStated && <em> (as the source states)</em>}
      {substitute && <em> ({substitute})</em>}
    </>,
    figureOf(computed, unit),
    VERDICT_WORDS[verdict],
    figureOf(computedToday, unit),
    <a key="working" href={`/graphql?${new URLSearchParams({ query })}`}>
      in GraphiQL
    </a>,
  ];
}

/** E.g. USD 91.4 bn, 57.1 %. */
function figureOf(value: number | null, unit: string): string {
  if (value === null) return '–';
  const number = value.toLocaleString('en', { maximumFractionDigits: 2 });
  const [, currency, scale] = /^([A-Z]{3}) (.*)$/.exec(unit) ?? [];
  return currency ? `${currency} ${number} ${scale}` : `${number} ${unit}`;
}
