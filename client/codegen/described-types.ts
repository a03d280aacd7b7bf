import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { descriptionOf, docComment, fragmentsIn, operationsIn } from './definitions.ts';
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
      ...fragmentsIn(files).map((fragment) => fragmentType(fragment, schema)),
      ...operationsIn(files).map((operation) => operationTypes(operation, schema)),
    ].join('\n\n'),
  };
};

function fragmentType(fragment: FragmentDefinitionNode, schema: GraphQLSchema): string {
  const { name, typeCondition, selectionSet } = fragment;
  const type = schema.getType(typeCondition.name.value)!;
  return `${docComment(descriptionOf(fragment))}
export type ${name.value}Fragment = ${typeOfSelection(selectionSet, type, schema)};`;
}

function operationTypes(operation: OperationDefinitionNode, schema: GraphQLSchema): string {
  const name = operation.name!.value;
  return `/** The variables of the query \`${name}\`. */
export type ${name}QueryVariables = ${typeOfVariables(operation, schema)};

/** The answer to the query \`${name}\`. */
export type ${name}Query = ${typeOfSelection(operation.selectionSet, schema.getQueryType()!, schema)};`;
}
