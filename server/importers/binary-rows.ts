/** What PostgreSQL's binary format has before the first row: a signature, flags, the length of an extension. */
const HEADER = 11 + 4 + 4;
/** The bytes of how many fields a row has; -1 after the last row. */
const COUNT = 2;
/** The bytes of how long a field is; -1 for one that is null. */
const LENGTH = 4;

type BinaryRow = readonly (Buffer | null)[];

/** The rows of a COPY in PostgreSQL's binary format, each with its fields. */
export async function* binaryRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<BinaryRow> {
  let bytes: Buffer = Buffer.alloc(0);
  let start = HEADER;
  for await (const chunk of chunks) {
    bytes = Buffer.concat([bytes, chunk]);
    for (let row = rowAt(bytes, start); row; row = rowAt(bytes, start)) {
      yield row.fields;
      start = row.end;
    }
    if (start <= bytes.length) {
      bytes = bytes.subarray(start);
      start = 0;
    }
  }
}

/** The row at a place, if all of it is there. */
function rowAt(bytes: Buffer, start: number): { fields: BinaryRow; end: number } | undefined {
  if (start + COUNT > bytes.length) return undefined;
  const count = bytes.readInt16BE(start);
  if (count < 0) return undefined;
  const fields: (Buffer | null)[] = [];
  let end = start + COUNT;
  while (fields.length < count) {
    if (end + LENGTH > bytes.length) return undefined;
    const length = bytes.readInt32BE(end);
    end += LENGTH;
    if (length > bytes.length - end) return undefined;
    fields.push(length < 0 ? null : bytes.subarray(end, end + length));
    end += Math.max(0, length);
  }
  return { fields, end };
}
