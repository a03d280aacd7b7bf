// Amounts are marked with their currencies, so that a figure is never in another one than its unit says.

/** Under which name each amount of an answer has its currency. */
export const CURRENCY = 'ofCurrency';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The currencies of the amounts in an answer. */
export function currenciesIn(answer: unknown): string[] {
  if (!isObject(answer)) return [];
  const own = answer[CURRENCY];
  const inside = Object.values(answer).flatMap(currenciesIn);
  return [...new Set([...(typeof own === 'string' ? [own] : []), ...inside])];
}

/** An answer in which the amounts of all other currencies are doubled, which leaves a figure as it is that uses none. */
export function withOthersDoubled(answer: unknown, currency: string): unknown {
  if (Array.isArray(answer)) return answer.map((each) => withOthersDoubled(each, currency));
  if (!isObject(answer)) return answer;
  const own = answer[CURRENCY];
  const isOther = own !== undefined && own !== currency;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [
      key,
      isOther ? doubled(value, currency) : withOthersDoubled(value, currency),
    ]),
  );
}

function doubled(value: unknown, currency: string): unknown {
  if (typeof value === 'number') return value * 2;
  const isDecimal = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isDecimal ? String(Number(value) * 2) : withOthersDoubled(value, currency);
}
