import { useMemo } from 'preact/hooks';
import { Chart } from '../charts/chart.tsx';
import { chartData, hasFigures, withoutEnds } from '../charts/model.ts';
import { SeriesDocument } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import { type Catalogue, subjectOf } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { kept, START, type View } from '../state/view.ts';
import { subtitleOf } from '../state/words.ts';
import { Notes, notesUnder } from './notes.tsx';
import { useBreaks } from './use-breaks.ts';

/** What a company spent by quarter, in the currency that it reports in; each number is a link to its working. */
export function CompanyChart({
  catalogue,
  slug,
  currency,
  title,
}: {
  catalogue: Catalogue;
  slug: string;
  currency: View['currency'];
  title: string;
}) {
  const { view, linkTo } = useNavigation();
  const asked: View = { ...START, ...kept(view), of: [`@${slug}`], currency };
  const subjects = [subjectOf(`@${slug}`, catalogue)!];
  const { latest } = useAnswer(SeriesDocument, seriesVariables(asked, subjects));
  const { breaks, definitions } = useBreaks(asked, subjects, []);
  const { item, over, show, by, basis, from, to } = START;
  const plain = { item, over, show, by, basis, from, to, currency };
  const chart = useMemo(
    () =>
      latest &&
      withoutEnds(
        chartData(latest, asked, subjects, catalogue, (changes) =>
          linkTo({ ...plain, ...changes }),
        ),
        true,
      ),
    [latest, view],
  );
  if (!chart) return <div class="chart empty" />;
  if (!hasFigures(chart)) return null;
  return (
    <section aria-labelledby="finding">
      <h2 id="finding">{title}</h2>
      <p class="subtitle">{subtitleOf(asked)}</p>
      <Chart
        data={chart}
        title={title}
        isStacked
        isOneScale={false}
        breaks={breaks}
        shaded={{ places: new Set(), why: '' }}
      />
      <Notes notes={[...notesUnder({ chart, view: asked }, true, breaks), ...definitions]} />
    </section>
  );
}
