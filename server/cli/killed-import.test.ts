import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf } from '../test/archive.ts';
import { madeUpCompanyfacts } from '../test/made-up-companyfacts.ts';
import { runCli, startCli } from '../test/run-cli.ts';
import { createDatabase } from '../test/testkit.ts';

const KILLS = 8;

let folder: string;
let archive: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-killed-'));
  archive = join(folder, 'companyfacts.zip');
  const companies = Array.from({ length: 8 }, (_, cik) => [
    `CIK${String(cik + 1).padStart(10, '0')}.json`,
    madeUpCompanyfacts({ cik: cik + 1, years: 4 }),
  ]);
  await writeFile(archive, await archiveOf(Object.fromEntries(companies)));
});
afterAll(() => rm(folder, { recursive: true }));

/** Everything that an import writes, as one text. */
async function contentOf(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*) from company) as companies,
       (select count(*) from source) as sources, (select count(*) from import) as imports,
       (select md5(string_agg(fact::text, ',' order by fact::text))
        from (select slug, concept, definition, period_end, published_on, value
              from fact join company on company.id = company_id) fact) as facts`,
  );
  await client.end();
  return JSON.stringify(rows[0]);
}

test('an import that is killed at any moment has written everything or nothing, and the next one succeeds', async () => {
  const args = ['import', 'edgar', archive];
  const whole = { DATABASE_URL: await createDatabase(), CAPEXGRAPH_HOME: folder };
  const before = await contentOf(whole.DATABASE_URL);
  expect(await runCli(args, whole)).toMatchObject({ exitCode: 0 });
  const after = await contentOf(whole.DATABASE_URL);
  expect(after).not.toBe(before);

  const environment = { ...whole, DATABASE_URL: await createDatabase() };
  const start = performance.now();
  expect(await runCli([...args, '--dry-run'], environment)).toMatchObject({ exitCode: 0 });
  const duration = performance.now() - start;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startCli(args, environment);
    const closed = once(child, 'close');
    // Spread over the whole run, as a moment of its end is as likely as one of its beginning.
    await Promise.race([closed, sleep((duration * (kill + Math.random())) / KILLS)]);
    child.kill('SIGKILL');
    await closed;
    expect([before, after]).toContain(await contentOf(environment.DATABASE_URL));
  }
  expect(await runCli(args, environment)).toMatchObject({ exitCode: 0 });
  expect(await contentOf(environment.DATABASE_URL)).toBe(after);
});
