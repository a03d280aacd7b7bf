import { labelOf } from './cited-label.ts';
import { createCoreClient } from './core-client.ts';
import { CapexgraphError, GraphQLRequestError } from './errors.ts';
import { exchange } from './exchange.ts';
import { dataset } from './generated/methods.ts';
import type { ClientOptions, Fetch } from './options.ts';
import { addressOf, textOf } from './requests.ts';
import type { TypedDocument } from './typed-document.ts';

/** A figure as others can find and check it. */
export interface Citation {
  /** Whose figure it is, how it comes about, the day as of which it was asked for, and the dataset with its version. */
  readonly sentence: string;
  /**
   * Where the answer is: the document, its variables, which have `asOf` unless that stands in the document, and the version. A browser
   * runs the document there, on whatever version the server has; a program gets the answer, as long as
   * that is the one.
   */
  readonly address: string;
  /** The version of the dataset. */
  readonly version: string;
  /** The SHA-256 of the bytes that are there, 64 hexadecimal digits. */
  readonly digest: string;
}

/** A measure that was asked for its `explanation`, with a `label` of yours that says whose it is and which. */
interface Explained {
  readonly explanation: string;
  readonly label?: string | undefined;
}

/** What a figure says of itself, or words of your own. */
export type CitedFigure = string | Explained | null | undefined;

/**
 * Cites a figure of the answer to a document, from the newest version of the dataset. `figure` finds
 * it. Where it has no `label`, and its explanation begins with a figure, the sentence begins with
 * the `name` above it in the answer and the keys from there to it: `Alibaba Group, capex, growth`. Throws as `request` does, and a `CapexgraphError` where there is no such figure. The digest
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
  url.searchParams.set('query', textOf(document).trim());
  const json = JSON.stringify(variables);
  if (json !== '{}') url.searchParams.set('variables', json);
  url.searchParams.set('version', version);
  const { text, data } = await answerAt<Result>(url, options);
  const found = figure(data);
  if (found == null) throw new CapexgraphError('There is no such figure in the answer');
  const words = typeof found === 'string' ? found : explained(found, data);
  const days = daysIn(textOf(document), variables as object);
  const known = days.length ? `, as known on ${days.join(' and ')}` : '';
  const address = url.href;
  const sentence = `${words.replace(/\.$/, '')}${known}. ${citation}`;
  return { sentence, address, version, digest: await digestOf(text) };
}

const AS_OF = /\basOf\s*:\s*(?:"([\d-]+)"|\$(\w+))/g;

/** The days as of which a document asks, each once: those that stand in it, and those of its variables, given or by default. */
function daysIn(document: string, variables: object): string[] {
  const days = [...document.matchAll(AS_OF)].map(([, day, name = '']) => {
    const given = (variables as Record<string, unknown>)[name];
    if (day || given !== undefined) return day ?? given;
    return new RegExp(`\\$${name}\\s*:\\s*Date\\s*=\\s*"([\\d-]+)"`).exec(document)?.[1];
  });
  return [...new Set(days)].filter((day) => typeof day === 'string');
}

/** An explanation, after whose figure it is and which. */
function explained(figure: Explained, answer: unknown): string {
  const { explanation, label = labelOf(figure, answer, explanation) } = figure;
  return label ? `${label}: ${explanation}` : explanation;
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
