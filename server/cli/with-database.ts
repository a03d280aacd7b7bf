import type { Database } from '../database/client.ts';
import { openDatabase } from '../database/open.ts';
import { readEnvironment } from '../env.ts';
import type { Output } from './output.ts';

/** Runs a command on the database that the environment names, and closes it. */
export async function withDatabase<T>(
  { progress }: Output,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL, CAPEXGRAPH_HOME } = readEnvironment(process.env);
  const database = await openDatabase({
    url: DATABASE_URL,
    home: CAPEXGRAPH_HOME,
    onProgress: progress,
    onError: ({ message }) => progress(`A connection to the database was lost: ${message}`),
  });
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}
