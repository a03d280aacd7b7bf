import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
} from 'graphql';
import { type Draw, inputsOf, pick } from './inputs.ts';

/** A field of a document that a search makes and changes: its text, and what is asked below it. */
export interface AskedField {
  readonly text: string;
  readonly type: GraphQLNamedType;
  /** The object type that an interface's or a union's fields are asked of. */
  readonly on: GraphQLObjectType | undefined;
  readonly below: readonly AskedField[];
  /** Under how many names it is asked for. */
  readonly times: number;
}

/** Makes documents that are valid by a schema, and neighbours of them that ask for a little more or less. */
export class AskedFields {
  constructor(
    readonly schema: GraphQLSchema,
    readonly draw: Draw,
  ) {}

  document(depth: number): AskedField[] {
    const query = this.schema.getQueryType()!;
    return [this.field(pick(Object.values(query.getFields()), this.draw), depth)];
  }

  field(field: GraphQLField<unknown, unknown>, depth: number): AskedField {
    const named = getNamedType(field.type);
    const on = isAbstractType(named)
      ? pick(this.schema.getPossibleTypes(named), this.draw)
      : undefined;
    const type = on ?? named;
    const text = `${field.name}${inputsOf(field.args, this.draw)}`;
    const asked: AskedField = { text, type, on, below: [], times: 1 };
    const fields = this.#fieldsOf(asked, depth);
    if (fields.length === 0) return asked;
    const count = 1 + Math.floor(this.draw() * 3);
    const below = Array.from({ length: count }, () =>
      this.field(pick(fields, this.draw), depth - 1),
    );
    return { ...asked, below };
  }

  /** Asks for something more, less or else somewhere in a selection. */
  changed(fields: readonly AskedField[], depth: number): AskedField[] {
    const place = Math.floor(this.draw() * fields.length);
    const asked = fields[place]!;
    const rest = fields.filter((_, each) => each !== place);
    const inner = asked.below.length > 0 && this.draw() < 0.75;
    if (inner) return fields.with(place, { ...asked, below: this.changed(asked.below, depth - 1) });
    const chance = this.draw();
    if (chance < 0.15 && rest.length > 0) return rest;
    if (chance < 0.5) {
      const factor = pick([0.5, 0.8, 1.5, 2, 4], this.draw);
      return fields.with(place, { ...asked, times: Math.max(1, Math.ceil(asked.times * factor)) });
    }
    const more = this.#fieldsOf(asked, depth - 1);
    if (more.length === 0) return [...fields, asked];
    const added = this.field(pick(more, this.draw), depth - 1);
    return fields.with(place, { ...asked, below: [...asked.below, added] });
  }

  #fieldsOf({ type }: AskedField, depth: number): GraphQLField<unknown, unknown>[] {
    if (!isCompositeType(type) || !('getFields' in type)) return [];
    return Object.values(type.getFields()).filter(
      (field) => depth > 1 || isLeafType(getNamedType(field.type)),
    );
  }
}

/** A selection as GraphQL; every field under a name of its own. */
export function textOf(fields: readonly AskedField[]): string {
  const name = nameGiver();
  const write = ({ text, on, below, times }: AskedField): string => {
    const inner = below.length > 0 ? ` { ${selection(below, on)} }` : '';
    return Array.from({ length: times }, () => `${name()}: ${text}${inner}`).join(' ');
  };
  const selection = (list: readonly AskedField[], on?: GraphQLObjectType) => {
    const all = list.map(write).join(' ');
    return on ? `... on ${on.name} { ${all} }` : all;
  };
  return `{ ${selection(fields)} }`;
}

function nameGiver(): () => string {
  let count = 0;
  return () => `a${(count++).toString(36)}`;
}
