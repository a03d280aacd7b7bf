import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { printSchema } from 'graphql';
import { schema } from '../../graphql/schema.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { type GraphQL, graphqlRequest } from '../exchange.ts';
import { TOOLS } from './generated/tools.ts';
import { toolAnswer } from './tool-answer.ts';

const INSTRUCTIONS = `Figures of what the cloud and AI companies of the US and China spend and earn, from their filings. Every figure explains itself: quote its explanation and its sources with it. Where a value is null there is none: say why, as \`missing\` and the explanation do, and do not estimate one. Ratios and growth are fractions, 0.25 is 25 %; amounts are in whole units of their currency. \`asOf\` answers as of a day. Cite the version with the figures.`;

/** It only reads, and the same question has the same answer. */
const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

type Tool = (typeof TOOLS)[number];
type Variables = Readonly<Record<string, unknown>>;

/** Checked by the compiled schemas, which are made once. */
const tools = TOOLS.map((tool) => ({
  tool,
  inputSchema: fromJsonSchema<Variables>(tool.inputSchema as object),
}));

/** The tools and resources of `/mcp`, for one request. */
export function toolsServer(graphql: GraphQL, newest: () => Snapshot): McpServer {
  const server = new McpServer(
    { name: 'capexgraph', version: '1' },
    { instructions: INSTRUCTIONS },
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
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[];
}

/** Asks as anybody asks /graphql, within the same limits. */
async function answerOf(tool: Tool, variables: Variables, graphql: GraphQL, snapshot: Snapshot) {
  const request = graphqlRequest({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: Buffer.from(JSON.stringify({ query: tool.document, variables })),
  });
  const { body } = await graphql(request, snapshot);
  const { data, errors } = JSON.parse(body.toString()) as Answered;
  if (errors || !data) return failed(errors?.map(({ message }) => message) ?? ['No answer.']);
  const answer = data[tool.field];
  if (answer === null) return failed(['The dataset has nothing of that name.']);
  const { version } = snapshot.catalog;
  const asOf = typeof variables.asOf === 'string' ? variables.asOf : null;
  const said = toolAnswer(answer, { asOf, version });
  return {
    content: [{ type: 'text' as const, text: JSON.stringify(said) }],
    structuredContent: { ...said },
  };
}

/** What an agent can mend, and no figure. */
const failed = (messages: readonly string[]) => ({
  content: [{ type: 'text' as const, text: messages.join('\n') }],
  isError: true,
});
