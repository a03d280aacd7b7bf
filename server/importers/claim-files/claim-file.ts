import { LineCounter, parseDocument, type Scalar } from 'yaml';

/** A YAML file of a claim, every value of it a text, and where each of them stands. */
export class ClaimFile {
  readonly #lines = new LineCounter();
  readonly #document;

  constructor(text: string) {
    // Texts only: a date, a figure and its last digit stay as they were written.
    this.#document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: this.#lines,
      prettyErrors: false,
      stringKeys: true,
    });
  }

  /** What keeps it from being read, with its line. */
  get faults(): { readonly line: number; readonly reason: string }[] {
    return this.#document.errors.map(({ pos, message }) => ({
      line: this.#lines.linePos(pos[0]).line,
      reason: message,
    }));
  }

  get content(): unknown {
    // An alias could make much of little.
    return this.#document.toJS({ maxAliasCount: 0 });
  }

  /** The line of a value, or of the nearest thing around it; of a line within a text that is written as a block. */
  lineOf(path: readonly PropertyKey[], within?: number): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length).map(keyOf), true) as
        | Scalar
        | undefined;
      if (!node?.range) continue;
      const { line } = this.#lines.linePos(node.range[0]);
      const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
      return within !== undefined && isBlock ? line + within : line;
    }
    return 1;
  }
}

const keyOf = (key: PropertyKey) => (/^\d+$/.test(String(key)) ? Number(key) : String(key));
