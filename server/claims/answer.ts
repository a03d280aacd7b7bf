/** The answer of a document, as JSON has it. */
export type Answer = Readonly<Record<string, unknown>>;

/** What may be nothing without a figure missing: an estimated input leaves no bounds. */
const OPTIONAL = new Set(['bounds']);

/** Whether anything in an answer is missing; then no figure is made of the rest. */
export function lacksFigures(answer: unknown): boolean {
  if (answer === null) return true;
  if (typeof answer !== 'object') return false;
  return Object.entries(answer as object).some(
    ([key, value]) => !(value === null && OPTIONAL.has(key)) && lacksFigures(value),
  );
}

/** Whether an answer has a figure without bounds. */
export function lacksBounds(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return Object.entries(answer).some(
    ([key, value]) => (value === null && OPTIONAL.has(key)) || lacksBounds(value),
  );
}

/** Something that an answer lacks. */
interface Lacking {
  readonly path: readonly string[];
  /** What the figure says of itself, where it was asked. */
  readonly explanation: string | null;
}

/** The first thing that an answer lacks; null where it has all. */
export function lackingIn(answer: unknown, path: Lacking['path'] = []): Lacking | null {
  if (typeof answer !== 'object' || answer === null) return null;
  for (const [key, value] of Object.entries(answer)) {
    if (value === null && !OPTIONAL.has(key)) {
      const { explanation = null } = answer as { explanation?: string };
      return { path: [...path, key], explanation };
    }
    const within = Array.isArray(answer) ? path : [...path, key];
    const lacking = lackingIn(value, within);
    if (lacking) return lacking;
  }
  return null;
}

/** An answer without what is nothing in it, so that an expression finds nothing there. */
export function withoutNothing(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutNothing);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, withoutNothing(value)]),
  );
}

/** The newest calendar quarter that an answer names, e.g. 2025Q2. */
export function newestQuarter(answer: unknown): string {
  if (typeof answer === 'string') return /^\d{4}Q[1-4]$/.test(answer) ? answer : '';
  if (typeof answer !== 'object' || answer === null) return '';
  return Object.values(answer)
    .map(newestQuarter)
    .reduce((newest, quarter) => (quarter > newest ? quarter : newest), '');
}
