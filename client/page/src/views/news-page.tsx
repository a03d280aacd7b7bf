import { formatMoney } from '@capexgraph/client/format';
import { NewsDocument } from '../generated/documents.ts';
import { type Announcement, announcementsOf, isChanged, type Printed } from '../queries/news.ts';
import type { Catalogue } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { CONCEPT_WORDS, changesOf } from '../state/concepts.ts';
import { useNavigation } from '../state/navigation.ts';
import { useTitle } from '../state/use-title.ts';
import { PLAIN } from '../state/view.ts';
import { dayWords } from '../state/words.ts';
import { AsOf } from './as-of.tsx';
import { Fault } from './fault.tsx';
import { Paging } from './paging.tsx';
import { SourceLink } from './source-link.tsx';
import { Working } from './working.tsx';

/** What was published last, and what of it changed figures that had been printed before. */
export function NewsPage({ catalogue }: { catalogue: Catalogue }) {
  const { view } = useNavigation();
  useTitle('What is new');
  const { data, fault, isAway } = useAnswer(NewsDocument, {
    asOf: view.asOf || null,
    after: view.after || null,
  });
  if (!data) return fault ? <Fault text={fault} isAway={isAway} /> : <p class="skeleton" />;
  const announcements = announcementsOf(data);
  const [newest] = announcements;
  const { nodes: quarters, pageInfo } = data.quarters;
  const changed = announcements.flatMap((announcement) =>
    announcement.figures.filter(isChanged).map((printed) => ({ announcement, printed })),
  );
  return (
    <section class="news">
      <h1>
        {view.after
          ? `What was published of ${quarters.at(-1)?.calendarQuarter} to ${quarters[0]?.calendarQuarter}`
          : newest
            ? `The newest figures are ${newest.company.name}’s of ${newest.quarter}, published on ${dayWords(newest.day)}`
            : 'Nothing was published yet'}
      </h1>
      <p class="subtitle">
        Each import into this dataset is in the <a href="/changes.atom">feed</a>; every number opens
        its working.
      </p>
      <AsOf />
      <h2>Printed again, and not as before</h2>
      {changed.length ? (
        <ul class="printed-again">
          {changed.map(({ announcement, printed }) => (
            <li key={printed.fact.id}>
              <Change announcement={announcement} printed={printed} />
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing in the newest quarters.</p>
      )}
      <h2>Published</h2>
      {announcements.map((announcement) => (
        <Published key={announcement.key} announcement={announcement} />
      ))}
      <Paging page={pageInfo} more="Older quarters" first="The newest" />
      {view.point && <Working catalogue={catalogue} />}
    </section>
  );
}

/** E.g. 20 August 2026: Alibaba Group, cloud revenue of 2025Q2: CN¥33.42B as …, before CN¥33.40B as …. */
function Change({
  announcement: { company, day },
  printed: { quarter, fact, before },
}: {
  announcement: Announcement;
  printed: Printed;
}) {
  if (!before) return null;
  const isRedefined = before.definition.slug !== fact.definition.slug;
  const text = (each: Printed['fact']) => formatMoney(each, { digits: 3 });
  return (
    <>
      {dayWords(day)}: {company.name}, {CONCEPT_WORDS[fact.concept]} of {quarter}, from{' '}
      {text(before)} to <Figure company={company} quarter={quarter} fact={fact} digits={3} />
      {isRedefined ? (
        <>
          , in another definition:{' '}
          <span title={fact.definition.description}>{fact.definition.slug}</span>, no longer{' '}
          <span title={before.definition.description}>{before.definition.slug}</span>
        </>
      ) : (
        ', restated'
      )}{' '}
      (
      <SourceLink source={fact.source} />)
    </>
  );
}

function Published({ announcement }: { announcement: Announcement }) {
  const { day, company, quarter, sources, figures } = announcement;
  const own = figures.filter((printed) => printed.quarter === quarter);
  const isTwice = ({ concept }: Printed['fact']) =>
    own.filter(({ fact }) => fact.concept === concept).length > 1;
  return (
    <article class="announcement">
      <h3>
        {company.name}, {quarter}
      </h3>
      <p class="said">
        {dayWords(day)}:{' '}
        {sources.map((source, index) => (
          <span key={source.id}>
            {index > 0 && '; '}
            <SourceLink source={source} />
          </span>
        ))}
      </p>
      <ul class="figures">
        {own.map(({ fact }) => (
          <li key={fact.id}>
            {CONCEPT_WORDS[fact.concept]}
            {isTwice(fact) && ` (${fact.definition.slug})`}{' '}
            <Figure company={company} quarter={quarter} fact={fact} digits={1} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** An amount as a link to the working of its quarter. */
function Figure({
  company,
  quarter,
  fact,
  digits,
}: {
  company: Announcement['company'];
  quarter: string;
  fact: Printed['fact'];
  digits: number;
}) {
  const { linkTo } = useNavigation();
  const href = linkTo({
    ...PLAIN,
    currency: fact.currency as 'USD',
    point: `@${company.slug}.${quarter}`,
    ...changesOf(fact.concept),
  });
  const text = formatMoney(fact, { digits });
  const said = `${company.name}, ${quarter}, ${CONCEPT_WORDS[fact.concept]}: ${text}`;
  return (
    <a href={href} aria-label={said}>
      {text}
    </a>
  );
}
