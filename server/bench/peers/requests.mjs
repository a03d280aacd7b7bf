import { capexgraph } from './capexgraph-requests.mjs';
import { overSqlSchema, postgraphile, rows } from './plain-requests.mjs';

// What each peer is asked, and how its answer is read. The questions: D, a dashboard of all companies;
// C, a company's last eight quarters; G, two groups side by side; S, a screen of all quarters; Q, series of all
// companies, which only Capexgraph has.

/** @type {Readonly<Record<string, import('./request.mjs').Peer>>} */
export const peers = {
  capexgraph,
  postgraphile,
  'postgraphile, materialised': postgraphile,
  mercurius: overSqlSchema,
  apollo: overSqlSchema,
  rows,
  lookup: { path: '/' },
  bytes: { path: '/' },
};
