/**
 * A GraphQL document that knows the type of its answer and of its variables. It is a `String`
 * object: `String(document)` is its text. Those of this package are `TypedDocument`s, and so are
 * those that GraphQL Code Generator makes with `documentMode: 'string'`; a plain string is one
 * whose types are unknown.
 *
 * @example
 * import { type ResultOf, CompanyQuartersDocument } from '@capexgraph/client';
 * type Company = NonNullable<ResultOf<typeof CompanyQuartersDocument>['company']>;
 */
// biome-ignore lint/complexity/noBannedTypes: GraphQL Code Generator's documents are String objects.
export type TypedDocument<Result, Variables> = String & {
  /** Carries the types; there is no such property when the program runs. */
  __apiType?: ((variables: Variables) => Result) | undefined;
};

/** What a request of the document answers. */
export type ResultOf<Document> =
  Document extends TypedDocument<infer Result, never> ? Result : never;

/** The variables that a document takes. */
export type VariablesOf<Document> =
  Document extends TypedDocument<unknown, infer Variables> ? Variables : never;

/** The class of the documents of this package. */
export class TypedDocumentString<Result, Variables>
  extends String
  implements TypedDocument<Result, Variables>
{
  declare __apiType?: ((variables: Variables) => Result) | undefined;
}

/**
 * The document as a parsed node, which Apollo and urql want. It keeps its types. Give it a parser:
 * `gql` of either library, or `parse` of `graphql`; this package has none.
 *
 * @example
 * import { gql } from '@apollo/client';
 * const { data } = await apollo.query({ query: toDocumentNode(ClaimsDocument, gql) });
 */
export function toDocumentNode<Result, Variables, Node>(
  document: TypedDocument<Result, Variables>,
  parse: (source: string) => Node,
): UntypedNode<Node> & { __apiType?: (variables: Variables) => Result } {
  return parse(String(document)) as UntypedNode<Node>;
}

/** A parser may say that its nodes have types, and that these are unknown. */
type UntypedNode<Node> = Omit<Node, `__${string}`>;
