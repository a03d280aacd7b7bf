import type { ComponentChildren } from 'preact';
import { CatalogueDocument } from './generated/documents.ts';
import type { Catalogue } from './queries/subject.ts';
import { useAnswer } from './queries/use-answer.ts';
import { Later } from './state/later.tsx';
import { NavigationProvider, useWindowNavigation } from './state/navigation.ts';
import { kept, START, type View } from './state/view.ts';
import { ChartsPage } from './views/charts-page.tsx';
import { ClaimsPage } from './views/claims-page.tsx';
import { CompanyPage } from './views/company-page.tsx';
import { Fault } from './views/fault.tsx';
import { Headline } from './views/headline.tsx';
import { NewsPage } from './views/news-page.tsx';
import { MENU } from './views/pages.ts';
import { ScreenPage } from './views/screen-page.tsx';

const PAGES: Record<View['page'], (props: { catalogue: Catalogue }) => ComponentChildren> = {
  charts: ChartsPage,
  claims: ClaimsPage,
  company: CompanyPage,
  screen: ScreenPage,
  news: NewsPage,
};

function Page({ page, catalogue }: { page: View['page']; catalogue: Catalogue }) {
  const Shown = PAGES[page];
  return <Shown catalogue={catalogue} />;
}

/** The whole page. */
export function App() {
  const navigation = useWindowNavigation();
  const { view, complaints } = navigation;
  const { latest: catalogue, fault, isAway } = useAnswer(CatalogueDocument, {});
  return (
    <NavigationProvider value={navigation}>
      {!view.embed && (
        <header class="top">
          <a class="skip" href="#main">
            To the figures
          </a>
          <a class="name" href="/">
            Capexgraph
          </a>
          <nav aria-label="Pages">
            {MENU.map(({ page, name, href }) => (
              <a
                key={name}
                href={page ? navigation.linkTo({ ...START, ...kept(view), page }) : href}
                aria-current={page === view.page ? 'page' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
        </header>
      )}
      <main id="main" tabindex={-1} class={view.embed ? 'embed' : ''}>
        {complaints.length > 0 && (
          <div class="fault" role="alert">
            {complaints.join(' ')} The rest is shown.
          </div>
        )}
        {view.version && catalogue && (
          <p class="pinned">
            Pinned to version {view.version.slice(0, 12)} of the dataset.{' '}
            <a href={navigation.linkTo({ version: '' })}>Show the newest</a>
          </p>
        )}
        {fault && !catalogue && <Fault text={fault} isAway={isAway} />}
        {view.page === 'charts' && !view.embed && (catalogue || !fault) && <Headline />}
        {catalogue && (
          <Later>
            <Page catalogue={catalogue} page={view.page} />
          </Later>
        )}
      </main>
      <footer>
        {catalogue && (
          <Later>
            <Colophon dataset={catalogue.dataset} />
          </Later>
        )}
      </footer>
    </NavigationProvider>
  );
}

/** What all of it is from, in which version. */
function Colophon({
  dataset: { facts, sources, from, to, version, importedAt },
}: Pick<Catalogue, 'dataset'>) {
  return (
    <p>
      {grouped(facts)} figures from {grouped(sources)} documents, {from} to {to}; version{' '}
      {version.slice(0, 12)} of {importedAt.slice(0, 10)}. Data: CC BY 4.0.
    </p>
  );
}

/** E.g. 1,297; the browser's own takes longer than the rest of the page's words together. */
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
