import type { SeriesQueryVariables } from '../generated/documents.ts';

export const LANGUAGES = ['TypeScript', 'Python', 'R', 'curl'] as const;

/** A program that gets the shown table, ready to run. */
export function codeOf(
  language: (typeof LANGUAGES)[number],
  {
    origin,
    csv,
    version,
    variables,
  }: { origin: string; csv: string; version: string; variables: SeriesQueryVariables },
): string {
  const table = new URL(csv, origin).href;
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null));
  const address = `${origin}/graphql${version && `?version=${version}`}`;
  switch (language) {
    case 'Python':
      return `import pandas\n\ntable = pandas.read_csv("${table}", index_col="period")\nprint(table.tail())`;
    case 'R':
      return `table <- read.csv("${table}", check.names = FALSE)\ntail(table)`;
    case 'curl':
      return `curl -o capexgraph.csv '${table}'`;
    case 'TypeScript':
      return `import { createClient } from '@capexgraph/client';

const client = createClient({ url: '${address}' });
const { periods, series } = await client.series(${literal(given)});
for (const { label, values } of series) {
  console.log(label, periods.at(-1)?.label, values.at(-1));
}`;
  }
}

/** As a program has it: names without quotation marks. */
const literal = (value: object) =>
  JSON.stringify(value, null, 2)
    .replace(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'");
