import { fromJsonSchema, type jsonSchemaValidator, McpServer } from '@modelcontextprotocol/server';
import { printSchema } from 'graphql';
import { schema } from '../../graphql/schema.ts';
import { citationFor } from '../../store/citation.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { type GraphQL, graphqlRequest } from '../exchange.ts';
import { TOOLS } from './generated/tools.ts';
import { toolAnswer } from './tool-answer.ts';
import { faultIn, withDefaults } from './tool-arguments.ts';
import { errorOf, type Fault, isNothing, nothingThere, type ToolError } from './tool-refusal.ts';

const INSTRUCTIONS = `Figures of what the cloud and AI companies of the US and China spend and earn, from their filings. Every figure explains itself: quote its explanation and its sources with it. Where a value is null there is none: say why, as \`missing\` and the explanation do, and do not estimate one. Ratios and growth are fractions, 0.25 is 25 %; amounts are in whole units of their currency. \`asOf\` answers as of a day, and without it by all that is known. Lists are short unless \`last\`, \`first\` or \`from\` says otherwise. Cite figures as \`citation\` says. A call that is refused gives \`errors\`, each with a \`code\` that does not change and what would do.`;

/** It only reads, and the same question has the same answer. */
const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

type Tool = (typeof TOOLS)[number];
type Variables = Readonly<Record<string, unknown>>;

/** Arguments are for the tool and for GraphQL to check, which say what is wrong with a code and name what would do. */
const LEFT_TO_GRAPHQL: jsonSchemaValidator = {
  getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
};

const tools = TOOLS.map((tool) => ({
  tool,
  inputSchema: fromJsonSchema<Variables>(tool.inputSchema as object, LEFT_TO_GRAPHQL),
}));

/** So many names are told to whoever connects. */
const NAMED = 50;

/** What is to be known before any tool is called. */
function instructions({ catalog: { companies, groups } }: Snapshot): string {
  const names = (all: readonly { readonly slug: string }[]) =>
    all
      .slice(0, NAMED)
      .map(({ slug }) => slug)
      .join(', ');
  const more = companies.length > NAMED ? `, and ${companies.length - NAMED} more` : '';
  return `${INSTRUCTIONS} Groups: ${names(groups)}. Companies: ${names(companies)}${more}.`;
}

/** The tools and resources of `/mcp`, for one request. */
export function toolsServer(graphql: GraphQL, newest: () => Snapshot): McpServer {
  const server = new McpServer(
    { name: 'capexgraph', version: '1' },
    { instructions: instructions(newest()) },
  );
  for (const { tool, inputSchema } of tools) {
    const { name, description } = tool;
    server.registerTool(
      name,
      { description, inputSchema, annotations: READ_ONLY },
      async (variables) => answerOf(tool, variables, graphql, newest()),
    );
  }
  const address = 'capexgraph://schema.graphql';
  const config = {
    mimeType: 'application/graphql',
    description: 'The schema of /graphql, for questions that no tool answers.',
  };
  server.registerResource('schema', address, config, async () => ({
    contents: [{ uri: address, mimeType: config.mimeType, text: printSchema(schema) }],
  }));
  return server;
}

interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly Fault[];
}

/** Asks as anybody asks /graphql, within the same limits. */
async function answerOf(tool: Tool, given: Variables, graphql: GraphQL, snapshot: Snapshot) {
  const fault = faultIn(given, tool);
  if (fault) return refused([fault]);
  const variables = withDefaults(given, tool);
  const request = graphqlRequest({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: Buffer.from(JSON.stringify({ query: tool.document, variables })),
  });
  const { body } = await graphql(request, snapshot);
  const { data, errors } = JSON.parse(body.toString()) as Answered;
  if (errors || !data) return refused((errors ?? []).map((error) => errorOf(error, tool)));
  const answer = data[tool.field];
  if (isNothing(answer, variables)) return refused([nothingThere(variables, snapshot)]);
  const { version } = snapshot.catalog;
  const asOf = typeof variables.asOf === 'string' ? variables.asOf : null;
  const citation = citationFor(snapshot.catalog);
  return alike({ ...toolAnswer(answer, { asOf, version, citation }) });
}

/** What an agent can mend, by its code, and no figure. */
const refused = (errors: readonly ToolError[]) => ({ ...alike({ errors }), isError: true });

/** The same as text and as it is. */
const alike = (said: Readonly<Record<string, unknown>>) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(said) }],
  structuredContent: said,
});
