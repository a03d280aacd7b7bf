// Known weaknesses of packages, where a registry tells of them: those of what is shipped fail, others are named.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const npm = (...args) => {
  const { stdout } = spawnSync('npm', ['audit', '--json', ...args], { encoding: 'utf8' });
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
};

const { vulnerabilities, message = 'no answer' } = npm();
if (!vulnerabilities) {
  console.log(`npm audit: skipped, as the registry does not answer it (${message})`);
  process.exit(0);
}
const installed = Object.keys(npm('--omit=dev').vulnerabilities ?? {});
// Above each module of the bundle stands where it is from.
const modules = readFileSync('dist/main.cjs', 'utf8').matchAll(
  /^\s*(?:\/\/|".*)\s*(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm,
);
const shipped = new Set([...installed, ...[...modules].map(([, name]) => name)]);
const isGrave = ({ name, severity }) => shipped.has(name) && /high|critical/.test(severity);
const all = Object.values(vulnerabilities);
for (const each of all) {
  console.log(
    `npm audit: ${each.severity} in ${each.name}${shipped.has(each.name) ? ', shipped' : ''}`,
  );
}
const grave = all.filter(isGrave).length;
console.log(
  `npm audit: ${all.length} packages with known weaknesses, ${grave} of them grave and shipped`,
);
process.exit(grave > 0 ? 1 : 0);
