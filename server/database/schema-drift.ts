import { readFile } from 'node:fs/promises';
import { readMigrations, SCHEMA } from './migrations/files.ts';
import { migrationConnection } from './migrations/migration-connection.ts';
import { migrationList, NO_FILTERS, openSchemaEngine } from './migrations/schema-engine.ts';

/**
 * The SQL that leads from the migrations to the schema: empty when they agree. The migrations are tried
 * out in a shadow database on the same server, which is dropped afterwards.
 */
export async function schemaDrift(url: string, schema?: string): Promise<string> {
  const content = schema ?? (await readFile(SCHEMA, 'utf8'));
  const migrations = await readMigrations();
  const connection = migrationConnection(url);
  try {
    const engine = await openSchemaEngine(connection.factory);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    engine.free();
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    await connection.close();
  }
}
