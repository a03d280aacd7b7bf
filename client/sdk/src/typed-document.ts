/**
 * A GraphQL document that knows the type of its answer and of its variables: one of this package,
 * one that GraphQL Code Generator, gql.tada or `gql` made, as a text or parsed, or a plain string,
 * whose types are unknown.
 *
 * @example
 * import { type ResultOf, CompanyQuartersDocument } from '@capexgraph/client';
 * type Company = NonNullable<ResultOf<typeof CompanyQuartersDocument>['company']>;
 */
export type TypedDocument<Result, Variables> =
  | DocumentText<Result, Variables>
  | ParsedDocument<Result, Variables>;

/**
 * A document as a `String` object: `String(document)` is its text. Those of this package have the
 * SHA-256 of their text as their id, as in `documents.json`.
 */
// biome-ignore lint/complexity/noBannedTypes: GraphQL Code Generator's documents are String objects.
export type DocumentText<Result, Variables> = String &
  Typed<Result, Variables> & { readonly documentId?: string | undefined };

/** A document as the parser of GraphQL.js leaves it. */
export type ParsedDocument<Result, Variables> = Typed<Result, Variables> & {
  readonly kind: string;
  readonly definitions: readonly object[];
};

interface Typed<Result, Variables> {
  /** Carries the types; there is no such property when the program runs. */
  __apiType?: ((variables: Variables) => Result) | undefined;
}

/** What a request of the document answers. */
export type ResultOf<Document> = Document extends Typed<infer Result, never> ? Result : never;

/** The variables that a document takes. */
export type VariablesOf<Document> =
  Document extends Typed<unknown, infer Variables> ? Variables : never;

/**
 * The document as a parsed node, which Apollo and urql want. It keeps its types. Give it a parser:
 * `gql` of either library, or `parse` of `graphql`; this package has none.
 *
 * @example
 * import { gql } from '@apollo/client';
 * const { data } = await apollo.query({ query: toDocumentNode(ClaimsDocument, gql) });
 */
export function toDocumentNode<Result, Variables, Node>(
  document: DocumentText<Result, Variables>,
  parse: (source: string) => Node,
): UntypedNode<Node> & { __apiType?: (variables: Variables) => Result } {
  return parse(String(document)) as UntypedNode<Node>;
}

/** A parser may say that its nodes have types, and that these are unknown. */
type UntypedNode<Node> = Omit<Node, `__${string}`>;
