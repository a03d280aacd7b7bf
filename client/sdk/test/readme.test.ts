import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { expect, test } from 'vitest';

// What the README says of the methods, beside their documents.

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const folder = new URL('../src/documents/', import.meta.url);

/** The variables of each method. */
const taken = readdirSync(folder).flatMap((file) =>
  parse(readFileSync(new URL(file, folder), 'utf8')).definitions.flatMap((definition) => {
    if (definition.kind !== 'OperationDefinition') return [];
    const name = definition.name!.value;
    const variables = definition.variableDefinitions!.map(({ variable }) => variable.name.value);
    return [{ method: name[0]!.toLowerCase() + name.slice(1), variables }];
  }),
);

const codeIn = (cell: string) => [...cell.matchAll(/`(\w+)`/g)].map(([, word]) => word!);
const [, table] = /^\| variable \|.*\n.*\n((?:\|.*\n)+)/m.exec(readme)!;
const rows = table!
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [, variables, methods] = row.split('|');
    return codeIn(variables!).map((variable) => [variable, codeIn(methods!)] as const);
  });

test.each(
  rows,
)('the variable %s is of those methods that the README names', (variable, methods) => {
  const having = taken.filter(({ variables }) => variables.includes(variable));
  expect(having.map(({ method }) => method).toSorted()).toEqual(methods.toSorted());
});

test('every variable that more than one method takes is in the table, but those that name whose figures', () => {
  const counts = new Map<string, number>();
  for (const variable of taken.flatMap(({ variables }) => variables)) {
    counts.set(variable, (counts.get(variable) ?? 0) + 1);
  }
  const shared = [...counts].flatMap(([variable, count]) => (count > 1 ? [variable] : []));
  const ofSubjects = ['company', 'group', 'where', 'orderBy', 'by'];
  const expected = shared.filter((variable) => !ofSubjects.includes(variable));
  expect(rows.map(([variable]) => variable).toSorted()).toEqual(expected.toSorted());
});

test('the methods whose documents ask for an explanation are those that the README names', () => {
  const asking = readdirSync(folder).filter((file) =>
    /^\s*explanation$/m.test(readFileSync(new URL(file, folder), 'utf8')),
  );
  const [, named] = /Of this\s+package's, (.*?):/s.exec(readme)!;
  const methods = taken.map(({ method }) => method);
  expect(
    codeIn(named!)
      .filter((word) => methods.includes(word))
      .toSorted(),
  ).toEqual(asking.map((file) => file.replace('.graphql', '')).toSorted());
});
