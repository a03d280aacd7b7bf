#!/usr/bin/env node
// The command line as it is installed: `node server/start.mjs serve`.
import { BUNDLE, bundleIfStale } from './bundle.mjs';
import { runWithCodeCache } from './code-cache.mjs';

await bundleIfStale();
runWithCodeCache(BUNDLE);
