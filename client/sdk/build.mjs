import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Builds the package twice: as ES modules, and as CommonJS for Jest and older compilers.

const inPackage = (path) => fileURLToPath(new URL(path, import.meta.url));
const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');

rmSync(inPackage('dist'), { recursive: true, force: true });
for (const project of ['tsconfig.json', 'tsconfig.commonjs.json']) {
  execFileSync(process.execPath, [tsc, '-p', inPackage(project)], { stdio: 'inherit' });
}
writeFileSync(inPackage('dist/commonjs/package.json'), '{ "type": "commonjs" }\n');
