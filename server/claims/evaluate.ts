import type { Bounds } from '../domain/bounds.ts';
import type { Day } from '../domain/day.ts';
import { currencyOf, type PublishedUnit } from '../domain/published-units.ts';
import { type Answer, lacksBounds, lacksFigures, newestQuarter, withoutNothing } from './answer.ts';
import type { Later, Outcome, Reading } from './claim.ts';
import { CURRENCY, currenciesIn, withOthersDoubled } from './currencies.ts';
import { expressionOf, WrongExpression } from './expression.ts';

/**
 * Executes a document by what is known on a day, or by all that is known; throws where it fails. Explanations that
 * none of the expressions names may be left out of the answer: they are for readers, and always there. Where one
 * is `CURRENCY`, each amount has its currency under that name.
 */
export type Execute = (
  document: string,
  asOf: Day | null,
  expressions: readonly string[],
) => Promise<Answer>;

/** An expression that cannot be used, by its place in the reading: figure, details.0.figure. */
export class WrongWorking extends Error {
  override readonly name = 'WrongWorking';

  constructor(
    readonly place: string,
    message: string,
  ) {
    super(message);
  }
}

/** An outcome, with the newest quarter that its figures are of. */
export interface Evaluated extends Outcome {
  readonly newest: string;
}

/** What comes of a reading where an input is missing. */
export const NOTHING: Outcome = { figure: null, bounds: null, holds: null, details: [] };

/**
 * What a reading comes to on any day, or by all that is known. Throws `WrongWorking` for an expression that gives
 * something else. Most answers are the same on most days, and what comes of one is worked out once.
 */
export function evaluating(
  reading: Reading,
  execute: Execute,
): (asOf: Day | null) => Promise<Evaluated> {
  const known = new Map<string, Promise<Evaluated>>();
  const { query, figure, bounds, holds, details } = reading;
  const isMoney = [reading, ...details].some(({ unit }) => currencyOf(unit) !== null);
  const texts = [figure, bounds ?? '', holds ?? '', ...details.map(({ figure }) => figure)];
  if (isMoney) texts.push(CURRENCY);
  return async (asOf) => {
    const answer = await execute(query, asOf, texts);
    const key = JSON.stringify(answer);
    const evaluated = known.get(key) ?? evaluate(reading, answer);
    known.set(key, evaluated);
    return evaluated;
  };
}

async function evaluate(
  { figure, unit, bounds, holds, details }: Reading,
  answer: Answer,
): Promise<Evaluated> {
  const newest = newestQuarter(answer);
  if (lacksFigures(answer)) return { ...NOTHING, newest };
  const values = withoutNothing(answer);
  const computed = await figureIn(unit, '', figure, values);
  const form = lacksBounds(answer) ? asBoundsIfAny : asBounds;
  const open = bounds === null ? null : await valueIn('bounds', bounds, values, form);
  if (open && !holdsFigure(open, computed)) {
    const given = `${open.low} and ${open.high}`;
    throw new WrongWorking('bounds', `expected the figure ${computed} between ${given}`);
  }
  return {
    figure: computed,
    bounds: open,
    holds: holds === null ? null : await valueIn('holds', holds, values, asTruth),
    details: await Promise.all(
      details.map(({ figure, unit }, place) => figureIn(unit, `details.${place}.`, figure, values)),
    ),
    newest,
  };
}

/** What a double may stray by, as a part of it. */
const STRAY = 1e-9;

function holdsFigure({ low, high }: Bounds, figure: number): boolean {
  const stray = STRAY * Math.max(1, Math.abs(figure));
  return figure >= low - stray && figure <= high + stray;
}

/** A figure that has the currency of its unit. */
async function figureIn(
  unit: PublishedUnit,
  place: string,
  text: string,
  values: unknown,
): Promise<number> {
  const figure = await valueIn(`${place}figure`, text, values, asNumber);
  const currency = currencyOf(unit);
  const others = currency ? currenciesIn(values).filter((each) => each !== currency) : [];
  if (!currency || others.length === 0) return figure;
  const ofOthers = withOthersDoubled(values, currency);
  if (figure === (await valueIn(`${place}figure`, text, ofOthers, asNumber))) return figure;
  const mend = `ask for it with \`currency: ${currency}\`, or give the unit that it is in`;
  throw new WrongWorking(`${place}unit`, `the answer is in ${others.join(' and ')}; ${mend}`);
}

/** What has become of the matter, as a sentence; null where an input is missing. */
export async function sentenceOf(
  { query, sentence }: Later,
  execute: Execute,
): Promise<string | null> {
  const answer = await execute(query, null, [sentence]);
  if (lacksFigures(answer)) return null;
  return valueIn('sentence', sentence, withoutNothing(answer), asSentence);
}

interface Form<Value> {
  readonly expected: string;
  /** What to do about anything else. */
  readonly mend?: string;
  read(value: unknown): Value | undefined;
}

async function valueIn<Value>(
  place: string,
  text: string,
  values: unknown,
  { expected, mend = '', read }: Form<Value>,
): Promise<Value> {
  try {
    const given = await expressionOf(text).of(values);
    const value = read(given);
    if (value !== undefined) return value;
    throw new WrongWorking(place, `expected ${expected}, and it gives ${inWords(given, mend)}`);
  } catch (error) {
    if (error instanceof WrongExpression) throw new WrongWorking(place, error.message);
    throw error;
  }
}

function inWords(given: unknown, mend: string): string {
  if (given === undefined) return 'nothing; check the path';
  if (typeof given === 'number' && !Number.isFinite(given))
    return 'no number that there is; check what it divides by';
  const text = typeof given === 'number' ? String(given) : JSON.stringify(given);
  return `${String(text).slice(0, 80)}${mend && `; ${mend}`}`;
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

const asNumber: Form<number> = {
  expected: 'a number',
  read: (value) => (isNumber(value) ? value : undefined),
};

const asTruth: Form<boolean> = {
  expected: 'true or false',
  mend: 'write a comparison, e.g. a > b',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

const asBounds: Form<Bounds | null> = {
  expected: 'two numbers, the lower one first',
  mend: 'write both, e.g. [low, high]',
  read(value) {
    const [low, high, ...others] = Array.isArray(value) ? value : [];
    // An estimated input leaves none.
    if (Array.isArray(value) && value.length === 0) return null;
    return isNumber(low) && isNumber(high) && low <= high && others.length === 0
      ? { low, high }
      : undefined;
  },
};

/** A path of bounds that there are none of leads to nothing. */
const asBoundsIfAny: Form<Bounds | null> = {
  ...asBounds,
  read: (value) => (value === undefined ? null : asBounds.read(value)),
};

const asSentence: Form<string> = {
  expected: 'a sentence with a full stop',
  read: (value) =>
    typeof value === 'string' && /^[A-Z].{10,400}\.$/s.test(value) ? value : undefined,
};
