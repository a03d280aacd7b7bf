/**
 * @typedef {(string | number | null)[]} Row text keys first
 * @typedef {object} Question
 * @property {(variable?: string | number | readonly string[]) => string} body the slug of C, the bound of S, the slugs of Q
 * @property {(json: any) => Row[]} read the same rows for every peer
 * @typedef {{ path: string, D?: Question, C?: Question, G?: Question, S?: Question, Q?: Question }} Peer
 */

// Bodies of one document each: what differs from call to call stands in the variables.
export const request = (query) => (variables) => JSON.stringify({ query, variables });
export const withSlug = (query) => (slug) => request(query)({ slug });
export const withBound =
  (query) =>
  (above = 0.2) =>
    request(query)({ above });
export const withSlugs = (query) => (slugs) =>
  request(query)({ subjects: slugs.map((slug) => ({ company: { slug } })) });
