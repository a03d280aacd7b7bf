import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type Token,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fragmentsOf, selectionSize } from '../graphql/limits.ts';
import { type Compiled, compile } from './compile.ts';
import { isPlain } from './plain-documents.ts';

/** The memory that documents may take: some hundred of the usual length. */
const MAX_BYTES = 64 * 1024 * 1024;

/** No document may take more than this part of the memory for all, so that a few do not drive out the rest. */
const LARGEST_PART = 6;

/** What a document takes at most, as measured: its text and its tokens, comments among them. */
const BYTES_PER_DOCUMENT = 2_000;
const BYTES_PER_CHARACTER = 3;
const BYTES_PER_TOKEN = 550;

/** What an operation takes at most as code, as measured. */
const BYTES_PER_OPERATION = 15_000;
const BYTES_PER_FIELD = 10_000;

/** The most fields of an operation that is compiled: compiling takes time in proportion. */
const MAX_FIELDS = 1_000;

/** How often an operation is executed before it is worth compiling. */
const SEEN_BEFORE = 1;

/**
 * Documents parsed lately, with their repeated operations compiled, up to a bound of memory; the least
 * recently used make room.
 */
export class DocumentCache {
  readonly #schema: GraphQLSchema;
  readonly #cache: LRUCache<string, CachedDocument>;

  constructor(schema: GraphQLSchema, maxBytes = MAX_BYTES) {
    this.#schema = schema;
    this.#cache = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes / LARGEST_PART),
      sizeCalculation: ({ bytes }) => bytes,
    });
  }

  /** What the documents take in memory, at most. */
  get bytes(): number {
    return this.#cache.calculatedSize;
  }

  get(text: string): DocumentNode | undefined {
    return this.#cache.get(text)?.document;
  }

  set(text: string, document: DocumentNode): void {
    this.#cache.set(text, new CachedDocument(text, document));
  }

  /** An operation as code, if it is compiled. */
  compiled(text: string, operationName: string | null): Compiled | undefined {
    return this.#cache.get(text)?.find(operationName)?.compiled;
  }

  /** Counts an execution of an operation, and compiles it from the second on. */
  seen(text: string, operationName: string | null): Compiled | undefined {
    const cached = this.#cache.get(text);
    const query = cached?.find(operationName);
    if (!query) return undefined;
    if (query.times++ === SEEN_BEFORE) {
      query.compiled = compile(this.#schema, cached!.document, query.operation);
      // It is larger now; one that has become too large goes.
      this.#cache.delete(text);
      this.#cache.set(text, cached!);
    }
    return query.compiled;
  }
}

/** A query that can be compiled. */
interface CachedQuery {
  readonly operation: OperationDefinitionNode;
  readonly fields: number;
  /** How often it has been executed. */
  times: number;
  compiled: Compiled | undefined;
}

class CachedDocument {
  readonly #ownBytes: number;
  readonly #queries: readonly CachedQuery[];

  constructor(
    text: string,
    readonly document: DocumentNode,
  ) {
    const fragments = fragmentsOf(document);
    this.#ownBytes =
      BYTES_PER_DOCUMENT + text.length * BYTES_PER_CHARACTER + tokensOf(document) * BYTES_PER_TOKEN;
    const operations = isPlain(document) ? queriesOf(document) : [];
    this.#queries = operations
      .map((operation) => ({
        operation,
        fields: selectionSize(operation.selectionSet, fragments).fields,
        times: 0,
        compiled: undefined,
      }))
      .filter(({ fields }) => fields <= MAX_FIELDS);
  }

  /** What it takes in memory by now. */
  get bytes(): number {
    return this.#queries
      .filter(({ compiled }) => compiled)
      .reduce(
        (sum, { fields }) => sum + BYTES_PER_OPERATION + fields * BYTES_PER_FIELD,
        this.#ownBytes,
      );
  }

  find(operationName: string | null): CachedQuery | undefined {
    const operation = getOperationAST(this.document, operationName);
    return this.#queries.find((query) => query.operation === operation);
  }
}

/** How many tokens a document has, comments among them: each stays in memory with it. */
function tokensOf({ loc }: DocumentNode): number {
  let count = 0;
  for (let token: Token | null = loc?.startToken ?? null; token; token = token.next) count++;
  return count;
}

function queriesOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query',
  ) as OperationDefinitionNode[];
}
