import { LineCounter, parseDocument, type Scalar, visit, type YAMLParseError } from 'yaml';

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

  /** What keeps it from being read, with its line: the first only, from which others follow. */
  get fault(): { readonly line: number; readonly reason: string } | undefined {
    const [error] = this.#document.errors;
    const found = error ? { at: error.pos[0], reason: reasonOf(error) } : this.#alias();
    return found && { line: this.#lines.linePos(found.at).line, reason: found.reason };
  }

  /** An alias could make much of little. */
  #alias() {
    let found: { at: number; reason: string } | undefined;
    visit(this.#document, {
      Alias(_, { range }) {
        found = {
          at: range![0],
          reason: 'an alias is not taken here; write out what it stands for',
        };
        return visit.BREAK;
      },
    });
    return found;
  }

  get content(): unknown {
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

/** What to do about what YAML does not take. */
const MENDS: Partial<Record<YAMLParseError['code'], string>> = {
  TAB_AS_INDENT: 'use spaces',
  BLOCK_AS_IMPLICIT_KEY: 'put a text with a colon in quotes, and indent keys alike',
  BAD_SCALAR_START: 'put it in quotes',
  MISSING_CHAR: 'close what is open',
  BAD_INDENT: 'close what is open, and indent with spaces',
  DUPLICATE_KEY: 'leave out one of the two',
};

function reasonOf({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return 'expected one claim in a file; give each a file of its own';
  if (code === 'RESOURCE_EXHAUSTION') return 'it is nested too deeply';
  const mend = MENDS[code];
  return mend ? `${message}; ${mend}` : message;
}

const keyOf = (key: PropertyKey) => (/^\d+$/.test(String(key)) ? Number(key) : String(key));
