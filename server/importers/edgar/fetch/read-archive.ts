import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { RefusedInput } from '../../refusal.ts';
import type { EdgarDocument } from './edgar-document.ts';

/** The largest filers' files have some ten megabytes. */
const LARGEST_FILE = 64 * 1024 * 1024;
/** JSON of figures packs to about a tenth; a bomb to less than a thousandth. */
const HIGHEST_RATIO = 200;

const COMPANYFACTS = /^(?:.*\/)?CIK\d{10}\.json$/;

/**
 * The companyfacts files of an archive such as the SEC's companyfacts.zip, one in memory at a time.
 * Throws `RefusedInput` for an archive that is damaged or made to do harm.
 */
export async function* readArchive(path: string): AsyncGenerator<EdgarDocument> {
  const archive = await refusing(
    path,
    yauzl.openPromise(path, { lazyEntries: true, autoClose: false }),
  );
  try {
    let unpacked = 0;
    const entries = archive.eachEntry()[Symbol.asyncIterator]();
    for (;;) {
      const { done, value: entry } = await refusing(path, entries.next());
      if (done) return;
      unpacked += entry.uncompressedSize;
      if (unpacked > HIGHEST_RATIO * archive.fileSize) {
        throw refusal(path, `its files are over ${HIGHEST_RATIO} times as large as the archive`);
      }
      if (!COMPANYFACTS.test(entry.fileName)) continue;
      const name = `${path}, ${entry.fileName}`;
      yield { name, text: await refusing(name, readEntry(archive, entry)), isOneOfMany: true };
    }
  } finally {
    archive.close();
  }
}

/** How many companyfacts files an archive holds at most. */
export async function countEntries(path: string): Promise<number> {
  const archive = await refusing(
    path,
    yauzl.openPromise(path, { lazyEntries: true, autoClose: false }),
  );
  archive.close();
  return archive.entryCount;
}

async function readEntry(archive: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > LARGEST_FILE) {
    throw new Error(
      `it has ${entry.uncompressedSize} bytes; the largest that is read has ${LARGEST_FILE}`,
    );
  }
  // Ends with an error when there is more, or less, in it than it says.
  return (await buffer(await archive.openReadStreamPromise(entry))).toString('utf8');
}

async function refusing<T>(file: string, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw refusal(file, (error as Error).message);
  }
}

function refusal(file: string, reason: string): RefusedInput {
  return new RefusedInput([{ file, line: null, column: null, reason }]);
}
