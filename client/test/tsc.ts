import { createRequire } from 'node:module';

/** The script of the compiler, for Node to run. */
export const TSC = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');
