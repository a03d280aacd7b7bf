import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { type GraphQLSchema, Kind } from 'graphql';
import { type Definition, definitionsIn } from './definitions.ts';
import { typeOfSelection } from './selection-type.ts';
import { typeOfVariables } from './variables-type.ts';

/**
 * The types of the operations' answers and variables and of the fragments, each field with the
 * description that the schema gives it; and, of the plugin `typescript-operations`, those of the
 * inputs and enums.
 */
export const plugin: typeof typescriptOperations = async (schema, files, config, info) => {
  const output = await typescriptOperations(schema, files, config, info);
  const { content } = typeof output === 'string' ? { content: output } : output;
  // It writes inputs and enums first, after a few types for its own use.
  const from = content.search(/^\/\*\* (?!Internal)/m);
  const to = content.search(/^export type \w+(QueryVariables|Fragment) =/m);
  if (from < 0 || to < from) throw new Error('typescript-operations writes otherwise than it did');
  return {
    prepend: ["import type { Fraction, Points } from '../units.ts';"],
    content: [
      content.slice(from, to).trimEnd(),
      ...definitionsIn(files).map((definition) => typesOf(definition, schema)),
    ].join('\n\n'),
  };
};

function typesOf(definition: Definition, schema: GraphQLSchema): string {
  const name = definition.name!.value;
  if (definition.kind === Kind.FRAGMENT_DEFINITION) {
    const type = schema.getType(definition.typeCondition.name.value)!;
    const selected = typeOfSelection(definition.selectionSet, type, schema);
    return `/** The fields of \`${type.name}\` that the fragment \`${name}\` selects. */
export type ${name}Fragment = ${selected};`;
  }
  const answer = typeOfSelection(definition.selectionSet, schema.getQueryType()!, schema);
  return `/** The variables of the query \`${name}\`. */
export type ${name}QueryVariables = ${typeOfVariables(definition, schema)};

/** The answer to the query \`${name}\`. */
export type ${name}Query = ${answer};`;
}
