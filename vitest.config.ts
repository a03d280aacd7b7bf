import { defineConfig } from 'vitest/config';

/** Where CI wants the result in a form that it can count. */
const report = process.env.VITEST_JSON_REPORT;

export default defineConfig({
  // Vite would take graphql's `module` build, Node takes its `main`; two copies do not work together.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Files that run programs of their own wait for them more than they work.
    maxWorkers: 3,
    // Loading the system takes longer than most files' tests, so the files of a worker share it.
    isolate: false,
    // A server takes these itself; see server/cli/unattended.ts.
    onUnhandledError: ({ name }) => name !== 'GraphQLError',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['server/domain/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['{server,client}/**/*.test.ts'],
          exclude: ['server/domain/**', '**/node_modules/**'],
          globalSetup: ['server/test/global-setup.ts', 'client/test/build.ts'],
        },
      },
    ],
  },
});
