import { defineConfig } from 'vite';

/** Where `npm run dev` serves the API, for those who work on the page with `npx vite client/page`. */
const API = 'http://127.0.0.1:4000';

export default defineConfig({
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
