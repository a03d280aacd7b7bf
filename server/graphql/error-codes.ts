/**
 * The codes in an error's `extensions.code`, and what each means. They do not change; messages may.
 * The client's type of them is made from this list.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'An argument or a variable is wrong; `extensions.argument` names it.',
  NOT_FOUND: 'There is nothing of that name; `extensions.argument` says of which.',
  QUERY_TOO_DEEP: 'The document goes deeper than one may.',
  QUERY_TOO_LARGE: 'The document, or what it asks for, is more than one request may ask for.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema, e.g. a field does not exist.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several without one.',
  UNKNOWN_DOCUMENT: 'The server knows no document with that `documentId`; send its text.',
  DOCUMENT_NOT_ALLOWED: 'The server answers only the documents that it knows, and this is none.',
  NOT_ACCEPTABLE: 'None of the media types that the request accepts is one of an answer.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not JSON, or not sent as such.',
  METHOD_NOT_ALLOWED: 'The address does not take that method; `allow` says which it takes.',
  RATE_LIMITED:
    'The client has asked for more than it may in this time; `retry-after` says when to ask again.',
  TOO_MANY_CONNECTIONS:
    'The client has more connections open than it may; it can use those again, or close some.',
  SERVICE_UNAVAILABLE:
    'What is asked for is not in memory, and the database is away or overloaded.',
  TIMEOUT: 'It took too long: the database, or all that others asked for.',
  VERSION_GONE:
    'The address, or a cursor, is of a version of the dataset that is served no more; `extensions.newest` is.',
  OVERLOADED: 'Too much is asked at once; ask again later.',
  BAD_REQUEST: 'The request is not one of GraphQL over HTTP.',
  REQUEST_ENTITY_TOO_LARGE: 'The body of the request is larger than it may be.',
  REQUEST_HEADERS_TOO_LARGE: 'The headers of the request are larger than they may be.',
  REQUEST_TIMEOUT: 'The request took too long to come.',
  INTERNAL_SERVER_ERROR: 'The server failed; its log says why.',
} as const satisfies Readonly<Record<string, string>>;

/** One of them. */
export type ErrorCode = keyof typeof ERROR_CODES;
