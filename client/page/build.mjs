// Builds the page into dist/page: what browsers load, and server.cjs, which the server makes the first page with.
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from 'vite';

const inPage = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({ root: inPage('.'), configFile: inPage('vite.config.ts'), logLevel: 'warn' });
await bundle({
  entryPoints: [inPage('src/server.ts')],
  outfile: inPage('../../dist/page/server.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
