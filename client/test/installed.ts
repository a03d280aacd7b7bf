import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TSC } from './tsc.ts';

export const inClient = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Runs a command in a folder and gives what it prints; a line on its errors is an error. */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd: folder });
  if (stderr) throw new Error(stderr);
  return stdout;
}

/** An empty project with the package in it, as `npm pack` makes it and `npm install` unpacks it. */
export async function installPackage(): Promise<{ folder: string; tarball: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-client-'));
  const npm = (...args: string[]) => run(folder, 'npm', ...args, '--silent', '--ignore-scripts');
  const name = await npm('pack', inClient('sdk'));
  const tarball = join(folder, name.trim());
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await npm('install', '--offline', '--no-audit', '--no-fund', tarball);
  return { folder, tarball };
}

/** Links packages of this repository into a project, so that it need not download its own. */
export async function linkPackages(folder: string, packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(inClient(`../node_modules/${name}`), place);
  }
}

/**
 * A strict compiler's diagnostics of each program in the project, and of the package's own types:
 * lines like `6: Property 'sum' does not exist`. `options` are more of the compiler's.
 */
export async function compile(
  folder: string,
  files: readonly string[],
  options: object = {},
): Promise<Record<string, string[]>> {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'DOM'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    types: [],
    ...options,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const args = [TSC, '-p', folder, '--pretty', 'false', '--listFiles'];
  // A diagnostic makes it exit with an error; both kinds of line are on standard output.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const lines = stdout.split('\n');
  const isOurs = (file: string) => !/node_modules\/(?!@capexgraph\/client\/)/.test(file);
  const listed = lines
    .filter((line) => isAbsolute(line))
    .map((file) => relative(folder, file))
    .filter((file) => !file.startsWith('..') && isOurs(file));
  const diagnostics = lines.map((line) => /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line));
  return Object.fromEntries(
    listed.map((file) => [
      file,
      diagnostics.flatMap((found) => (found?.[1] === file ? [`${found[2]}: ${found[3]}`] : [])),
    ]),
  );
}
