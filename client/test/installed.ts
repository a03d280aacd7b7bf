import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

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

/** Lends a project packages of this repository, so that it need not download its own. */
export async function lend(folder: string, packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(inClient(`../node_modules/${name}`), place);
  }
}

/** What a strict compiler says to each program in the project, and to the package's own types. */
export function compile(folder: string, files: readonly string[]): Record<string, string[]> {
  const paths = files.map((file) => join(folder, file));
  const program = ts.createProgram(paths, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    types: [],
  });
  const isOurs = ({ fileName }: ts.SourceFile) =>
    paths.includes(fileName) || fileName.includes('@capexgraph/client/');
  // Not of every file: the browser's own types alone take longer than all else.
  const checked = program.getSourceFiles().filter(isOurs);
  return Object.fromEntries(
    checked.map((file) => [
      relative(folder, file.fileName),
      [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
        ({ start = 0, messageText }) => {
          const line = file.getLineAndCharacterOfPosition(start).line + 1;
          return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
        },
      ),
    ]),
  );
}
