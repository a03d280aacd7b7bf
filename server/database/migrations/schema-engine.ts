import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as Bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Migration } from './files.ts';

/** The tables and enums that the engine shall leave alone: none. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Node has it; the types of Node 20 lack it. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

/** Once for all, as the bindings hold on to the memory of the first engine that they are given. */
let loaded: Promise<typeof Bindings> | undefined;

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';

/**
 * Prisma's own schema engine as WebAssembly, in this process. The engine of the Prisma command line is
 * a program that is fetched from the network at install; this one came with npm. End it with `free()`.
 */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<Bindings.SchemaEngine> {
  loaded ??= loadBindings();
  const { SchemaEngine } = await loaded;
  const options = { datamodels: [['schema.prisma', DATASOURCE] satisfies [string, string]] };
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return SchemaEngine.new(options, () => {}, adapter);
}

/** Migrations as the engine wants them. */
export function migrationList(migrations: Migration[]): Bindings.MigrationList {
  return {
    baseDir: '',
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** By hand, because Node does not import .wasm files, which the package's main module does. */
async function loadBindings(): Promise<typeof Bindings> {
  const require = createRequire(import.meta.url);
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': { ...bindings, ...idleTimers(bindings) } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  // Without it a panic in the engine would come out as a TypeError about the missing registry.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: process.emitWarning } });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/** The engine leaves the timer of its timeout running, which would keep a process alive ten seconds longer. */
function idleTimers(bindings: object): object {
  const name = Object.keys(bindings).find((key) => key.startsWith('__wbg_setTimeout_'));
  if (!name) return {};
  return { [name]: (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref() };
}
