// What makes the program from its sources is not there where it only runs (npm ci --omit=dev).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of this project. */
export const inProject = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Examples of the client bring esbuild, too; Prisma's command line comes with nothing else. */
export const canBuild = () =>
  ['esbuild', 'prisma'].every((name) => existsSync(inProject(`node_modules/${name}`)));
