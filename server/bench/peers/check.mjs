import { pathToFileURL } from 'node:url';
import { peers } from './requests.mjs';

// Whether the peers give the numbers that Capexgraph gives:
//   node check.mjs http://127.0.0.1:4000 postgraphile=http://127.0.0.1:4001 …

/** As far as doubles may differ when the same numbers are worked out in another order. */
const TOLERANCE = 1e-12;

/** @typedef {import('./request.mjs').Row} Row */

/**
 * How two answers differ, a line for each difference; empty when they are equal.
 *
 * @param {string} question S comes in an order that is part of the answer, the others by key
 * @param {readonly Row[]} expected
 * @param {readonly Row[]} actual
 */
export function differences(question, expected, actual) {
  const inOrder = (rows) => (question === 'S' ? rows : [...rows].sort(byKey));
  const [theirs, ours] = [inOrder(actual), inOrder(expected)];
  const count = theirs.length === ours.length ? [] : [`${theirs.length} rows, not ${ours.length}`];
  const cells = ours.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const other = theirs[index]?.[column];
      return isEqual(cell, other) ? [] : [`${keyOf(row)} column ${column}: ${other}, not ${cell}`];
    }),
  );
  return [...count, ...cells];
}

/**
 * A peer's answer to a question, as rows.
 *
 * @param {string} name
 * @param {string} url
 * @param {'D' | 'C' | 'G' | 'S' | 'Q'} question
 * @param {string | readonly string[]} [slug] of C; all of them of Q
 */
export async function ask(name, url, question, slug) {
  const { path, [question]: asked } = peers[name];
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: asked.body(slug),
  });
  const text = await response.text();
  try {
    return asked.read(JSON.parse(text));
  } catch (error) {
    throw new Error(`${name} answered ${question} with ${text.slice(0, 500)}`, { cause: error });
  }
}

/** Compares a peer with Capexgraph on every question that the peer has; one line each. */
async function check(capexgraph, name, url) {
  const slugs = new Set((await ask('capexgraph', capexgraph, 'D')).map(([slug]) => slug));
  const failures = [];
  for (const question of ['D', 'C', 'G', 'S'].filter((question) => peers[name][question])) {
    let rows = 0;
    const found = [];
    for (const slug of question === 'C' ? slugs : [undefined]) {
      const expected = await ask('capexgraph', capexgraph, question, slug);
      found.push(...differences(question, expected, await ask(name, url, question, slug)));
      rows += expected.length;
    }
    const verdict = found.length === 0 ? 'equal' : `${found.length} differences`;
    console.log(`${name} ${question}: ${rows} rows, ${verdict}`);
    failures.push(...found.slice(0, 5).map((difference) => `${name} ${question} ${difference}`));
  }
  return failures;
}

function isEqual(a, b) {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

function keyOf(row) {
  return row.filter((cell) => typeof cell === 'string').join(' ');
}

function byKey(a, b) {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [capexgraph, ...others] = process.argv.slice(2);
  const failures = [];
  for (const other of others) {
    const [name, url] = other.split('=');
    failures.push(...(await check(capexgraph, name, url)));
  }
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
