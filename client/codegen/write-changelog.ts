import { writeFileSync } from 'node:fs';
import { changelog } from './changelog.ts';

writeFileSync(new URL('../sdk/CHANGELOG.md', import.meta.url), await changelog());
