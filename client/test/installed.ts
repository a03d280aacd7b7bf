import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PACKED } from './build.ts';
import { TSC } from './tsc.ts';

export const inClient = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Runs a command in a folder and gives what it prints; a line on its errors is an error. */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd: folder });
  if (stderr) throw new Error(stderr);
  return stdout;
}

/** A project of its own with nothing but the package in it, as it was packed and installed. */
export async function installPackage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-client-'));
  await cp(PACKED, folder, { recursive: true });
  return folder;
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
  tsc = TSC,
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
  const args = [tsc, '-p', folder, '--pretty', 'false', '--listFiles'];
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
