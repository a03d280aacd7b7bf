import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { bundleIfStale, RUN_FROM_PACKAGES } from '../start/bundle.mjs';
import { ServerProcess } from './server-process.ts';

const read = (file: string) => readFile(inProject(file), 'utf8');

/** What the README says that a deployment takes with it. */
const TAKEN = [
  'package.json',
  'package-lock.json',
  'dist',
  'prisma/data',
  'prisma/migrations',
  'server/start',
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-deployment-'));
  // Run by root, PostgreSQL is another user, who has to get through.
  await chmod(folder, 0o755);
  await bundleIfStale();
  for (const path of [...TAKEN, 'server/cli/main.ts']) {
    // Other processes' code caches and drafts come and go.
    const filter = (source: string) => !/\.cache|\.\d+$/.test(source);
    await cp(inProject(path), join(folder, path), { recursive: true, filter });
  }
  // A source that happens to be newer does not matter where nothing can be made of it.
  const later = new Date(Date.now() + 60_000);
  await utimes(join(folder, 'server/cli/main.ts'), later, later);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function megabytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = files.map(
    async ({ parentPath, name }) => (await stat(join(parentPath, name))).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1e6;
}

test('what a deployment takes serves without development tools, and is as large as the README says', async () => {
  const install = ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', install, { cwd: folder });
  const installed = await megabytesOf(folder);
  expect(await readdir(join(folder, 'node_modules'))).not.toContain('esbuild');

  const server = new ServerProcess({ CAPEXGRAPH_HOME: join(folder, 'home') }, folder);
  try {
    const { company } = await server.query<{ company: object }>(
      '{ company(by: { slug: "meta" }) { latestQuarter { facts { source { title } } } } }',
    );
    expect(company).toHaveProperty('latestQuarter.facts.0.source.title');
    const home = await fetch(`${await server.url}/`);
    expect(await home.text()).toContain('in the twelve months to');
    const page = await fetch(`${await server.url}/graphql`, { headers: { accept: 'text/html' } });
    expect([page.status, server.stderr]).toEqual([200, '']);
    expect(await server.stop()).toBe(0);
  } finally {
    server.kill();
  }

  const readme = await read('README.md');
  const [, stated] = /comes to (\d+) MB/.exec(readme)!;
  expect(installed / Number(stated)).toBeGreaterThan(0.8);
  expect(installed / Number(stated)).toBeLessThan(1.2);
});

test('no module of the bundle takes one of the shapes of objects that V8 has room for', async () => {
  const bundle = await read('dist/main.cjs');
  const modules = [...bundle.matchAll(/= __(?:esm|commonJS)\((.*)/g)].map(([, start]) => start);
  expect(modules.length).toBeGreaterThan(1_000);
  expect(new Set(modules)).toEqual(new Set(['{ __proto__: null,']));
});

test('without dist/ a start says in one line where to get it', async () => {
  await rm(join(folder, 'dist'), { recursive: true });
  const server = new ServerProcess({}, folder);
  expect(await server.exitCode).toBe(1);
  expect(server.stderr).toBe(
    'There is no dist/main.cjs: run npm ci, or bring dist/ from where that was run.\n',
  );
});

test('the packages that a deployment installs are those that the bundle leaves out', async () => {
  const { dependencies } = JSON.parse(await read('package.json'));
  expect(Object.keys(dependencies)).toEqual(RUN_FROM_PACKAGES);
});

test('the lock file names no registry', async () => {
  expect(await read('package-lock.json')).not.toMatch(/"resolved": "http/);
});
