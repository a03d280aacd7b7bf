import { RefusedInput } from '../../refusal.ts';

/** The value that the text of a file holds. Throws `RefusedInput` that says why it holds none. */
export function readJson(text: string, file: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const start = /\S/.exec(json)?.[0];
  const refusal = (reason: string) => new RefusedInput([{ file, line: null, column: '$', reason }]);
  if (start === undefined) throw refusal('the file is empty');
  if (start === '<') {
    throw refusal(
      'expected JSON, found HTML or XML; the SEC answers so when a User-Agent names no contact',
    );
  }
  if (json.startsWith('PK\u0003')) throw refusal('expected JSON, found a ZIP archive');
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const whole = json.trimEnd().endsWith('}');
    if (whole || !'{['.includes(start)) throw refusal(`expected JSON: ${error.message}`);
    throw refusal(`the file breaks off after ${json.length} characters`);
  }
}
