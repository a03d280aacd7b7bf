import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { BUNDLE, bundleIfStale } from '../start/bundle.mjs';

/** Licences that ask for no more than that they and the author's name go along. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PostgreSQL',
  'Unlicense',
];

interface LockedPackage {
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly license?: string;
}

const { packages } = JSON.parse(await readFile(inProject('package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** Of every package, the licence that it comes under; what has none in the lock file is asked itself. */
async function licenceOf(name: string): Promise<string> {
  const locked = packages[`node_modules/${name}`]?.license;
  if (locked) return locked;
  const file = inProject(join('node_modules', name, 'package.json'));
  return String(JSON.parse(await readFile(file, 'utf8')).license);
}

/** Whether one of the licences that may be chosen is a permissive one. */
const isPermissive = (licence: string) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => PERMISSIVE.includes(each.trim())));

async function expectPermissive(names: Iterable<string>): Promise<void> {
  const list = [...new Set(names)];
  expect(list.length).toBeGreaterThan(2);
  const others: string[] = [];
  for (const name of list) {
    const licence = await licenceOf(name);
    if (!isPermissive(licence)) others.push(`${name}: ${licence}`);
  }
  expect(others).toEqual([]);
}

const NAME = /((?:@[^/]+\/)?[^/]+)/.source;

test('every package that a deployment installs has a permissive licence', async () => {
  const installed = Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  await expectPermissive(installed);
});

test('every package in the bundle has a permissive licence', async () => {
  await bundleIfStale();
  const code = await readFile(BUNDLE, 'utf8');
  // Above each module stands where it is from.
  const modules = code.matchAll(
    new RegExp(`^\\s*(?://|".*)\\s*(?:.*/)?node_modules/${NAME}/`, 'gm'),
  );
  await expectPermissive([...modules].map(([, name]) => name!));
});

test('every package in the page and in the client has a permissive licence', async () => {
  const names: string[] = [];
  for (const folder of ['client/page/src', 'client/sdk/src']) {
    const files = await readdir(inProject(folder), { recursive: true });
    for (const file of files.filter((each) => /\.tsx?$/.test(each))) {
      const code = await readFile(inProject(join(folder, file)), 'utf8');
      const imports = code.matchAll(new RegExp(`from '${NAME.replace('[^/]+)', "[^/'.]+)")}`, 'g'));
      names.push(...[...imports].map(([, name]) => name!));
    }
  }
  const foreign = names.filter(
    (name) => !name.startsWith('@capexgraph/') && !name.startsWith('node:'),
  );
  for (const name of foreign) expect(isPermissive(await licenceOf(name)), name).toBe(true);
  expect(foreign).toContain('preact');
});
