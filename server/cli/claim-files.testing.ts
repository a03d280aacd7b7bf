import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inProject } from '../paths.ts';
import { runCli } from '../test/run-cli.ts';
import { createDatabase } from '../test/testkit.ts';

/** A claim that is taken. */
export const GOOD = await readFile(inProject('prisma/data/claims/alibaba-growth.yaml'), 'utf8');

/** A claim that differs from a good one in one thing. */
export function broken(slug: string, from: string | RegExp, to: string): string {
  const text = GOOD.replace('alibaba-growth', slug);
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${slug}: nothing to edit`);
  return edited;
}

/** A database to import claims into, and folders of files with them. */
export async function openClaims() {
  const home = await mkdtemp(join(tmpdir(), 'capexgraph-claims-'));
  const url = await createDatabase();
  const run = (...args: string[]) => runCli(args, { DATABASE_URL: url, CAPEXGRAPH_HOME: home });
  return {
    run,
    importClaims: (folder: string, ...flags: string[]) => run('import', 'claims', folder, ...flags),
    async folderOf(files: Readonly<Record<string, string>>): Promise<string> {
      const folder = await mkdtemp(join(home, 'claims-'));
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      return folder;
    },
    async storedClaims(): Promise<string[]> {
      const client = new pg.Client(url);
      await client.connect();
      const { rows } = await client.query<{ slug: string }>('select slug from claim order by slug');
      await client.end();
      return rows.map(({ slug }) => slug);
    },
    close: () => rm(home, { recursive: true }),
  };
}
