import { writeFile } from 'node:fs/promises';
import { claimFileSchema } from './file-schema.ts';

/** Writes the schema of claims' files to the file named on the command line; editors read it. */
await writeFile(process.argv[2]!, `${JSON.stringify(claimFileSchema(), null, 2)}\n`);
