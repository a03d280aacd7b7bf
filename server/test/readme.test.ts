import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_COST } from '../graphql/budget.ts';
import { PAGE_SIZE } from '../graphql/connection.ts';
import { USUAL_LIMITS } from '../graphql/limits.ts';
import { inProject } from '../paths.ts';
import { startServer, type TestServer } from './testkit.ts';

const README = await readFile(inProject('README.md'), 'utf8');
const CONTRIBUTING = await readFile(inProject('.github/CONTRIBUTING.md'), 'utf8');

/** The README's blocks of a language. */
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code!,
  );

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('the command of the first question gives the answer that is printed below it', async () => {
  const command = blocks('sh').find((code) => code.startsWith('curl'))!;
  const here = command.replace('http://127.0.0.1:4000', server.url);
  const { stdout } = await promisify(execFile)('sh', ['-c', here]);
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  const { fiscalLabel, capex } = data.company.quarter;
  expect([fiscalLabel, capex.amount]).toEqual(['FY2026 Q1', '38676']);
  expect(README).toContain(`\`${capex.growth.explanation}\``);
  expect(README).toContain(`published on ${capex.facts[0].publishedOn}`);
});

test('every query is answered without an error, and with the workings that are printed below', async () => {
  const queries = blocks('graphql');
  expect(queries.length).toBeGreaterThan(3);
  let answers = '';
  for (const query of queries) {
    const { data, errors } = await server.execute(query);
    expect(errors, query).toBeUndefined();
    answers += JSON.stringify(data);
  }
  const printed = [...README.matchAll(/`([^`\n]* = [^`\n]*)`/g)].map(([, working]) => working!);
  const ofCurl = printed.filter((working) => working.startsWith('38,676'));
  expect(printed.length).toBeGreaterThan(ofCurl.length + 2);
  for (const working of printed) {
    if (!ofCurl.includes(working)) expect(answers).toContain(working);
  }
});

test('the limits are those of the server', () => {
  const written = (limit: number) => limit.toLocaleString('en');
  const limits = [
    `${PAGE_SIZE} items a page`,
    `${USUAL_LIMITS.depth} levels of fields`,
    `${written(USUAL_LIMITS.tokens)} tokens`,
    `${written(USUAL_LIMITS.fields)} selected fields`,
    `${written(USUAL_LIMITS.aliases)} aliases`,
    `${written(USUAL_LIMITS.directives)} directives`,
    `${USUAL_LIMITS.body / 1_000} kB a request`,
    `${written(MAX_COST.micros)} units of cost (a microsecond of one core each, or so) and ${MAX_COST.bytes / 1e6} MB an answer`,
  ];
  expect(README.replaceAll('\n', ' ')).toContain(`Limits: ${limits.join(', ')}.`);
});

test('every file and folder of the repository that is named is there, in CONTRIBUTING.md too', () => {
  const named = `${README}${CONTRIBUTING}`.match(
    /(?<![/\w])(?:server|client|prisma)\/[\w/.-]*\w/g,
  )!;
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(inProject(path)))).toEqual([]);
  const rules = [...README.matchAll(/^\|.*\| ((?:`[\w-]+\.ts`(?:, )?)+) \|$/gm)].flatMap(
    ([, files]) => files!.match(/[\w-]+\.ts/g),
  );
  expect(rules.length).toBeGreaterThan(8);
  expect(rules.filter((file) => !existsSync(inProject(`server/domain/${file}`)))).toEqual([]);
});
