// npm runs this after an install: makes what is not in the repository, if the tools for it are installed.
import { execSync } from 'node:child_process';
import { canBuild } from './tools.mjs';

if (canBuild()) execSync('npm run build', { stdio: 'inherit' });
