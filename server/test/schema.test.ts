import { readdir, readFile } from 'node:fs/promises';
import { executeCodegen } from '@graphql-codegen/cli';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import codegen from '../../codegen.ts';
import { schema } from '../graphql/schema.ts';
import { inProject } from '../paths.ts';

const read = (file: string) => readFile(inProject(file), 'utf8');
const contract = buildSchema(await read('server/test/contract.graphql'));

test('every file that defines types or fields is part of the schema', async () => {
  const files = (await readdir(inProject('server/graphql'))).filter((file) => file.endsWith('.ts'));
  const uses = async (file: string) =>
    /import \{[^}]*\bbuilder\b[^}]*\} from '\.\/builder\.ts'/.test(
      await read(`server/graphql/${file}`),
    );
  const defining = await Promise.all(files.map(async (file) => ((await uses(file)) ? [file] : [])));
  const list = await read('server/graphql/schema.ts');
  const listed = [...list.matchAll(/^import '\.\/(.*)';$/gm)].map(([, file]) => file);
  expect(listed).toEqual(
    defining
      .flat()
      .filter((file) => file !== 'schema.ts')
      .sort(),
  );
});

test('nothing that clients rely on is missing from the schema, or narrower', () => {
  expect(findBreakingChanges(contract, schema)).toEqual([]);
});

test("no argument has to be given to a type's field that the same field of its interface lacks, as Relay asks", () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const more = types.flatMap((type) =>
    type.getInterfaces().flatMap((shared) =>
      Object.values(shared.getFields()).flatMap(({ name, args }) => {
        const known = new Set(args.map((argument) => argument.name));
        const others = type.getFields()[name]!.args.filter((argument) => !known.has(argument.name));
        return others.map((argument) => `${type}.${name}(${argument.name}: ${argument.type})`);
      }),
    ),
  );
  expect(more).toContain('Amount.value(in: Scale)');
  expect(more.filter((argument) => argument.endsWith('!)'))).toEqual([]);
});

test('the default value of every argument is the one that clients rely on', () => {
  const changes = findDangerousChanges(contract, schema).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  expect(changes).toEqual([]);
});

/** What graphql-js does not compare: default values of input fields, and which inputs take one key. */
function inputsOf(from: GraphQLSchema): object {
  const inputs = Object.values(contract.getTypeMap()).filter(isInputObjectType);
  return inputs.map(({ name }) => {
    const input = from.getType(name);
    if (!isInputObjectType(input)) return name;
    const defaults = Object.values(input.getFields()).map((field) => field.defaultValue);
    return { name, isOneOf: input.isOneOf, defaults: defaults.filter((value) => value != null) };
  });
}

test('inputs have the defaults that clients rely on, and take one key where they did', () => {
  expect(inputsOf(schema)).toEqual(inputsOf(contract));
});

test('a schema that lacks something, or is narrower, would be noticed', () => {
  const sdl = printSchema(contract);
  const cases: [string, string][] = [
    ['  latestQuarter(having: [Item!], currency: Currency, asOf: Date): Quarter\n', ''],
    ['revenue(window: Window! = QUARTER): Amount!', 'revenue(window: Window! = QUARTER): Amount'],
    ['  HEADLINE\n', ''],
    ['type Company implements Node', 'type Company'],
    ['slugs: [String!]', 'slugs: [String!]!'],
    [', asOf: Date): Comparison!', '): Comparison!'],
  ];
  for (const [found, replaced] of cases) {
    const narrower = sdl.replace(found, replaced);
    expect(narrower).not.toBe(sdl);
    expect(findBreakingChanges(contract, buildSchema(narrower))).not.toEqual([]);
  }
});

type Described = [coordinate: string, description: string | null | undefined];

/** A type and everything in it that should be described. */
function describable(type: GraphQLNamedType): Described[] {
  const all: Described[] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) {
      all.push([`${type.name}.${name}`, description]);
    }
  } else if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields())) {
      all.push([`${type.name}.${name}`, description]);
    }
  } else if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      all.push([`${type.name}.${name}`, description]);
      for (const argument of args) {
        all.push([`${type.name}.${name}(${argument.name}:)`, argument.description]);
      }
    }
  }
  return all;
}

test('every type, field, argument, input field and enum value is described', () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const all = types.flatMap(describable);
  expect(all.length).toBeGreaterThan(200);
  const undescribed = all.filter(([, description]) => !description?.trim());
  expect(undescribed.map(([coordinate]) => coordinate)).toEqual([]);
});

test("the client's copy of the schema is up to date (npm run codegen)", async () => {
  expect(await read('client/sdk/schema.graphql')).toBe(`${printSchema(schema)}\n`);
});

test("the client's typed documents are up to date (npm run codegen)", async () => {
  const { result } = await executeCodegen({ ...codegen, silent: true, cwd: inProject('') });
  expect(result.length).toBeGreaterThan(0);
  for (const { filename, content } of result) expect(await read(filename)).toBe(content);
});
