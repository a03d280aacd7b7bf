import { useState } from 'preact/hooks';
import { type ChartData, hasFigures } from '../charts/model.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import type { Catalogue, Subject } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import type { View } from '../state/view.ts';
import { dayWords } from '../state/words.ts';
import { codeOf, LANGUAGES } from './code.ts';
import { CopyButton } from './copy-button.tsx';
import { Fold } from './fold.tsx';
import { savePicture } from './picture.ts';

/** What is shown, to take away: as a file, a picture, code, a link, a frame. */
export function Share({
  shown: { chart, view: shownView, subjects, title },
  caption: subtitle,
  notes,
  catalogue,
}: {
  shown: {
    readonly chart: ChartData;
    readonly view: View;
    readonly subjects: readonly Subject[];
    readonly title: string;
  };
  /** What stands under the title, and under the chart. */
  caption: string;
  notes: readonly string[];
  catalogue: Catalogue;
}) {
  const { view, linkTo } = useNavigation();
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>('TypeScript');
  const today = new Date().toISOString().slice(0, 10);
  const { version } = catalogue.dataset;
  const at = (changes: Partial<View>) => location.origin + linkTo({ point: '', ...changes });
  const links = [
    ['Live', 'Shows what is known when it is opened.', {}],
    [
      view.asOf ? `As known on ${view.asOf}` : 'As known today',
      'Shows what was published by then, whatever is published later.',
      { asOf: view.asOf || today },
    ],
    [
      'This version',
      'Shows exactly these figures, as long as the server has this version of the dataset.',
      { version },
    ],
  ] as const;
  const frameOf = (changes: Partial<View>) =>
    `<iframe src="${at({ embed: 'yes', ...changes })}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="620" style="border:0"></iframe>`;
  const csv = view.version ? `${chart.csv}&version=${view.version}` : chart.csv;
  const code = codeOf(language, {
    origin: location.origin,
    csv,
    version: view.version,
    variables: seriesVariables(shownView, subjects),
  });
  const caption = {
    title,
    subtitle,
    notes: [
      ...notes,
      `Source: the companies’ filings and releases. Capexgraph, as known on ${dayWords(view.asOf || today)}, version ${version.slice(0, 12)}, CC BY 4.0.`,
      at({ asOf: view.asOf || today }),
    ],
  };
  return (
    <div class="share">
      <p class="buttons">
        <span>Download</span>
        <a class="button" href={csv} download>
          CSV
        </a>
        {(['png', 'svg'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={view.tab !== 'chart' || !hasFigures(chart)}
            title={view.tab === 'chart' ? undefined : 'A picture is taken of the chart'}
            onClick={() => savePicture(kind, caption)}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </p>
      <p class="buttons">
        <span>Copy link</span>
        {links.map(([name, title, changes]) => (
          <CopyButton key={name} title={title} text={at(changes)}>
            {name}
          </CopyButton>
        ))}
      </p>
      <p class="buttons">
        <span>Copy embed</span>
        {links.map(([name, title, changes]) => (
          <CopyButton key={name} title={title} text={frameOf(changes)}>
            {name}
          </CopyButton>
        ))}
      </p>
      <Fold summary="The same in code">
        {() => (
          <>
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
          </>
        )}
      </Fold>
    </div>
  );
}
