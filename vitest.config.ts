import { defineConfig } from 'vitest/config';

/** Where CI wants the result in a form that it can count. */
const report = process.env.VITEST_JSON_REPORT;

/** The tests that need no database and nothing built; they start at once. */
const UNIT = [
  'server/{domain,claims,graphql,http}/**/*.test.ts',
  'server/bench/**/*.test.ts',
  'server/importers/audit/{alterations,unsaid}.test.ts',
  'server/importers/csv/read-table.test.ts',
  'server/importers/edgar/**/!(read-edgar|kinds).test.ts',
  'server/importers/claim-files/**/*.test.ts',
  'server/database/{address,pulse,vocabulary}.test.ts',
  'server/execution/document-cache.test.ts',
  'server/cli/{limits,memory}.test.ts',
  'server/store/{at-most,company-group,each-view,newest-import,routine,in-turn,known-newest,ranking,screen-rows,screens,series-cache}.test.ts',
  'server/test/{recalculated-figures,reviewed-dataset,schema}.test.ts',
  'client/codegen/**/*.test.ts',
  'client/page/test/{address,definitions,finding,news,print,quarters,unjudged}.test.ts',
  'client/sdk/test/{documents,failures,format,print,quarters,readme,retry,ticks,transport,types}.test.ts',
];

export default defineConfig({
  // Vite would take graphql's `module` build, Node takes its `main`; two copies do not work together.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Files that run programs of their own wait for them more than they work.
    maxWorkers: 3,
    // Loading the system takes longer than most files' tests, so the files of a worker share it.
    isolate: false,
    // A server takes these itself; see server/cli/unhandled-rejections.ts.
    onUnhandledError: ({ name }) => name !== 'GraphQLError',
    // Tests wait for what they need, on a machine of any speed; these ends are for what would never come.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: UNIT,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['{server,client}/**/*.test.ts'],
          exclude: [...UNIT, '**/node_modules/**'],
          globalSetup: ['server/test/global-setup.ts', 'client/test/build.ts'],
        },
      },
    ],
  },
});
