import { PublishedClaimsDocument, type PublishedClaimsQuery } from '../generated/documents.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { dayWords } from '../state/words.ts';
import { Fault } from './fault.tsx';

type Claim = PublishedClaimsQuery['claims'][number];

const VERDICTS: Record<Claim['verdict'], string> = {
  REPRODUCED: 'Holds',
  APPROXIMATE: 'About right',
  CONTRADICTED: 'Does not hold',
  NOT_CHECKABLE: 'Cannot be checked',
};

/** Published statements beside what the filings say. */
export function ClaimsPage() {
  const { data, fault, isAway } = useAnswer(PublishedClaimsDocument, {});
  if (!data) return fault ? <Fault text={fault} isAway={isAway} /> : <p class="skeleton" />;
  const counts = Object.entries(VERDICTS).map(([verdict, words]) => {
    const { length } = data.claims.filter((claim) => claim.verdict === verdict);
    return `${words.toLowerCase()}: ${length}`;
  });
  return (
    <section class="claims">
      <h1>Of {data.claims.length} published claims, worked out again from the filings</h1>
      <p class="subtitle">{counts.join(', ')}</p>
      {data.claims.map((claim) => (
        <ClaimCard key={claim.slug} claim={claim} />
      ))}
    </section>
  );
}

function ClaimCard({ claim }: { claim: Claim }) {
  const { slug, statement, published, computed, computedToday, unit, verdict, finding, source } =
    claim;
  const question = new URLSearchParams({ query: claim.query });
  const figure = (value: number | null) =>
    value === null ? '–' : `${Number(value.toFixed(2)).toLocaleString('en')} ${unit}`;
  return (
    <article id={slug} class={`claim ${verdict.toLowerCase()}`}>
      <p class="verdict">{VERDICTS[verdict]}</p>
      <h2>{statement}</h2>
      <p>{finding}</p>
      <dl class="figures">
        <div>
          <dt>Published</dt>
          <dd>{figure(published)}</dd>
        </div>
        <div>
          <dt>From the filings, as known then</dt>
          <dd>{figure(computed)}</dd>
        </div>
        <div>
          <dt>As known today</dt>
          <dd>{figure(computedToday)}</dd>
        </div>
      </dl>
      <p class="buttons">
        <a class="button" href={`/graphql?${question}`}>
          The working, in GraphiQL
        </a>
        <span>
          {source.url ? (
            <a href={source.url} rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          , {source.publisher}
          {source.publishedOn && `, ${dayWords(source.publishedOn)}`}
        </span>
      </p>
    </article>
  );
}
