import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';

const folder = new URL('../src/documents/', import.meta.url);

/** The example in the description of each operation, by its method; it uses a `client`. */
export const documentExamples: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).flatMap((file) => {
    const { definitions } = parse(readFileSync(new URL(file, folder), 'utf8'));
    return definitions.flatMap((definition) => {
      if (definition.kind !== 'OperationDefinition') return [];
      const name = definition.name!.value;
      const [, example] = definition.description!.value.split('@example\n');
      return example ? [[name[0]!.toLowerCase() + name.slice(1), example] as const] : [];
    });
  }),
);
