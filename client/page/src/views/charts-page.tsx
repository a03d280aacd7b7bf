import { Chart } from '../charts/chart.tsx';
import { findingOf, outgrown } from '../charts/finding.ts';
import { type ChartData, chartData } from '../charts/model.ts';
import { SeriesDocument } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import { type Catalogue, type Subject, subjectOf } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { TABS, type View } from '../state/view.ts';
import { capital, subtitleOf } from '../state/words.ts';
import { AsOfSlider } from './as-of-slider.tsx';
import { Controls } from './controls.tsx';
import { DataTable } from './data-table.tsx';
import { Fault } from './fault.tsx';
import { Notes } from './notes.tsx';
import { Share } from './share.tsx';
import { Sources } from './sources.tsx';
import { STORIES } from './stories.ts';
import { useBreaks } from './use-breaks.ts';
import { Working } from './working.tsx';

const STACKED = ['CAPEX', 'REVENUE', 'CLOUD_REVENUE', 'DEPRECIATION'];

/** The charts, with what can be asked of them. */
export function ChartsPage({ catalogue }: { catalogue: Catalogue }) {
  const { view, linkTo, go } = useNavigation();
  const subjects = view.of.flatMap((key) => subjectOf(key, catalogue) ?? []);
  const unknown = view.of.filter((key) => !subjectOf(key, catalogue));
  const { data, fault, isAway, isLoading } = useAnswer(
    SeriesDocument,
    subjects.length ? seriesVariables(view, subjects) : null,
  );
  const isCurrent = data && data.series.series.length === subjects.length;
  const chart = isCurrent ? chartData(data, view, subjects, catalogue, linkTo) : undefined;
  const { breaksOf, days } = useBreaks(view, subjects);
  const title = chart ? findingOf(view, chart) : '';
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
      <section class="exhibit" aria-busy={isLoading} aria-labelledby="finding">
        <header>
          <h2 id="finding">{title || ' '}</h2>
          <p class="subtitle">{subtitleOf(view)}</p>
        </header>
        {unknown.length > 0 && (
          <p class="fault" role="alert">
            There is no {unknown.join(', ')}; the rest is shown.
          </p>
        )}
        {fault && <Fault text={fault} isAway={isAway} />}
        <div class="tabs" role="tablist" aria-label="Ways to see it">
          {TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-controls="panel"
              aria-selected={view.tab === tab}
              tabindex={view.tab === tab ? 0 : -1}
              onClick={() => go({ tab })}
              onKeyDown={(event) => {
                const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                if (!step) return;
                const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
                go({ tab: next });
                document.getElementById(`tab-${next}`)?.focus();
              }}
            >
              {capital(tab)}
            </button>
          ))}
        </div>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${view.tab}`}>
          {!chart ? (
            <div class="chart waiting" style={{ minHeight: 400 }} />
          ) : (
            <Panel
              chart={chart}
              view={view}
              subjects={subjects}
              title={title}
              breaksOf={breaksOf}
            />
          )}
        </div>
        <Notes
          chart={chart}
          view={view}
          isStacked={isStacked(view, subjects)}
          breaks={subjects.flatMap(({ key }) => breaksOf(key))}
        />
        {!view.embed && <AsOfSlider days={days} />}
        {!view.embed && <Controls catalogue={catalogue} />}
        {chart && !view.embed && (
          <Share chart={chart} title={title} subjects={subjects} catalogue={catalogue} />
        )}
      </section>
      {view.point && <Working catalogue={catalogue} />}
    </>
  );
}

function Panel({
  chart,
  view,
  subjects,
  title,
  breaksOf,
}: {
  chart: ChartData;
  view: View;
  subjects: readonly Subject[];
  title: string;
  breaksOf: ReturnType<typeof useBreaks>['breaksOf'];
}) {
  if (view.tab === 'table')
    return <DataTable chart={chart} caption={`${title}. ${subtitleOf(view)}`} />;
  if (view.tab === 'sources') return <Sources view={view} subjects={subjects} />;
  const isShaded = view.show.startsWith('GROWTH') && chart.lines.length === 2;
  return (
    <Chart
      data={chart}
      title={title}
      isStacked={isStacked(view, subjects)}
      isOneScale={view.scale === 'one'}
      breaksOf={breaksOf}
      shaded={isShaded ? outgrown(chart) : new Set()}
    />
  );
}

function isStacked({ show, over, by, item }: View, subjects: readonly Subject[]): boolean {
  return (
    show === 'AMOUNT' &&
    !over &&
    by !== 'TRAILING_TWELVE_MONTHS' &&
    STACKED.includes(item) &&
    subjects.length <= 4 &&
    subjects.some(({ isGroup }) => isGroup)
  );
}

const isAt = (view: View, { of, item, over, show, by }: Partial<View>) =>
  String(view.of) === String(of) &&
  view.item === item &&
  view.over === over &&
  view.show === show &&
  view.by === by;
