import { join } from 'node:path';
import { connect, type Database } from './client.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** Where the data is, and who wants to hear of it. */
export interface OpenOptions {
  /** Any PostgreSQL; without it, an embedded one below `home`. */
  readonly url?: string | undefined;
  readonly home: string;
  onProgress(line: string): void;
  onError(error: Error): void;
}

/** Opens the database, brought up to date. Closing it stops an embedded one that nobody else uses. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, home, onProgress, onError } = options;
  const embedded = url ? null : await openEmbedded(join(home, 'postgres'), { onProgress });
  const address = url ?? embedded!.url;
  try {
    const { applied } = await migrate(address);
    if (applied.length > 0) onProgress(`Migrations applied: ${applied.join(', ')}`);
    const database = connect(address, onError);
    return {
      ...database,
      close: async () => {
        await database.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}
