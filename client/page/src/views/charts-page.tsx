import { useMemo, useRef } from 'preact/hooks';
import { findingOf } from '../charts/finding.ts';
import { chartData, withoutEnds } from '../charts/model.ts';
import { SeriesDocument } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import { type Catalogue, subjectOf } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { useTitle } from '../state/use-title.ts';
import { START, type View } from '../state/view.ts';
import { Exhibit, isStacked, type Shown } from './exhibit.tsx';
import { Fault } from './fault.tsx';
import { STORIES } from './stories.ts';
import { Working } from './working.tsx';

/** The charts, with what can be asked of them. */
export function ChartsPage({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo } = useNavigation();
  const unknown = view.of.filter((key) => !subjectOf(key, catalogue));
  const known = unknown.length < view.of.length ? view.of : START.of;
  const subjects = known.flatMap((key) => subjectOf(key, catalogue) ?? []);
  const variables = subjects.length
    ? { ...seriesVariables(view, subjects), ...(view.by === 'FISCAL_YEAR' && { isFiscal: true }) }
    : null;
  const { data, fault, isAway } = useAnswer(SeriesDocument, variables);
  // Until there is an answer, what was shown before stays, under its own title.
  const shown = useRef<Shown | undefined>(undefined);
  useMemo(() => {
    if (!data) return;
    const chart = chartData(data, view, subjects, catalogue, linkTo);
    const drawn = withoutEnds(chart, isStacked({ view, subjects }));
    shown.current = { chart, drawn, view, subjects, title: findingOf(view, chart) };
  }, [data, view]);
  useTitle(shown.current?.title);
  return (
    <>
      {!view.embed && (
        <nav class="stories" aria-label="Questions">
          {STORIES.map(({ name, changes }) => (
            <a
              key={name}
              href={linkTo(changes)}
              aria-current={isAt(view, changes) ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {unknown.length > 0 && (
        <p class="fault" role="alert">
          There is no {unknown.join(', ')}; {known === view.of ? 'the rest is' : 'others are'}{' '}
          shown.
        </p>
      )}
      {fault && <Fault text={fault} isAway={isAway} />}
      <Exhibit catalogue={catalogue} shown={shown.current} isBusy={!data} />
      {view.point && <Working catalogue={catalogue} />}
    </>
  );
}

const isAt = (view: View, { item, over, show, by }: Partial<View>) =>
  view.item === item && view.over === over && view.show === show && view.by === by;
