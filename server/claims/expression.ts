import jsonata from 'jsonata';

/** An expression that is not taken, or gives nothing of use. */
export class WrongExpression extends Error {
  override readonly name = 'WrongExpression';
}

/** What an expression may call: all of it takes a moment, whatever it is given. */
const FUNCTIONS = [
  'sum',
  'min',
  'max',
  'count',
  'average',
  'abs',
  'round',
  'not',
  'exists',
  'formatNumber',
];

/** The parts of an expression; none calls itself, so that all come to an end. */
const PARTS = new Set([
  ...['path', 'name', 'number', 'string', 'value', 'variable', 'binary', 'unary', 'function'],
  ...['condition', 'block', 'bind', 'filter', 'index'],
]);

const LIMITS = { stack: 50, sequence: 1_000 };

/** Counted rather than timed, so that what an expression gives depends on no machine. */
const MOST_STEPS = 10_000;

/** Where JSONata calls back before each step. */
const STEP = Symbol.for('jsonata.__evaluate_entry') as unknown as string;

/** An expression over the answer of a document. It reaches nothing else, and is bounded in time and size. */
class Expression {
  readonly #compiled: jsonata.Expression;
  #steps = 0;
  #running = 0;

  /** Throws `WrongExpression` for one that is not taken. */
  constructor(text: string) {
    try {
      this.#compiled = jsonata(text, LIMITS);
    } catch (error) {
      throw new WrongExpression(messageOf(error));
    }
    const wrong = wrongPart(this.#compiled.ast() as unknown as Part);
    if (wrong) throw new WrongExpression(wrong);
    this.#compiled.assign(STEP, () => {
      if (++this.#steps > MOST_STEPS) throw new WrongExpression('it takes too long; shorten it');
    });
  }

  /** Whether it asks for anything of the answer; without, it gives the same whatever is filed. */
  get readsAnswer(): boolean {
    return partsIn(this.#compiled.ast() as unknown as Part).some(({ type }) => type === 'name');
  }

  /** What it gives; undefined where the answer lacks what it asks for. Throws `WrongExpression`. */
  async of(answer: unknown): Promise<unknown> {
    if (this.#running++ === 0) this.#steps = 0;
    try {
      return await this.#compiled.evaluate(answer);
    } catch (error) {
      throw new WrongExpression(messageOf(error));
    } finally {
      this.#running--;
    }
  }
}

/** A claim is worked out by several days, and reading an expression takes longer than evaluating it. */
const read = new Map<string, Expression>();
const MOST_READ = 2_000;

/** The expression of a text. Throws `WrongExpression` for one that is not taken. */
export function expressionOf(text: string): Expression {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST_READ) read.clear();
  const expression = new Expression(text);
  read.set(text, expression);
  return expression;
}

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

function partsIn(part: Part): Part[] {
  return [part, ...Object.values(part).filter(isPart).flatMap(partsIn)];
}

/** The variables that an expression binds itself. */
function boundIn(part: Part): Set<unknown> {
  const bindings = partsIn(part).filter(({ type }) => type === 'bind');
  return new Set(bindings.map(({ lhs }) => (lhs as Part).value));
}

/** What an expression has that it may not, in words. */
function wrongPart(expression: Part): string | undefined {
  const bound = boundIn(expression);
  for (const { type, value } of partsIn(expression)) {
    if (type === 'variable' && value !== '' && value !== '$') {
      if (!bound.has(value) && !FUNCTIONS.includes(String(value))) {
        const known = FUNCTIONS.map((name) => `$${name}`).join(', ');
        return `$${value} is not known here; there are ${known}`;
      }
    } else if (typeof type === 'string' && !PARTS.has(type)) {
      return `a ${type} is not taken here; an expression names values of the answer and calculates`;
    } else if (type === 'binary' && value === '..') {
      return 'a range is not taken here; name the values one by one';
    }
  }
  return undefined;
}

/** JSONata's code for more than `LIMITS.stack`. */
const TOO_DEEP = 'D1011';

function messageOf(error: unknown): string {
  const { code, message, position } = error as Partial<jsonata.JsonataError>;
  if (code === TOO_DEEP || error instanceof RangeError)
    return 'it is nested too deeply; shorten it';
  return position === undefined ? String(message) : `${message} (at character ${position})`;
}
