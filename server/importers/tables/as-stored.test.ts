import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../../database/client.ts';
import { createDatabase } from '../../test/testkit.ts';
import { decimalText, jsonText } from './as-stored.ts';

const { pool, close } = connect(await createDatabase({ empty: true }));
afterAll(close);

async function stored(expression: string, texts: readonly string[]): Promise<string[]> {
  const all = `select (${expression})::text as text from unnest($1::text[]) with ordinality as given(text, place) order by place`;
  const { rows } = await pool.query<{ text: string }>(all, [texts]);
  return rows.map(({ text }) => text);
}

test('a number is written as PostgreSQL writes it', async () => {
  const texts = fc.sample(
    fc.stringMatching(/^-?[05]{0,3}\d{1,12}(\.[05]{0,2}\d{1,4}0{0,3})?$/),
    3_000,
  );
  expect(texts.map(decimalText)).toEqual(await stored('trim_scale(given.text::numeric)', texts));
});

test('JSON is written as PostgreSQL writes it', async () => {
  const name = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('é', 'zz', '日', '"', '😀'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, false, 1, -3, 12.5),
      // PostgreSQL keeps no NUL.
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const texts = fc.sample(value, 2_000).map((held) => JSON.stringify(held));
  expect(texts.map(jsonText)).toEqual(await stored('given.text::jsonb', texts));
});
