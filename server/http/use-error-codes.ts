import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  type ValidationContext,
  visit,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { databaseFaultOf } from '../database/outage.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { databaseFault, isFinal, refusal } from '../graphql/errors.ts';

const BAD_USER_INPUT: ErrorCode = 'BAD_USER_INPUT';

/**
 * Yoga plugin: gives every error in what the caller sent a code and the name of the argument or
 * variable that it is in, where GraphQL.js leaves them out.
 */
export function useErrorCodes(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (!requestParser) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          throw error instanceof SyntaxError ? notJson(error) : error;
        }
      });
    },
    onValidate({ params, addValidationRule }) {
      addValidationRule(queriesOnly);
      return ({ result, setResult }) => {
        if (result.length > 0) {
          setResult(result.map((error) => withArgument(error, params.documentAST as DocumentNode)));
        }
      };
    },
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result) || !result.errors) return;
        const outage = result.errors.map(databaseFaultOf).find(Boolean);
        const end = result.errors.find(isFinal);
        if (outage) setResult({ errors: [databaseFault(outage)] });
        else if (end) setResult({ errors: [end] });
        else setResult({ ...result, errors: result.errors.map(withVariable) });
      },
    }),
  };
}

/** `variables` or `extensions` of a GET request or a form. */
function notJson({ message }: SyntaxError): GraphQLError {
  return new GraphQLError(`A parameter of the request is not JSON: ${message}.`, {
    extensions: { code: 'BAD_REQUEST' satisfies ErrorCode, http: { status: 400 } },
  });
}

/**
 * A validation rule: there are queries only, for which GraphQL.js has an error without a code; and a variable's name does
 * not begin with two underscores, since GraphQL.js would lose one called `__proto__`.
 */
function queriesOnly(context: ValidationContext): ASTVisitor {
  return {
    VariableDefinition({ variable }) {
      const { value } = variable.name;
      if (!value.startsWith('__')) return;
      const message = `$${value}: names that begin with two underscores are GraphQL's own; take another.`;
      context.reportError(new GraphQLError(message, { nodes: variable }));
    },
    OperationDefinition(node) {
      if (node.operation === 'query') return;
      context.reportError(
        new GraphQLError(`There are only queries here, no ${node.operation}s.`, { nodes: node }),
      );
    },
  };
}

/** What GraphQL.js says when comparing fields of one name has taken too long. */
const ABORTED = 'Validation aborted.';
const REPEATED = 'The query asks for the same fields too many times; ask for each of them once.';

function withArgument(error: GraphQLError, document: DocumentNode): GraphQLError {
  if (error.message === ABORTED) return refusal('QUERY_TOO_LARGE', REPEATED);
  const node = error.nodes?.[0];
  const argument = node && VALUES.has(node.kind) && argumentAround(node, document);
  return argument ? copy(error, `${argument}: ${error.message}`, argument) : error;
}

/** The error of a variable has the variable's definition for a node, and no path. */
function withVariable(error: GraphQLError): GraphQLError {
  const node = error.nodes?.[0];
  if (error.path || node?.kind !== Kind.VARIABLE_DEFINITION) return error;
  return copy(error, error.message, `$${node.variable.name.value}`);
}

function copy(error: GraphQLError, message: string, argument: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes,
    originalError: error.originalError,
    extensions: { ...error.extensions, code: BAD_USER_INPUT, argument },
  });
}

/** The nodes that stand for what a caller gave an argument. */
const VALUES: ReadonlySet<string> = new Set([
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.FLOAT,
  Kind.INT,
  Kind.LIST,
  Kind.NULL,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
  Kind.STRING,
]);

/** The names of the argument and input fields around a value, e.g. `where.from`. */
function argumentAround(value: ASTNode, document: DocumentNode): string {
  const names: string[] = [];
  const enter = (node: ASTNode & { name: { value: string } }) => {
    const surrounds =
      node.loc && value.loc && node.loc.start <= value.loc.start && node.loc.end >= value.loc.end;
    if (surrounds) names.push(node.name.value);
  };
  visit(document, { Argument: { enter }, ObjectField: { enter } });
  return names.join('.');
}
