#!/usr/bin/env node
// The command line as it is installed: `node server/start/start.mjs serve`.
import { BUNDLE, bundleIfStale } from './bundle.mjs';
import { runWithCodeCache } from './code-cache.mjs';

// Node 21 has it. Where it is missing, pg loads all of fetch to learn that this is Node.
globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.')[0]}` };

if (await bundleIfStale()) {
  // The server and the commands want different parts of it.
  const [command = 'serve'] = process.argv.slice(2);
  runWithCodeCache(BUNDLE, command === 'serve' ? 'serve' : 'command');
} else {
  console.error('There is no dist/main.cjs: run npm ci, or bring dist/ from where that was run.');
  process.exitCode = 1;
}
