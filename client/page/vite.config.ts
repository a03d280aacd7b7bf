import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';
import * as generated from './src/generated/documents.ts';

/** Where `npm run dev` serves the API, for those who work on the page with `npx vite client/page`. */
const API = 'http://127.0.0.1:4000';

/** The page's documents by their ids, for the server to know: it may be told to answer no others. */
const manifest: Plugin = {
  name: 'manifest',
  generateBundle() {
    const texts = Object.values(generated)
      .filter((each) => each instanceof String)
      .map(String);
    const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const source = JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text])));
    this.emitFile({ type: 'asset', fileName: 'documents.json', source });
  },
};

export default defineConfig({
  plugins: [manifest],
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    // Everything is asked for by address, since the policy of the page allows no script inside of it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(['/graphql', '/data', '/health'].map((path) => [path, API])),
  },
});
