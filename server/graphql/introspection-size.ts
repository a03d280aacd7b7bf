import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** The fields that lead into the schema; they stand at the top of an operation only. */
const META_FIELDS: Readonly<Record<string, GraphQLField<unknown, unknown> | undefined>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

/**
 * Counts how many fields the answers to a document's questions about the schema have. Each type of the
 * schema is asked, so that the count is the answer's own; and what one selection says of one type is
 * counted once, however often it is asked for, so that counting is cheap where answering is not.
 */
export class IntrospectionSize {
  readonly #counts = new Map<SelectionSetNode, Map<unknown, number>>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>,
  ) {}

  /** The fields of the answer to `__schema` or `__type`; 0 for any other field. */
  of(field: FieldNode): number {
    const meta = META_FIELDS[field.name.value];
    if (!meta) return 0;
    const sizes = this.#named(field, meta).map((type) => this.#ofValue(field, meta, type));
    return Math.max(0, ...sizes);
  }

  /** What the field may lead to: of a type that a variable names, any. */
  #named(field: FieldNode, meta: GraphQLField<unknown, unknown>): readonly unknown[] {
    try {
      return [this.#resolve(meta, getArgumentValues(meta, field), undefined)];
    } catch {
      return Object.values(this.schema.getTypeMap());
    }
  }

  #resolve(field: GraphQLField<unknown, unknown>, args: object, object: unknown): unknown {
    return field.resolve?.(object, args, undefined, { schema: this.schema } as GraphQLResolveInfo);
  }

  #ofValue(node: FieldNode, field: GraphQLField<unknown, unknown>, value: unknown): number {
    const type = getNamedType(field.type) as GraphQLObjectType;
    const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
    return objects.reduce<number>(
      (sum, object) => sum + this.#ofObject(node.selectionSet, type, object),
      1,
    );
  }

  #ofObject(set: SelectionSetNode | undefined, type: GraphQLObjectType, object: unknown): number {
    if (!set || object == null) return 0;
    const counts = this.#counts.get(set) ?? new Map<unknown, number>();
    this.#counts.set(set, counts);
    const count = counts.get(object);
    if (count !== undefined) return count;
    // A fragment within itself is another rule's error; here it must only come to an end.
    counts.set(object, 0);
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        // Deprecated members are counted whether they are asked for or not.
        const value = field && this.#resolve(field, { includeDeprecated: true }, object);
        sum += field ? this.#ofValue(selection, field, value) : 1;
      } else {
        const spread =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? this.fragments[selection.name.value]
            : selection;
        sum += this.#ofObject(spread?.selectionSet, type, object);
      }
    }
    counts.set(object, sum);
    return sum;
  }
}
