/** What a request says, by the names of GraphQL over HTTP; nothing of it has been checked. */
export interface Parameters {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/** The parameters of an address or a body; undefined where they cannot be read. */
export function parametersOf(url: string, body: Buffer | undefined): Parameters | undefined {
  try {
    if (body) return asObject(JSON.parse(body.toString()));
    const search = searchOf(url);
    const text = (name: string) => search.get(name) ?? undefined;
    const json = (name: string) => (search.get(name) ? JSON.parse(search.get(name)!) : undefined);
    return {
      query: text('query'),
      documentId: text('documentId'),
      variables: json('variables'),
      operationName: text('operationName'),
      extensions: json('extensions'),
    };
  } catch {
    return undefined;
  }
}

/** What follows the question mark of an address. */
export function searchOf(url: string): URLSearchParams {
  const mark = url.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
}

function asObject(value: unknown): Parameters | undefined {
  return isObject(value) ? value : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
