import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that was fetched before. */
export interface CachedFile {
  /** The headers that ask for it only if it has changed. */
  readonly conditions: Readonly<Record<string, string>>;
  text(): Promise<string>;
}

/**
 * Fetched files in a folder, each with the validators that its server gave, so that an import that was
 * interrupted, or is repeated, is sent only what is new.
 */
export class FileCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<CachedFile | undefined> {
    const conditions = await readFile(this.#validatorsOf(name), 'utf8')
      .then((text) => JSON.parse(text) as Record<string, string>)
      .catch(() => undefined);
    if (!conditions) return undefined;
    return { conditions, text: () => readFile(join(this.#folder, name), 'utf8') };
  }

  async write(name: string, text: string, headers: Headers): Promise<void> {
    const etag = headers.get('etag');
    const modified = headers.get('last-modified');
    const conditions = {
      ...(etag && { 'if-none-match': etag }),
      ...(modified && { 'if-modified-since': modified }),
    };
    await mkdir(this.#folder, { recursive: true });
    // The validators of an older text would be answered with "not modified" for a text of theirs.
    await replace(this.#validatorsOf(name), 'null');
    await replace(join(this.#folder, name), text);
    if (Object.keys(conditions).length > 0) {
      await replace(this.#validatorsOf(name), JSON.stringify(conditions));
    }
  }

  #validatorsOf(name: string): string {
    return join(this.#folder, `${name}.validators`);
  }
}

/** Writes a file as a whole or not at all. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.${process.pid}`, text);
  await rename(`${path}.${process.pid}`, path);
}
