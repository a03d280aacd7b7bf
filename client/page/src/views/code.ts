export const LANGUAGES = ['TypeScript', 'Python', 'R', 'curl'] as const;

/** A program that gets the shown table, ready to run. */
export function codeOf(
  language: (typeof LANGUAGES)[number],
  {
    origin,
    csv,
    document,
    variables,
  }: { origin: string; csv: string; document: string; variables: object },
): string {
  const table = new URL(csv, origin).href;
  switch (language) {
    case 'Python':
      return `import pandas\n\ntable = pandas.read_csv("${table}", index_col="period")\nprint(table.tail())`;
    case 'R':
      return `table <- read.csv("${table}", check.names = FALSE)\ntail(table)`;
    case 'curl':
      return `curl -o capexgraph.csv '${table}'`;
    case 'TypeScript':
      return `import { createClient } from '@capexgraph/client';

const client = createClient({ url: '${origin}/graphql' });
const answer = await client.request(
  \`${document.trim()}\`,
  ${JSON.stringify(variables, null, 2).replaceAll('\n', '\n  ')},
);
console.log(answer);`;
  }
}
