import { AddressError, type ExecutionResult } from './errors.ts';
import type { ClientOptions } from './options.ts';
import { print } from './print.ts';

/** The longest address that is sent, in characters: half of what servers and proxies are to take by RFC 9110. */
const LONGEST_ADDRESS = 4_096;

/** What is sent: an address, with a body where it is a POST. */
export interface Outgoing {
  readonly url: URL;
  readonly body?: string;
  /** Of the document, where that is sent by it. */
  readonly id?: string | undefined;
}

/** A document and its variables, and how to send them. */
export interface Question {
  readonly isMutation: boolean;
  /**
   * A GET by the document's id, or by its text where there is none or the server does not know it;
   * a POST where the address would be too long, of a mutation, and where it is wanted.
   */
  outgoing(): Outgoing;
  /** Whether the server does not know the document by its id. It is not sent by it again. */
  isUnknown(sent: Outgoing, result: ExecutionResult<unknown>): boolean;
}

/** A document of any kind; tools keep ids in different places. */
interface Document {
  readonly kind?: unknown;
  readonly documentId?: unknown;
  readonly __meta__?: { readonly hash?: unknown } | undefined;
}

/** Ids of documents that a client's server does not know. */
const unknownTo = new WeakMap<ClientOptions, Set<string>>();

export function questionOf(
  client: ClientOptions,
  document: Document,
  variables: unknown,
  version?: string,
): Question {
  const base = addressOf(client.url);
  if (version) base.searchParams.set('version', version);
  const query = textOf(document);
  const isMutation = /^\s*mutation\b/m.test(query);
  const isPost = isMutation || client.method === 'POST';
  const unknown = unknownTo.get(client) ?? new Set();
  unknownTo.set(client, unknown);
  return {
    isMutation,
    outgoing() {
      const known = isPost ? undefined : idOf(document);
      const id = known && !unknown.has(known) ? known : undefined;
      const url = new URL(base);
      url.searchParams.set(id ? 'documentId' : 'query', id ?? query);
      const json = JSON.stringify(variables);
      if (json && json !== '{}') url.searchParams.set('variables', json);
      return isPost || url.href.length > LONGEST_ADDRESS
        ? { url: base, body: JSON.stringify({ query, variables }) }
        : { url, id };
    },
    isUnknown({ id }, { data, errors: [error] }) {
      // A server that has nothing to do with ids calls the request a bad one.
      const codes = ['UNKNOWN_DOCUMENT', 'BAD_REQUEST'];
      const isUnknown = !data && codes.includes(error?.extensions?.code ?? '');
      if (!id || !isUnknown) return false;
      unknown.add(id);
      return true;
    },
  };
}

function idOf({ documentId, __meta__ }: Document): string | undefined {
  if (typeof documentId === 'string') return documentId;
  const hash = String(__meta__?.hash);
  return hash.startsWith('sha256:') ? hash : undefined;
}

/** A document's text, whatever it is kept as. */
export function textOf(document: object): string {
  return (document as Document).kind === 'Document' ? print(document) : String(document);
}

/** A whole address, of one that may be relative to the page. */
export function addressOf(url: string | URL): URL {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  try {
    return new URL(url, page);
  } catch (cause) {
    throw new AddressError(
      page
        ? `There is no address ${url}`
        : `${url} is no whole address, and there is no page here that it could be relative to: give the client one like https://example.org/graphql`,
      { cause },
    );
  }
}
