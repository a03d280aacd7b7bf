// Generates the Prisma client and the types that the GraphQL schema is written with. Generating
// never runs the schema engine, but the CLI downloads it unless it is told of some executable.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));
/** Where npm puts the generator that the schema names; npm's scripts have it on their path, others do not. */
const programs = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const { status } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    ...process.env,
    PATH: `${programs}${delimiter}${process.env.PATH}`,
  },
});
process.exitCode = status ?? 1;
