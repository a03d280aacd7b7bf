import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const inPackage = (path: string) => fileURLToPath(new URL(`../sdk/${path}`, import.meta.url));
const changedAt = (file: string) => statSync(file).mtimeMs;

/**
 * Builds the client as it is published, and the page, if their sources have changed since, and installs the client
 * from its package. Runs once, before all tests.
 */
export default async function build(): Promise<void> {
  await buildClient();
  await Promise.all([packClient(), buildPage()]);
}

async function buildClient(): Promise<void> {
  const built = inPackage('dist/commonjs/package.json');
  const sources = readdirSync(inPackage('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => inPackage(`src/${name}`));
  const isFresh =
    existsSync(built) &&
    [inPackage('build.mjs'), inPackage('tsconfig.json'), ...sources].every(
      (file) => changedAt(file) < changedAt(built),
    );
  if (isFresh) return;
  await promisify(execFile)(process.execPath, [inPackage('build.mjs')]);
}

/** A project with nothing but the package in it, as `npm pack` makes it and `npm install` unpacks it. */
export const PACKED = fileURLToPath(new URL('../../dist/packed-client', import.meta.url));

async function packClient(): Promise<void> {
  const installed = `${PACKED}/node_modules/.package-lock.json`;
  const packed = ['dist/commonjs/package.json', 'package.json', 'README.md', 'CHANGELOG.md'];
  const files = [...packed, 'documents.json', 'schema.graphql'].map(inPackage);
  const isFresh =
    existsSync(installed) && files.every((file) => changedAt(file) < changedAt(installed));
  if (isFresh) return;
  await rm(PACKED, { recursive: true, force: true });
  await mkdir(PACKED, { recursive: true });
  const run = promisify(execFile);
  const npm = (...args: string[]) =>
    run('npm', [...args, '--silent', '--ignore-scripts'], { cwd: PACKED });
  const { stdout: tarball } = await npm('pack', inPackage('.'));
  await writeFile(`${PACKED}/package.json`, '{ "type": "module" }');
  await npm('install', '--offline', '--no-audit', '--no-fund', tarball.trim());
}

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function buildPage(): Promise<void> {
  const built = inProject('dist/page/index.html');
  const folder = inProject('client/page');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css|html)$/.test(name) && !name.startsWith('test'))
    .map((name) => `${folder}/${name}`);
  const isFresh =
    existsSync(built) &&
    [inPackage('dist/commonjs/package.json'), ...sources].every(
      (file) => changedAt(file) < changedAt(built),
    );
  if (!isFresh) await promisify(execFile)('npm', ['run', 'build:page'], { cwd: inProject('.') });
}
