import { readFileSync } from 'node:fs';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { peers } from './peers/requests.mjs';

// A benchmark takes too long to be run for every change of the schema; whether it could be is known at once.

const schema = buildSchema(readFileSync(inProject('client/sdk/schema.graphql'), 'utf8'));

test.each([
  ['D', undefined],
  ['C', 'amazon'],
  ['G', undefined],
  ['S', undefined],
  ['Q', ['amazon', 'baidu']],
] as const)('the schema has what the benchmark asks for in %s', (question, variable) => {
  const { query, variables } = JSON.parse(peers.capexgraph![question]!.body(variable));
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('It is no operation.');
  const { errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables ?? {},
  );
  expect(errors).toBeUndefined();
});
