import { createReadStream } from 'node:fs';

/** How much of a file is read at once, and how long one record may be; a quote that is never closed would make it all one. */
const PIECE_BYTES = 256 * 1024;
const RECORD_LENGTH = 16 * 1024 * 1024;

/** A piece of a CSV file that ends with a record, and how many lines are before it. */
export interface Piece {
  readonly text: string;
  readonly linesBefore: number;
}

/** A CSV file in pieces, so that it is never in memory whole. Throws `TypeError` where it is not UTF-8. */
export async function* piecesOf(file: string, bytes = PIECE_BYTES): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let linesBefore = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: bytes })) {
    rest += decoder.decode(chunk as Buffer, { stream: true });
    const end = rest.length > RECORD_LENGTH ? rest.length : endOfRecords(rest);
    if (end === 0) continue;
    const text = rest.slice(0, end);
    yield { text, linesBefore };
    linesBefore += count(text, '\n');
    rest = rest.slice(end);
  }
  rest += decoder.decode();
  if (rest !== '') yield { text: rest, linesBefore };
}

/** Where the last whole record of a text ends: at a line's end that is not within quotes. */
function endOfRecords(text: string): number {
  let isQuoted = count(text, '"') % 2 === 1;
  for (let place = text.length - 1; place >= 0; place--) {
    const sign = text[place];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) return place + 1;
  }
  return 0;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let place = text.indexOf(sign); place >= 0; place = text.indexOf(sign, place + 1)) found++;
  return found;
}
