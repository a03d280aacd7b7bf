/** A JSON object, nothing of which has been looked at yet. */
export type Json = { readonly [key: string]: unknown };

/** Takes down that something at a path in a file is not as it should be. */
export type Refuse = (path: string, reason: string) => void;

/** The value that a text holds, or why it holds none. */
export function readJson(text: string): { json: unknown; reason?: undefined } | { reason: string } {
  const json = text.replace(/^\uFEFF/, '');
  const start = /\S/.exec(json)?.[0];
  if (start === undefined) return { reason: 'the file is empty' };
  if (start === '<') {
    return {
      reason:
        'expected JSON, found HTML or XML; the SEC answers so when a User-Agent names no contact',
    };
  }
  if (json.startsWith('PK\u0003')) return { reason: 'expected JSON, found a ZIP archive' };
  try {
    return { json: JSON.parse(json) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const whole = json.trimEnd().endsWith('}');
    if (whole || !'{['.includes(start)) return { reason: `expected JSON: ${error.message}` };
    return { reason: `the file breaks off after ${json.length} characters` };
  }
}

/** The value as an object; anything else is refused. */
export function objectAt(value: unknown, path: string, refuse: Refuse): Json | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  refuse(path, `expected an object, found ${kindOf(value)}`);
  return undefined;
}

/** The value as an array; anything else is refused. */
export function arrayAt(value: unknown, path: string, refuse: Refuse): readonly unknown[] {
  if (Array.isArray(value)) return value;
  refuse(path, `expected an array, found ${kindOf(value)}`);
  return [];
}

/** What a value is, in JSON's words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
