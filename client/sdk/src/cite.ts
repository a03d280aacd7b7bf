import { createCoreClient } from './core-client.ts';
import { CapexgraphError, GraphQLRequestError } from './errors.ts';
import { exchange } from './exchange.ts';
import { dataset } from './generated/methods.ts';
import type { ClientOptions, Fetch } from './options.ts';
import { print } from './print.ts';
import { addressOf } from './requests.ts';
import type { TypedDocument } from './typed-document.ts';

/** A figure as others can find and check it. */
export interface Citation {
  /** The figure in words, the day as of which it was asked for, and the dataset with its version. */
  readonly sentence: string;
  /**
   * Where the answer is: the document, its variables, which have `asOf`, and the version. A browser
   * shows the document there; a program gets the answer, as long as the server has that version.
   */
  readonly address: string;
  /** The version of the dataset. */
  readonly version: string;
  /** The SHA-256 of the bytes that are there, 64 hexadecimal digits. */
  readonly digest: string;
}

/** What a figure says of itself: a measure that was asked for its `explanation`, or words of your own. */
export type CitedFigure = string | { readonly explanation: string } | null | undefined;

/**
 * Cites a figure of the answer to a document, from the newest version of the dataset. `figure` finds
 * it. Throws as `request` does, and a `CapexgraphError` where there is no such figure. The digest
 * needs `crypto.subtle`, which pages have over HTTPS and from localhost only.
 *
 * @example
 * const { sentence } = await cite({ url }, ComparisonDocument, variables, ({ comparison }) => comparison.latest?.capexMultiple);
 */
export async function cite<Result, Variables>(
  options: ClientOptions,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  figure: (result: Result) => CitedFigure,
): Promise<Citation> {
  const { version, citation } = await dataset(createCoreClient(options));
  const url = addressOf(options.url);
  const query = 'kind' in document ? print(document) : String(document);
  url.searchParams.set('query', query);
  const json = JSON.stringify(variables);
  if (json !== '{}') url.searchParams.set('variables', json);
  url.searchParams.set('version', version);
  const { text, data } = await answerAt<Result>(url, options);
  const found = figure(data);
  if (found == null) throw new CapexgraphError('There is no such figure in the answer');
  const words = typeof found === 'string' ? found : found.explanation;
  const { asOf } = variables as { asOf?: string | null };
  const known = asOf == null ? '' : `, as known on ${asOf}`;
  const address = url.href;
  const sentence = `${words.replace(/\.$/, '')}${known}. ${citation}`;
  return { sentence, address, version, digest: await digestOf(text) };
}

async function answerAt<Result>(url: URL, options: ClientOptions) {
  let text = '';
  const read: Fetch = async (...request) => {
    const response = await (options.fetch ?? fetch)(...request);
    text = await response.clone().text();
    return response;
  };
  const headers = { accept: 'application/json' };
  const result = await exchange(read, url, { headers });
  if (result.errors.length) throw new GraphQLRequestError(result, 1);
  return { text, data: result.data as Result };
}

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
