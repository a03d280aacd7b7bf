import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../../server/test/browser.ts';
import { startServer } from '../../server/test/testkit.ts';
import { PACKED } from './build.ts';
import { inClient } from './installed.ts';
import { startSite } from './site.ts';

// Components of React that ask with urql, in a browser.

const PROGRAM = `
import { CompanyQuartersDocument, CompanyYearsDocument, toDocumentNode } from '@capexgraph/client';
import { createRoot } from 'react-dom/client';
import { cacheExchange, Client, fetchExchange, gql, Provider, useQuery } from 'urql';

const quarters = toDocumentNode(CompanyQuartersDocument, gql);
const years = toDocumentNode(CompanyYearsDocument, gql);
const company = { slug: 'alibaba' };

function Quarters() {
  const [{ data }] = useQuery({ query: quarters, variables: { company, from: '2025Q1', to: '2025Q2' } });
  return <p>{data?.company?.quarters.nodes.map(({ capex }) => capex.amount).join(' ')}</p>;
}

function Years() {
  const [{ data }] = useQuery({ query: years, variables: { company, last: 3 } });
  return <p>{data?.company?.years.map(({ label }) => label).join(' ')}</p>;
}

const client = new Client({
  url: new URLSearchParams(location.search).get('api'),
  exchanges: [cacheExchange, fetchExchange],
});
createRoot(document.body).render(
  <Provider value={client}>
    <Quarters />
    <Years />
    <Quarters />
  </Provider>,
);
`;

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';

test.skipIf(!chromiumPath)(
  `components of React that ask of one company with urql need a request each document${reason}`,
  async () => {
    const { outputFiles } = await build({
      stdin: { contents: PROGRAM, loader: 'tsx', resolveDir: inClient('test') },
      alias: { '@capexgraph/client': `${PACKED}/node_modules/@capexgraph/client` },
      bundle: true,
      write: false,
      jsx: 'automatic',
    });
    const html =
      '<!doctype html><link rel="icon" href="data:,"><body><script src="/page.js"></script>';
    const script = outputFiles[0]!.text;
    const [server, site, browser] = await Promise.all([
      startServer(),
      startSite((path) => (path === '/page.js' ? script : html)),
      launchChromium(),
    ]);
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => {
        if (request.url().startsWith(server.url)) asked.push(request.method());
      });
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(`${site.url}?api=${server.url}/graphql`);
      const shown = page.locator('p');
      await expect
        .poll(() => shown.allTextContents())
        .toEqual([
          '24612000000 38676000000',
          expect.stringMatching(/^FY\d+ FY\d+ FY\d+$/),
          '24612000000 38676000000',
        ]);
      expect(asked).toHaveLength(2);
      expect(said.filter((line) => !line.includes('React DevTools'))).toEqual([]);
    } finally {
      await browser.close();
      site.close();
      await server.stop();
    }
  },
);
