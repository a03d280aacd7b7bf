import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { DatasetReader, FILES, type ReadOptions } from './dataset-reader.ts';

/** Writes the whole dataset, as of one moment, into a folder: the tables as an import reads them, and what describes them. */
export async function exportDataset(
  pool: Pool,
  folder: string,
  options: ReadOptions = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const reader = await DatasetReader.open(pool, options);
  let isComplete = false;
  try {
    for (const name of FILES) {
      const file = join(folder, name);
      const content = reader.read(name);
      if (typeof content === 'string') await writeFile(file, content);
      else await pipeline(content, createWriteStream(file));
    }
    isComplete = true;
    return FILES.map((name) => join(folder, name));
  } finally {
    await reader.close(isComplete);
  }
}
