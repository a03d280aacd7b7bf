import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Compiled, compile } from './compile.ts';
import { isPlain } from './plain-documents.ts';

/** Executes an operation of a document that has been validated. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** An executor that compiles the operations that come again. */
export interface Executor {
  /**
   * Executes an operation. Everything that is out of the ordinary (directives, variables that are
   * refused, fields that fail) it leaves to `fallBack`, in a context of its own; so it is for queries
   * only, as resolvers may run twice.
   */
  execute(args: ExecutionArgs, fallBack: Execute): ReturnType<Execute>;
  /** The compiled operation of a document that has been executed before, by its text. */
  find(text: string, operationName: string | null): Compiled | undefined;
}

/** How often an operation is executed before it is worth compiling. */
const SEEN_BEFORE = 1;

/** How many documents are known at a time. */
const MAX_DOCUMENTS = 1_000;

export function createExecutor(
  schema: GraphQLSchema,
  freshContext: (context: unknown) => unknown,
): Executor {
  const known = new LRUCache<string, KnownDocument>({ max: MAX_DOCUMENTS });

  const compiledOf = ({ document, operationName }: ExecutionArgs): Compiled | undefined => {
    const text = document.loc?.source.body;
    if (text === undefined) return undefined;
    const found = known.get(text) ?? new KnownDocument(schema, document);
    known.set(text, found);
    return found.seen(operationName ?? null);
  };

  return {
    find: (text, operationName) => known.get(text)?.compiled.get(operationName),
    execute(args, fallBack) {
      const compiled = compiledOf(args);
      if (!compiled) return fallBack(args);
      const again = () => fallBack({ ...args, contextValue: freshContext(args.contextValue) });
      try {
        const result = compiled(args.contextValue, args.variableValues);
        if (!result) return again();
        return 'then' in result ? result.then((settled) => settled ?? again(), again) : result;
      } catch {
        return again();
      }
    },
  };
}

/** A document, and those of its operations that have come again. */
class KnownDocument {
  readonly compiled = new Map<string | null, Compiled | undefined>();
  readonly #times = new Map<string | null, number>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly document: DocumentNode,
  ) {}

  /** Counts one execution of an operation; gives it compiled when it is. */
  seen(name: string | null): Compiled | undefined {
    const operation = getOperationAST(this.document, name);
    if (!operation) return undefined;
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    if (times === SEEN_BEFORE && isPlain(this.document, operation)) {
      this.compiled.set(name, compile(this.schema, this.document, operation));
    }
    return this.compiled.get(name);
  }
}
