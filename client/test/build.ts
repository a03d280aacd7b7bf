import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const inPackage = (path: string) => fileURLToPath(new URL(`../sdk/${path}`, import.meta.url));
const changedAt = (file: string) => statSync(file).mtimeMs;

/**
 * Builds the client as it is published, and the page, if their sources have changed since. Runs once, before all
 * tests.
 */
export default async function build(): Promise<void> {
  await buildClient();
  await buildPage();
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
