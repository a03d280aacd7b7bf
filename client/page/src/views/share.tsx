import { useState } from 'preact/hooks';
import type { ChartData } from '../charts/model.ts';
import { SeriesDocument } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import type { Catalogue, Subject } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import type { View } from '../state/view.ts';
import { subtitleOf } from '../state/words.ts';
import { codeOf, LANGUAGES } from './code.ts';
import { CopyButton } from './copy-button.tsx';
import { savePicture } from './picture.ts';

/** What is shown, to take away: as a file, a picture, code, a link, a frame. */
export function Share({
  shown: { chart, view: shownView, subjects, title },
  catalogue,
}: {
  shown: {
    readonly chart: ChartData;
    readonly view: View;
    readonly subjects: readonly Subject[];
    readonly title: string;
  };
  catalogue: Catalogue;
}) {
  const { view, linkTo } = useNavigation();
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('TypeScript');
  const today = new Date().toISOString().slice(0, 10);
  const live = location.origin + linkTo({ point: '' });
  const pinned = location.origin + linkTo({ point: '', asOf: view.asOf || today });
  const frame = `<iframe src="${location.origin + linkTo({ point: '', embed: 'yes' })}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="560" style="border:0"></iframe>`;
  const code = codeOf(language, {
    origin: location.origin,
    csv: chart.csv,
    document: String(SeriesDocument),
    variables: seriesVariables(shownView, subjects),
  });
  const caption = {
    title,
    subtitle: subtitleOf(shownView),
    source: `Source: companies’ filings; Capexgraph, version ${catalogue.dataset.version.slice(0, 12)}`,
  };
  return (
    <div class="share">
      <p class="buttons">
        <a class="button" href={chart.csv} download>
          CSV
        </a>
        <button
          type="button"
          disabled={view.tab !== 'chart'}
          onClick={() => savePicture('png', caption)}
        >
          PNG
        </button>
        <button
          type="button"
          disabled={view.tab !== 'chart'}
          onClick={() => savePicture('svg', caption)}
        >
          SVG
        </button>
        <CopyButton text={live}>Copy link</CopyButton>
        <CopyButton text={pinned}>Copy link, as known today</CopyButton>
        <CopyButton text={frame}>Copy frame for a page</CopyButton>
      </p>
      <details>
        <summary>The same in code</summary>
        <div class="buttons">
          {LANGUAGES.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === language}
              onClick={() => setLanguage(name)}
            >
              {name}
            </button>
          ))}
          <CopyButton text={code}>Copy</CopyButton>
        </div>
        <pre tabindex={0}>
          <code>{code}</code>
        </pre>
      </details>
    </div>
  );
}
