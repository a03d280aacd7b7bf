import { readFileSync } from 'node:fs';
import { bundledSize } from './bundled-size.ts';

// How much a browser downloads for a client of an API, ours beside the others.

const SUBJECTS: [name: string, what: string, source: string][] = [
  ['@capexgraph/client', 'core', "export { createCoreClient } from '@capexgraph/client'"],
  [
    '@capexgraph/client',
    'core, with one method',
    "export { createCoreClient } from '@capexgraph/client'; export { comparison } from '@capexgraph/client/methods'",
  ],
  [
    '@capexgraph/client',
    'with the methods and their documents',
    "export { createClient } from '@capexgraph/client'",
  ],
  ['@capexgraph/client', 'with everything', "export * from '@capexgraph/client'"],
  ['@urql/core', 'client', "export { Client, fetchExchange } from '@urql/core'"],
  [
    '@urql/core',
    'with its cache',
    "export { Client, cacheExchange, fetchExchange } from '@urql/core'",
  ],
  ['graphql-request', 'client', "export { GraphQLClient } from 'graphql-request'"],
  [
    '@apollo/client',
    'with its cache',
    "export { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'",
  ],
];

const root = new URL('../../package.json', import.meta.url);
const { devDependencies } = JSON.parse(readFileSync(root, 'utf8'));

console.log('| package | what | kB |\n|---|---|---|');
for (const [name, what, source] of SUBJECTS) {
  const bytes = await bundledSize(source);
  const label = [name, devDependencies[name]].join(' ').trim();
  console.log(`| ${label} | ${what} | ${(bytes / 1_000).toFixed(1)} |`);
}
