import fc from 'fast-check';
import {
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  isNonNullType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';
import { RandomDocuments } from './random-documents.ts';

/** A request: a document of several operations, one of them to be executed, with its variables. */
export interface RandomRequest {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Draws requests with variables, fragments and now and then a directive. */
export class RandomOperations extends RandomDocuments {
  readonly #fragments: string[] = [];
  readonly #definitions: string[] = [];
  readonly #variables: Record<string, unknown> = {};

  request(depth: number): RandomRequest {
    const operation = this.document(depth);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    return {
      query: [
        'query First { __typename }',
        `query Wanted${definitions} ${operation}`,
        ...this.#fragments,
      ].join('\n'),
      operationName: 'Wanted',
      variables: this.#variables,
    };
  }

  /** Sometimes behind a fragment, with its first field asked for again before or after. */
  protected override selection(type: GraphQLNamedOutputType, depth: number): string {
    const selection = super.selection(type, depth);
    if (selection === '' || !this.#oneIn(3)) return selection;
    const directive = this.#oneIn(8) ? ` @include(if: ${this.#oneIn(2)})` : '';
    if (this.#oneIn(2)) return `{ ... on ${type.name}${directive} ${selection} __typename }`;
    const name = `Fragment${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return this.#oneIn(2) ? `{ ...${name}${directive} }` : `{ __typename ...${name}${directive} }`;
  }

  /** Sometimes a variable, which may have a default, or be left out, or be null. */
  protected override value(type: GraphQLInputType): string {
    const literal = super.value(type);
    // Within another variable's value there are none.
    if (literal.includes('$') || !this.#oneIn(4)) return literal;
    const name = `v${this.#definitions.length}`;
    const fallback = isNonNullType(type) || !this.#oneIn(3) ? '' : ` = ${literal}`;
    this.#definitions.push(`$${name}: ${type}${fallback}`);
    if (isNonNullType(type) || !this.#oneIn(4)) {
      this.#variables[name] = this.#oneIn(12) ? null : valueFromASTUntyped(parseValue(literal));
    }
    return `$${name}`;
  }

  #oneIn(count: number): boolean {
    return this.draw(fc.nat, count - 1) === 0;
  }
}
