/** The codes that the API gives its errors. They do not change; more may come. */
export type ErrorCode =
  /** An argument or a variable is wrong; `extensions.argument` names it. */
  | 'BAD_USER_INPUT'
  /** There is nothing of that name; `extensions.argument` says of which. */
  | 'NOT_FOUND'
  /** The document goes deeper than one may. */
  | 'QUERY_TOO_DEEP'
  /** The document, or what it asks for, is more than one request may ask for. */
  | 'QUERY_TOO_LARGE'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema, e.g. a field does not exist. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The document has no operation of that name, or several without one. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The server knows no document with that `documentId`; send its text. */
  | 'UNKNOWN_DOCUMENT'
  /** The server answers only the documents that it knows, and this is none. */
  | 'DOCUMENT_NOT_ALLOWED'
  /** None of the media types that the request accepts is one of an answer. */
  | 'NOT_ACCEPTABLE'
  /** The body is not JSON, or not sent as such. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** The address does not take that method; `allow` says which it takes. */
  | 'METHOD_NOT_ALLOWED'
  /**
   * The client has asked for more than it may in this time; `retry-after` says when to ask again.
   */
  | 'RATE_LIMITED'
  /** The client has more connections open than it may; it can use those again, or close some. */
  | 'TOO_MANY_CONNECTIONS'
  /** What is asked for is not in memory, and the database is away or overloaded. */
  | 'SERVICE_UNAVAILABLE'
  /** It took too long: the database, or all that others asked for. */
  | 'TIMEOUT'
  /**
   * The address, or a cursor, is of a version of the dataset that is served no more; `extensions.newest` is.
   */
  | 'VERSION_GONE'
  /** Too much is asked at once; ask again later. */
  | 'OVERLOADED'
  /** The request is not one of GraphQL over HTTP. */
  | 'BAD_REQUEST'
  /** The body of the request is larger than it may be. */
  | 'REQUEST_ENTITY_TOO_LARGE'
  /** The headers of the request are larger than they may be. */
  | 'REQUEST_HEADERS_TOO_LARGE'
  /** The request took too long to come. */
  | 'REQUEST_TIMEOUT'
  /** The server failed; its log says why. */
  | 'INTERNAL_SERVER_ERROR'
  // biome-ignore lint/complexity/noBannedTypes: keeps the codes above as suggestions.
  | (string & {});
