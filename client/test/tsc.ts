import { createRequire } from 'node:module';

const script = (require: NodeJS.Require) =>
  require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');

const ours = createRequire(import.meta.url);

/** The script of the compiler, for Node to run. */
export const TSC = script(ours);

/** The same of an older one, which comes with a checker of packages and still has Node's old resolution. */
export const OLD_TSC = script(createRequire(ours.resolve('@arethetypeswrong/core/package.json')));
