import { readFile } from 'node:fs/promises';
import { inProject } from '../paths.ts';

/** Texts of documents by their ids. */
export type Documents = ReadonlyMap<string, string>;

/** The documents of a server: those of the client's package, of its own page and tools, and what it was given. */
export class KnownDocuments {
  readonly #added: Documents;
  #own: Promise<Documents> | undefined;
  #texts: Promise<ReadonlySet<string>> | undefined;

  constructor(added: Documents = new Map()) {
    this.#added = added;
  }

  /** The text of a document, by its id. */
  async textOf(id: string): Promise<string | undefined> {
    if (this.#added.has(id)) return this.#added.get(id);
    this.#own ??= ownDocuments();
    return (await this.#own).get(id);
  }

  /** Whether a text is that of a known document, to the letter. */
  async hasText(text: string): Promise<boolean> {
    this.#own ??= ownDocuments();
    this.#texts ??= textsOf(this.#own, this.#added);
    return (await this.#texts).has(text);
  }
}

/** Read when they are first asked for, so that a start does not wait for them. */
async function ownDocuments(): Promise<Documents> {
  const [ofClient, ofReleases] = await Promise.all([
    import('../../client/sdk/documents.json', { with: { type: 'json' } }),
    // Applications go on with the client that they have.
    import('../../client/sdk/released/documents.json', { with: { type: 'json' } }),
  ]);
  return new Map(
    Object.entries({ ...(await ofPage()), ...ofReleases.default, ...ofClient.default }),
  );
}

/** Written when the page is built. */
async function ofPage(): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(inProject('dist/page/documents.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function textsOf(own: Promise<Documents>, added: Documents): Promise<ReadonlySet<string>> {
  const { TOOLS } = await import('./mcp/generated/tools.ts');
  const ofTools = TOOLS.map(({ document }) => document);
  return new Set([...(await own).values(), ...added.values(), ...ofTools]);
}
