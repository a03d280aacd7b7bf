/**
 * A function of the browser's, from GraphiQL's settings to those with the question in the page's address: `query`, with its
 * `variables`, has a tab of its own before the others, and runs, since whoever follows an address wants its figures, and
 * nothing here writes. The address follows what is edited.
 */
export const WITH_ADDRESS = `(settings) => {
  const show = (changed) => {
    const url = new URL(location.href);
    for (const [name, text] of Object.entries(changed)) {
      if (text.trim()) url.searchParams.set(name, text); else url.searchParams.delete(name);
    }
    history.replaceState({}, '', url);
  };
  const indented = (json) => {
    try { return JSON.stringify(JSON.parse(json), null, 2); } catch { return json; }
  };
  const runWhenDrawn = (isInOneLine) => {
    const editors = ['.graphiql-query-editor', '.graphiql-editor-tool', '.result-window'];
    const waiting = setInterval(() => {
      if (!editors.every((editor) => document.querySelector(editor + ' .view-line'))) return;
      clearInterval(waiting);
      if (isInOneLine) document.querySelector('[aria-label^="Prettify"]').click();
      document.querySelector('.graphiql-execute-button').click();
    }, 50);
  };
  const followed = {
    ...settings,
    onEditQuery: (query) => show({ query }),
    onEditVariables: (variables) => show({ variables }),
  };
  const asked = new URL(location.href).searchParams;
  const query = asked.get('query')?.trim();
  if (!query) return followed;
  const variables = indented(asked.get('variables') ?? '');
  show({ query, variables });
  runWhenDrawn(!query.includes('\\n'));
  return { ...followed, variables, defaultTabs: [{ query, variables }, ...settings.defaultTabs] };
}`;
