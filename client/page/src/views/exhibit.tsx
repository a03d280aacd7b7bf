import type { BreakRule } from '../charts/breaks.tsx';
import { Chart } from '../charts/chart.tsx';
import { fasterWords, outgrown } from '../charts/finding.ts';
import { type ChartData, hasFigures } from '../charts/model.ts';
import type { Catalogue, Subject } from '../queries/subject.ts';
import { Later } from '../state/later.tsx';
import { useNavigation } from '../state/navigation.ts';
import { START, type View } from '../state/view.ts';
import { listWords, subtitleOf } from '../state/words.ts';
import { AsOf } from './as-of.tsx';
import { Controls } from './controls.tsx';
import { DataTable } from './data-table.tsx';
import { Notes, notesUnder } from './notes.tsx';
import { Share } from './share.tsx';
import { Sources } from './sources.tsx';
import { Tabs } from './tabs.tsx';
import { useBreaks } from './use-breaks.ts';

/** What is on view: figures, the question that they answer, and their finding. */
export interface Shown {
  readonly chart: ChartData;
  /** What of it is drawn. */
  readonly drawn: ChartData;
  readonly view: View;
  readonly subjects: readonly Subject[];
  readonly title: string;
}

const STACKED = ['CAPEX', 'REVENUE', 'CLOUD_REVENUE', 'DEPRECIATION'];

/** A chart with its title, its tabs, and everything that can be changed and taken away. */
export function Exhibit({
  catalogue,
  shown,
  isBusy,
}: {
  catalogue: Catalogue;
  shown: Shown | undefined;
  isBusy: boolean;
}) {
  const { view, linkTo } = useNavigation();
  const { breaks, definitions } = useBreaks(
    shown?.view ?? START,
    shown?.subjects ?? [],
    shown?.chart.lines.map(({ leftOut }) => leftOut) ?? [],
  );
  const notes = shown ? [...notesUnder(shown, isStacked(shown), breaks), ...definitions] : [];
  const Finding = view.embed ? 'h1' : 'h2';
  return (
    <section class="exhibit" aria-busy={isBusy} aria-labelledby="finding">
      <header>
        <Finding id="finding">{shown?.title ?? 'Figures are on their way'}</Finding>
        <p class="subtitle">{shown ? captionOf(shown) : subtitleOf(view)}</p>
        {view.embed && (
          <p class="credit">
            Source: the companies’ filings and releases;{' '}
            <a href={linkTo({ embed: '' })} target="_blank" rel="noopener">
              Capexgraph: every number with its working
            </a>
            . CC BY 4.0.
          </p>
        )}
      </header>
      <Tabs />
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${view.tab}`}>
        {shown ? <Panel shown={shown} breaks={breaks} /> : <div class="chart empty" />}
      </div>
      {shown && <Notes notes={notes} />}
      {!view.embed && (
        <>
          <Later>
            <AsOf slugs={[...new Set(shown?.subjects.flatMap(({ members }) => members))]} />
          </Later>
          <Later>
            <Controls catalogue={catalogue} />
          </Later>
          {shown && (
            <Later>
              <Share shown={shown} caption={captionOf(shown)} notes={notes} catalogue={catalogue} />
            </Later>
          )}
        </>
      )}
    </section>
  );
}

function Panel({ shown, breaks }: { shown: Shown; breaks: readonly BreakRule[] }) {
  const { tab } = useNavigation().view;
  const { chart, drawn, view, subjects, title } = shown;
  if (tab === 'table') return <DataTable chart={chart} caption={`${title}. ${captionOf(shown)}`} />;
  if (tab === 'sources') return <Sources view={view} subjects={subjects} />;
  if (!hasFigures(drawn)) return <p>There is no figure to draw; the notes below say why.</p>;
  const [slow, fast, ...others] = drawn.lines;
  const isRace = view.show.startsWith('GROWTH') && slow && fast && !others.length;
  return (
    <Chart
      data={drawn}
      title={title}
      isStacked={isStacked(shown)}
      isOneScale={view.scale === 'one'}
      breaks={breaks}
      shaded={
        isRace
          ? {
              places: outgrown(drawn),
              why: `${fast.name} ${fasterWords(drawn, outgrown(drawn))}`,
            }
          : { places: new Set(), why: '' }
      }
    />
  );
}

/** The measure, its unit, and whom the groups' figures leave out. */
function captionOf({ view, chart }: Pick<Shown, 'view' | 'chart'>): string {
  const without = [...new Set(chart.lines.flatMap(({ leftOut }) => leftOut))];
  return subtitleOf(view) + (without.length ? `, without ${listWords(without)}` : '');
}

/** Amounts of few groups are drawn as columns of their companies' parts. */
export function isStacked({
  view: { show, over, by, item },
  subjects,
}: Pick<Shown, 'view' | 'subjects'>): boolean {
  return (
    show === 'AMOUNT' &&
    !over &&
    by !== 'TRAILING_TWELVE_MONTHS' &&
    STACKED.includes(item) &&
    subjects.length <= 4 &&
    subjects.some(({ isGroup }) => isGroup)
  );
}
