import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCoreClient } from '@capexgraph/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server/test/testkit.ts';
import { inClient, installPackage } from './installed.ts';

// Programs that only these tests need, and that would make every installation of the project larger by a third.

const tool = (path: string) => inClient(`test/other-tools/node_modules/${path}`);
const areThere = existsSync(tool('jest')) && existsSync(tool('relay-compiler'));
const reason = areThere ? '' : ' (skipped: run npm ci --prefix client/test/other-tools)';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  if (areThere) [server, folder] = await Promise.all([startServer(), installPackage()]);
});
afterAll(async () => {
  if (!areThere) return;
  await server.stop();
  await rm(folder, { recursive: true });
});

const run = async (...command: string[]) => {
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder });
  return stdout;
};

test.skipIf(!areThere)(
  `Jest runs tests that require the package and its modules${reason}`,
  async () => {
    await writeFile(
      join(folder, 'capex.test.cjs'),
      `const { createClient, RateLimitError } = require('@capexgraph/client');
    const { companyQuarters } = require('@capexgraph/client/methods');
    const { formatMoney } = require('@capexgraph/client/format');
    test('capex', async () => {
      const client = createClient({ url: '${server.url}/graphql' });
      const asked = { company: { slug: 'alibaba' }, from: '2025Q2', to: '2025Q2' };
      const company = await companyQuarters(client, asked);
      expect(company).toEqual(await client.companyQuarters(asked));
      expect(formatMoney(company.quarters.nodes[0].capex)).toBe('CN¥38.7B');
      expect(new RateLimitError('', { status: 429 })).toBeInstanceOf(Error);
    });`,
    );
    const settings = { rootDir: folder, testMatch: ['**/*.test.cjs'] };
    const printed = await run(
      tool('jest/bin/jest.js'),
      '--json',
      '--config',
      JSON.stringify(settings),
    );
    expect(JSON.parse(printed)).toMatchObject({ numPassedTests: 1, numFailedTests: 0 });
  },
);

const COMPONENT = `import { graphql } from 'relay-runtime';
export const figures = graphql\`
  fragment chart_figures on Figures {
    calendarQuarter
    capex { value(in: BILLION) }
  }\`;
export const query = graphql\`
  query chartQuery($company: CompanyBy!) {
    company(by: $company) {
      quarters(first: 2) @connection(key: "chart_quarters") {
        edges { node { ...chart_figures } }
      }
    }
  }\`;
`;

test.skipIf(!areThere)(
  `Relay's compiler takes the schema as it comes, and the server what it compiles${reason}`,
  async () => {
    const schema = 'node_modules/@capexgraph/client/schema.graphql';
    const settings = { src: './src', schema, language: 'typescript' };
    await writeFile(join(folder, 'relay.config.json'), JSON.stringify(settings));
    await mkdir(join(folder, 'src'));
    await writeFile(join(folder, 'src/chart.ts'), COMPONENT);
    await run(tool('relay-compiler/cli.js'));
    const compiled = await readFile(
      join(folder, 'src/__generated__/chartQuery.graphql.ts'),
      'utf8',
    );
    const [, text] = /"text": (".*")/.exec(compiled)!;
    const { request } = createCoreClient({ url: `${server.url}/graphql` });
    const answer = await request(JSON.parse(text!), { company: { slug: 'alibaba' } });
    const node = { calendarQuarter: expect.any(String), capex: { value: expect.anything() } };
    expect(answer).toMatchObject({
      company: { quarters: { edges: [{ node }, { node }], pageInfo: { hasNextPage: true } } },
    });
  },
);
