// How PostgreSQL writes what may be written in several ways, so that a file has a version without a database.

/** A number: 6.852 for 06.8520. */
export function decimalText(text: string): string {
  const [, sign, whole, decimals] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text)!;
  const digits = decimals ? `${whole}.${decimals}` : whole!;
  return /[1-9]/.test(digits) ? `${sign}${digits}` : '0';
}

/** JSON: an object's shorter names go first, then by their bytes. */
export function jsonText(text: string): string {
  return written(JSON.parse(text));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = Object.entries(value).map(([name, held]) => ({ name: Buffer.from(name), held }));
  named.sort((a, b) => a.name.length - b.name.length || a.name.compare(b.name));
  return `{${named.map(({ name, held }) => `${JSON.stringify(String(name))}: ${written(held)}`).join(', ')}}`;
}
