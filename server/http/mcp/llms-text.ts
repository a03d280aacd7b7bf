import { citationFor, TITLE } from '../../store/citation.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Handler } from '../routes.ts';
import { TOOLS } from './generated/tools.ts';

/** Answers for `/llms.txt`, where agents look for what there is for them. */
export function llmsHandler(newest: () => Snapshot): Handler {
  return (_, response) => {
    const citation = citationFor(newest().catalog);
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(textOf(citation));
  };
}

function textOf(citation: string): string {
  return `# Capexgraph

> ${TITLE}. Every figure explains itself: its inputs, the documents that printed them, the days on which they became public, and how exactly it is known; where there is none, it says why. Do not fill gaps with estimates.

How to cite it: ${citation}

## For agents

- [Tools](/mcp): a Model Context Protocol server over HTTP, stateless and read-only
${TOOLS.map(({ name, description }) => `  - \`${name}\`: ${description.split(/(?<=\.) (?=[A-Z])/)[0]}`).join('\n')}

## For programs

- [GraphQL](/graphql): every figure, as of any day, in any currency; GET and POST
- [Schema](/schema.graphql): what can be asked, every field described
- [Files](/data/): the dataset as a Data Package, CSV tables, and one archive
- [What is new](/changes.atom): an entry for each import
`;
}
