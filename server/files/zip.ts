import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { formatDay, parseDay } from '../domain/day.ts';
import { type DatasetReader, FILES } from './dataset-reader.ts';

/** The first day that an archive knows. */
const EARLIEST = parseDay('1980-01-01')!;

/** All files in one archive, which is made while it is read: each file is asked for after the one before. */
export function zipOf(reader: DatasetReader): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);
  const { completeTo } = reader.edition;
  // Archives of one version are alike, whenever they are made.
  const mtime = new Date(formatDay(completeTo ?? EARLIEST));
  for (const name of FILES) {
    zip.addReadStreamLazy(name, { mtime, compress: true }, (open) => {
      const content = reader.read(name);
      const readable = typeof content === 'string' ? Readable.from([content]) : content;
      // A database that goes away, or a reader whose connection is cut; nothing else listens.
      readable.on('error', fail);
      open(null, readable);
    });
  }
  zip.end();
  zip.on('error', fail);
  return output;
}
