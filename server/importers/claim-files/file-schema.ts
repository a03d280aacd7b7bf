import { z } from 'zod';
import { Later, Readings } from '../tables/readings.ts';
import { columnsOf } from '../tables/sql.ts';

/** Columns that are lists and objects in a file, and text in the table. */
const NESTED: Readonly<Record<string, z.ZodType>> = { readings: Readings, later: Later.optional() };

/** YAML takes a figure for a number, and an import takes it as it was written. */
const FIGURE = ['number', 'string'];

/** The format of a claim's file as a JSON Schema, by which editors complete, explain and check what is written. */
export function claimFileSchema(): object {
  const columns = columnsOf('claims');
  const file = z.strictObject(
    Object.fromEntries(columns.map(([name, { schema }]) => [name, NESTED[name] ?? schema])),
  );
  const { properties, ...rest } = z.toJSONSchema(file, { target: 'draft-7', io: 'input' });
  const described = columns.map(([name, { field, meaning }]) => {
    const { anyOf, default: _, ...property } = properties![name] as z.core.JSONSchema.JSONSchema;
    // What may be nothing in the table is left out of a file.
    const [written = property] = anyOf ?? [];
    const type = field.type === 'number' && { type: FIGURE };
    return [name, { description: meaning, ...(written as object), ...type }];
  });
  return {
    ...rest,
    title: 'A claim: a published statement, and the documents that work it out again',
    properties: Object.fromEntries(described),
  };
}
