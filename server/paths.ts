import { fileURLToPath } from 'node:url';

/** A file of this project, whatever folder the program was started in: `inProject('prisma/data')`. */
export const inProject = (path: string): string =>
  // This module and the bundle (dist/main.cjs) both stand one folder below the root.
  fileURLToPath(new URL(`../${path}`, import.meta.url));
