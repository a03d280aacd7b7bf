/** Millions with thousands separators, whole or to one digit: 38,676 or 5,343.2; what is less, to two digits: 0.012. */
export function millions(value: number): string {
  if (value !== 0 && Math.abs(value) < 5e4) return small(value / 1e6);
  const tenths = Math.round(Math.abs(value) / 1e5);
  const whole = Math.floor(tenths / 10);
  const digit = tenths % 10;
  const sign = value < 0 && tenths > 0 ? MINUS : '';
  return `${sign}${thousands(whole)}${digit === 0 ? '' : `.${digit}`}`;
}

/** A fraction as a percentage to one digit: 15.6 %. */
export function percent(fraction: number): string {
  const text = (Math.abs(fraction) * 100).toFixed(1);
  return `${fraction < 0 && text !== '0.0' ? MINUS : ''}${text} %`;
}

/** The same with its sign: +57.1 %, −30.5 %. */
export function signedPercent(fraction: number): string {
  const text = percent(fraction);
  return text.startsWith(MINUS) ? text : `+${text}`;
}

/** Percentage points to one digit, with their sign: +5.2 percentage points, −0.3 percentage points. */
export function signedPoints(points: number): string {
  const text = Math.abs(points).toFixed(1);
  return `${points < 0 && text !== '0.0' ? MINUS : '+'}${text} percentage points`;
}

/** Words in a row: a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The sign for negative numbers in running text. */
export const MINUS = '−';

function small(value: number): string {
  const decimals = 1 - Math.floor(Math.log10(Math.abs(value)));
  const text = Math.abs(value).toFixed(Math.min(decimals, 100)).replace(/0+$/, '');
  return `${value < 0 ? MINUS : ''}${text}`;
}

function thousands(whole: number): string {
  let text = String(whole);
  for (let end = text.length - 3; end > 0; end -= 3) {
    text = `${text.slice(0, end)},${text.slice(end)}`;
  }
  return text;
}
