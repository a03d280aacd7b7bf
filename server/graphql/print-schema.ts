import { writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { schema } from './schema.ts';

/** Writes the schema's SDL to the file named on the command line; codegen and the client read it. */
await writeFile(process.argv[2]!, `${printSchema(schema)}\n`);
