import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

const id = (text: string) => Buffer.from(text).toString('base64url');

/** Values of the scalars: some that the dataset has, some that it has not, some that are refused. */
const SCALARS: Record<string, fc.Arbitrary<string>> = {
  Int: fc.integer({ min: -1, max: 101 }).map(String),
  Float: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  Boolean: fc.boolean().map(String),
  String: fc.oneof(
    fc
      .constantFrom('meta', 'BABA', '0001577552', 'us-hyperscalers', 'CN', 'ai')
      .map((text) => JSON.stringify(text)),
    fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
  ),
  ID: fc
    .constantFrom(
      'Company:meta',
      'Quarter:meta:2025Q2',
      'Quarter:meta:2025Q2:CNY:2025-09-01',
      'Group:x',
      'Group:companies:baidu,meta',
      'Claim:us-capex-12-months',
      'Source:x',
      'Source:BABA-PR-2022Q1',
      'Fact:meta:CAPEX',
      'None:x',
    )
    .map((text) => JSON.stringify(id(text))),
  CalendarQuarter: fc.constantFrom('"2025Q2"', '"2022Q1"', '"0001Q1"', '"9999Q4"', '"2025Q5"'),
  Date: fc.constantFrom(
    '"2025-09-01"',
    '"2023-12-31"',
    '"0001-01-01"',
    '"9999-12-31"',
    '"2025-02-31"',
  ),
};

const scalar = (name: string) => SCALARS[name]!;

/** Draws documents that are valid by a schema's rules, up to a depth and width. */
export class RandomDocuments {
  constructor(
    readonly schema: GraphQLSchema,
    readonly draw: GeneratorValue,
    readonly maxWidth = 4,
  ) {}

  document(depth: number): string {
    return this.selection(this.schema.getQueryType()!, depth);
  }

  protected selection(type: GraphQLNamedOutputType, depth: number): string {
    if (!isCompositeType(type)) return '';
    const fields = Object.values(isUnionType(type) ? {} : type.getFields()).filter(
      (field) => depth > 1 || isLeafType(getNamedType(field.type)),
    );
    const selections = ['__typename'];
    for (let place = this.draw(fc.nat, this.maxWidth); place > 0 && fields.length > 0; place--) {
      const field = this.#pick(fields);
      const args = this.#inputs(field.args.filter((arg) => this.isGiven(isRequiredArgument(arg))));
      const inner = this.selection(getNamedType(field.type), depth - 1);
      const alias = `${type.name}${depth}x${place}`;
      selections.push(`${alias}: ${field.name}${args && `(${args})`} ${inner}`);
    }
    if (isAbstractType(type)) {
      const possible = this.#pick(this.schema.getPossibleTypes(type));
      selections.push(`... on ${possible.name} ${this.selection(possible, depth)}`);
    }
    return `{ ${selections.join(' ')} }`;
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.draw(fc.nat, list.length - 1)]!;
  }

  protected isGiven(required: boolean): boolean {
    return required || this.draw(fc.nat, 3) === 0;
  }

  #inputs(inputs: readonly (GraphQLArgument | GraphQLInputField)[]): string {
    return inputs.map(({ name, type }) => `${name}: ${this.value(type)}`).join(', ');
  }

  protected value(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.value(type.ofType);
    if (isListType(type)) {
      const length = this.draw(fc.nat, 3);
      return `[${Array.from({ length }, () => this.value(type.ofType)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.draw(scalar, type.name);
    const fields = Object.values(type.getFields());
    const given = type.isOneOf
      ? [this.#pick(fields)]
      : fields.filter((field) => this.isGiven(isRequiredInputField(field)));
    return `{ ${this.#inputs(given)} }`;
  }
}
