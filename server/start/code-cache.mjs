// What V8 compiled of the bundle, saved for the next start, which would take twice as long without.
// From Node 22.1 on, one call of `module.enableCompileCache` does this: when Node 20 is no longer supported, this
// file goes, and with it the event that `cli/run-server.ts` emits for it, and the bundle can be a module.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];

/** What a server emits on `process` when it has started. */
const STARTED = 'capexgraph-started';

/** Runs a CommonJS file as `require` would, from the code cache of that name, which is written when missing. */
export function runWithCodeCache(file, name) {
  const cache = cacheOf(file, name);
  const cachedData = readIfThere(cache);
  // The bundle is ASCII: as latin1, V8 stores it in half the memory, and Node need not decode it.
  const source = readFileSync(file, 'latin1');
  const text = `(function (${PARAMETERS}) {${source}\n})`;
  const script = new Script(text, { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected) {
    // Late enough that V8 has compiled what a run needs, early enough that it has not dropped what is called rarely.
    const saveOnce = once(() => save(cache, script.createCachedData()));
    process.once('exit', (code) => code === 0 && saveOnce());
    process.once(STARTED, () => setImmediate(saveOnce));
  }
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, createRequire(file), module, file, dirname(file));
}

/** V8 checks a source's length only, so the path says which file it is of, and which V8 made it. */
function cacheOf(file, name) {
  return `${file}.${statSync(file).mtimeMs}.${cachedDataVersionTag()}.${name}.cache`;
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function once(call) {
  let isCalled = false;
  return () => {
    if (!isCalled) call();
    isCalled = true;
  };
}

function save(cache, data) {
  try {
    const draft = `${cache}.${process.pid}`;
    writeFileSync(draft, data);
    renameSync(draft, cache);
  } catch {
    // Nothing is lost but the time of the next start.
  }
}
