import type { ErrorCode } from '../../graphql/error-codes.ts';
import { noSuchCompany, noSuchGroup } from '../../graphql/nearest.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { TOOLS } from './generated/tools.ts';

type Tool = (typeof TOOLS)[number];
type Variables = Readonly<Record<string, unknown>>;

/** What is wrong with a call, and no figure. */
export interface ToolError {
  readonly code: ErrorCode;
  readonly message: string;
  /** The argument that is wrong, where it is known. */
  readonly argument?: string;
}

/** An error of GraphQL. */
export interface Fault {
  readonly message: string;
  readonly extensions?: { readonly code?: ErrorCode; readonly argument?: string };
}

/** What GraphQL refuses, in an agent's words. */
export function errorOf({ message, extensions = {} }: Fault, tool: Tool): ToolError {
  const { code = 'BAD_USER_INPUT', argument } = extensions;
  const mend = code === 'QUERY_TOO_LARGE' ? narrower(tool) : '';
  const named = argument !== undefined && { argument: variableOf(argument, tool) };
  return { code, message: `${message}${mend}`, ...named };
}

/** The tool's name for an argument of the schema, e.g. group.companies[0] for by.companies[0], or for a variable. */
function variableOf(argument: string, { document }: Tool): string {
  const [, name = '', rest = ''] = /^\$?(\w+)(.*)$/.exec(argument) ?? [];
  const [, variable = name] = new RegExp(`\\b${name}: \\$(\\w+)`).exec(document) ?? [];
  return `${variable}${rest}`;
}

/** The arguments that make an answer smaller. */
const NARROWING = ['from', 'to', 'first', 'last'];

function narrower({ name, inputSchema }: Tool): string {
  const those = NARROWING.filter((argument) => argument in inputSchema.properties);
  return ` In a call of ${name}, ask for less at once by ${those.join(', ')}.`;
}

/** Whether an answer has nothing, and the call named what there is not. */
export const isNothing = (answer: unknown, { source }: Variables) =>
  answer === null || (Array.isArray(answer) && answer.length === 0 && source != null);

/** That there is nothing of the name that was asked for, with those that there are. */
export function nothingThere({ company, group, source }: Variables, snapshot: Snapshot): ToolError {
  if (source != null) return noClaims(String(source), snapshot);
  const [by, argument, message] = company
    ? ([company, 'company', noSuchCompany] as const)
    : ([group, 'group', noSuchGroup] as const);
  const [name] = Object.values(by ?? {});
  return { code: 'NOT_FOUND', message: message(String(name), snapshot), argument };
}

function noClaims(source: string, { catalog }: Snapshot): ToolError {
  const slugs = new Set(catalog.claims.map((claim) => claim.source.slug));
  const message = `There are no such claims of ${JSON.stringify(source)}; there are some of ${[...slugs].join(', ')}.`;
  return { code: 'NOT_FOUND', message, argument: 'source' };
}
