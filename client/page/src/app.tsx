import { CatalogueDocument } from './generated/documents.ts';
import { useAnswer } from './queries/use-answer.ts';
import { NavigationProvider, useWindowNavigation } from './state/navigation.ts';
import { ChartsPage } from './views/charts-page.tsx';
import { ClaimsPage } from './views/claims-page.tsx';
import { CompanyPage } from './views/company-page.tsx';
import { Fault } from './views/fault.tsx';
import { Headline } from './views/headline.tsx';
import { MENU } from './views/pages.ts';
import { ScreenPage } from './views/screen-page.tsx';

/** The whole page. */
export function App() {
  const navigation = useWindowNavigation();
  const { view, complaints } = navigation;
  const { latest: catalogue, fault, isAway } = useAnswer(CatalogueDocument, {});
  return (
    <NavigationProvider value={navigation}>
      {!view.embed && (
        <header class="top">
          <a class="name" href="/">
            Capexgraph
          </a>
          <nav aria-label="Pages">
            {MENU.map(({ page, name, href }) => (
              <a key={name} href={href} aria-current={page === view.page ? 'page' : undefined}>
                {name}
              </a>
            ))}
          </nav>
        </header>
      )}
      <main class={view.embed ? 'embed' : ''}>
        {complaints.length > 0 && (
          <div class="fault" role="alert">
            {complaints.join(' ')} The rest is shown.
          </div>
        )}
        {!view.embed && view.page === 'charts' && <Headline />}
        {fault && !catalogue && <Fault text={fault} isAway={isAway} />}
        {catalogue && view.page === 'charts' && <ChartsPage catalogue={catalogue} />}
        {view.page === 'claims' && <ClaimsPage />}
        {catalogue && view.page === 'company' && <CompanyPage catalogue={catalogue} />}
        {catalogue && view.page === 'screen' && <ScreenPage catalogue={catalogue} />}
      </main>
      <footer>
        {view.embed && (
          <p>
            <a href={navigation.linkTo({ embed: '' })} target="_blank" rel="noopener">
              Capexgraph: every number with its working
            </a>
          </p>
        )}
        {catalogue && (
          <p>
            {catalogue.dataset.facts.toLocaleString('en')} figures from{' '}
            {catalogue.dataset.sources.toLocaleString('en')} documents, {catalogue.dataset.from} to{' '}
            {catalogue.dataset.to}; version {catalogue.dataset.version.slice(0, 12)} of{' '}
            {catalogue.dataset.importedAt.slice(0, 10)}. Data: CC BY 4.0.
          </p>
        )}
      </footer>
    </NavigationProvider>
  );
}
