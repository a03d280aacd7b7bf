import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fragmentsOf, selectionSize } from '../graphql/limits.ts';
import { type Compiled, compile } from './compile.ts';
import { isPlain } from './plain-documents.ts';

/** The memory that documents may take: some hundred of the usual length. */
const MAX_BYTES = 64 * 1024 * 1024;

/** No document may take more than this part of the memory for all, so that a few do not drive out the rest. */
const LARGEST_PART = 16;

/** What a document takes: parsed, for each character; compiled, for each field. */
const BYTES_PER_CHARACTER = 200;
const BYTES_PER_FIELD = 2_000;

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
  readonly #cache = new LRUCache<string, CachedDocument>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_BYTES / LARGEST_PART,
    sizeCalculation: ({ bytes }) => bytes,
  });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
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
    }
    return query.compiled;
  }
}

/** A query that can be compiled. */
interface CachedQuery {
  readonly operation: OperationDefinitionNode;
  /** How often it has been executed. */
  times: number;
  compiled: Compiled | undefined;
}

class CachedDocument {
  readonly bytes: number;
  readonly #queries: readonly CachedQuery[];

  constructor(
    text: string,
    readonly document: DocumentNode,
  ) {
    const fragments = fragmentsOf(document);
    const fieldsOf = ({ selectionSet }: OperationDefinitionNode) =>
      selectionSize(selectionSet, fragments).fields;
    const queries = isPlain(document) ? queriesOf(document) : [];
    const compilable = queries.filter((query) => fieldsOf(query) <= MAX_FIELDS);
    const fields = compilable.reduce((sum, query) => sum + fieldsOf(query), 0);
    this.bytes = 1 + text.length * BYTES_PER_CHARACTER + fields * BYTES_PER_FIELD;
    this.#queries = compilable.map((operation) => ({ operation, times: 0, compiled: undefined }));
  }

  find(operationName: string | null): CachedQuery | undefined {
    const operation = getOperationAST(this.document, operationName);
    return this.#queries.find((query) => query.operation === operation);
  }
}

function queriesOf({ definitions }: DocumentNode): OperationDefinitionNode[] {
  return definitions.filter(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query',
  ) as OperationDefinitionNode[];
}
