import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../src/documents/', import.meta.url);

/** The example in the comment above each operation, by its method; it uses a `client`. */
export const documentExamples: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const found = [...text.matchAll(/^# @example\n((?:#.*\n)+)query (\w)(\w+)/gm)];
    return found.map(
      ([, lines, initial, rest]) =>
        [initial!.toLowerCase() + rest, lines!.replace(/^# ?/gm, '')] as const,
    );
  }),
);
