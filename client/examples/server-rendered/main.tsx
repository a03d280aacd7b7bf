import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, GraphQLRequestError } from '@capexgraph/client';
import { renderToString } from 'react-dom/server';
import { Page } from './page.tsx';

// A page that is rendered anew for each visitor, e.g. /china-cloud/us-cloud

const client = createClient({
  url: process.env.CAPEXGRAPH_URL ?? 'http://127.0.0.1:4000/graphql',
  timeoutMs: 5_000,
});

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [challenger = '', baseline = ''] = pathname.slice(1).split('/').map(decodeURIComponent);
  if (!challenger) {
    response.writeHead(302, { location: '/china-hyperscalers/us-hyperscalers' }).end();
    return;
  }
  // Nobody waits for the answer any more when the visitor has left.
  const visit = new AbortController();
  response.on('close', () => visit.abort());
  try {
    const comparison = await client.comparison(
      { challenger: { slug: challenger }, baseline: { slug: baseline }, from: '2024Q1' },
      { signal: visit.signal },
    );
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html>${renderToString(<Page comparison={comparison} />)}`);
  } catch (error) {
    const isUnknown = error instanceof GraphQLRequestError && error.code === 'NOT_FOUND';
    response.writeHead(isUnknown ? 404 : 502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(isUnknown ? 'There is no such group.' : 'The figures are not there just now.');
  }
});

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
