import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may be compressed. */
export type Encoding = 'br' | 'gzip';

/** The better one first. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/** A smaller body would hardly become any smaller, and fits into one packet as it is. */
export const SMALLEST_COMPRESSED_BYTES = 1_024;

/** Which of the encodings a header `accept-encoding` prefers; undefined for none. */
export function encodingOf(
  header: string | string[] | undefined,
  encodings = ENCODINGS,
): Encoding | undefined {
  if (!header) return undefined;
  const qualities = new Map<string, number>();
  for (const each of String(header).toLowerCase().split(',')) {
    const [name, quality = '1'] = each.trim().split(/\s*;\s*q=/);
    qualities.set(name!, Number(quality));
  }
  let best: Encoding | undefined;
  let most = 0;
  for (const encoding of encodings) {
    const quality = qualities.get(encoding) ?? qualities.get('*') ?? 0;
    if (quality > most) [best, most] = [encoding, quality];
  }
  return best;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** How hard is tried: what is kept for long is worth more time than an answer that somebody waits for. */
const LEVELS = { answer: { br: 5, gzip: 6 }, file: { br: 9, gzip: 9 } };

/** Compresses in a thread beside this one. */
export function compress(
  body: Buffer,
  encoding: Encoding,
  kind: keyof typeof LEVELS = 'answer',
): Promise<Buffer> {
  const level = LEVELS[kind][encoding];
  if (encoding === 'gzip') return gzipped(body, { level });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: level,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return brotli(body, { params });
}

/** Compresses a file once for each encoding, when it is first asked for. */
export function compressedOnce(body: Buffer): (encoding: Encoding) => Promise<Buffer> {
  const made = new Map<Encoding, Promise<Buffer>>();
  return (encoding) => {
    const compressed = made.get(encoding) ?? compress(body, encoding, 'file');
    made.set(encoding, compressed);
    return compressed;
  };
}
