import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { type Compiled, compile } from './compile.ts';
import { isPlain } from './plain-documents.ts';

/** Executes an operation. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** How often an operation is executed before it is worth compiling. */
const SEEN_BEFORE = 1;

/**
 * An executor that compiles the operations that come again. Everything that is out of the ordinary
 * (directives, variables that are refused, fields that fail) it leaves to the executor that it is
 * given, with a context of its own; so it is for queries only, as resolvers may run twice.
 */
export function createExecutor(
  schema: GraphQLSchema,
  { fallBack, freshContext }: { fallBack: Execute; freshContext: (context: unknown) => unknown },
): Execute {
  const known = new WeakMap<DocumentNode, Map<string | null, Operation>>();

  const operationOf = (document: DocumentNode, name: string | null): Operation => {
    const operations = kept(known, document, () => new Map<string | null, Operation>());
    return kept(operations, name, () => new Operation(schema, document, name));
  };

  return (args) => {
    const compiled = operationOf(args.document, args.operationName ?? null).compiled();
    const again = () => fallBack({ ...args, contextValue: freshContext(args.contextValue) });
    if (!compiled) return fallBack(args);
    try {
      const result = compiled(args.contextValue, args.variableValues);
      if (!result) return again();
      return 'then' in result ? result.then((settled) => settled ?? again(), again) : result;
    } catch {
      return again();
    }
  };
}

function kept<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** One operation of a document, compiled when it is executed the second time. */
class Operation {
  #seen = 0;
  #compiled: Compiled | undefined;

  constructor(
    readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
    readonly name: string | null,
  ) {}

  compiled(): Compiled | undefined {
    if (this.#seen++ === SEEN_BEFORE) {
      const { schema, document, name } = this;
      const operation = getOperationAST(document, name);
      if (operation && isPlain(document, operation)) {
        this.#compiled = compile(schema, document, operation);
      }
    }
    return this.#compiled;
  }
}
