const text = { type: 'string' };
const listOf = (items: object) => ({ type: 'array', minItems: 1, items });
const setOf = (items: object) => ({ ...listOf(items), uniqueItems: true });
const flag = { type: 'boolean' };
const count = { type: 'integer', minimum: 0 };

/** Nothing else is said: what would be new needs a rule here first. */
const only = (properties: object, required: readonly string[] = []) => ({
  ...{ type: 'object', minProperties: 1, properties, required, additionalProperties: false },
});

/** A file beside the package, and below it; or one on the web. */
const path = {
  ...{ type: 'string', minLength: 1 },
  anyOf: [{ pattern: '^(http|ftp)s?://' }, { not: { pattern: '^[./~]|^file:|/\\.\\./|\\\\|://' } }],
};

/** What bounds the cells of a type, as text or as it is. */
const boundBy = (bound: object) => ({
  ...{ minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound },
});
const sized = { minLength: count, maxLength: count };
const written = (type: string) => ({ type: [...new Set(['string', type])] });

interface FieldRule {
  /** What may bind its cells, beside that they are there, alike or among some. */
  readonly binding: object;
  readonly formats?: readonly string[];
  /** Of the words that its cells are among. */
  readonly word: object;
}

/** The types of fields that we have, or may come to have. */
const FIELDS: Readonly<Record<string, FieldRule>> = {
  string: {
    ...{ binding: { pattern: text, ...sized }, word: text },
    formats: ['default', 'email', 'uri', 'binary', 'uuid'],
  },
  number: { binding: boundBy(written('number')), word: written('number') },
  integer: { binding: boundBy(written('integer')), word: written('integer') },
  date: { binding: boundBy(text), word: text },
  boolean: { binding: {}, word: written('boolean') },
  array: { binding: sized, word: written('array') },
  object: { binding: sized, word: written('object') },
};

const fieldOf = ([type, { binding, formats = ['default'], word }]: [string, FieldRule]) =>
  only(
    {
      ...{ name: text, title: text, description: text, example: text, type: { const: type } },
      ...{ format: { enum: formats } },
      constraints: only({ required: flag, unique: flag, enum: setOf(word), ...binding }),
    },
    ['name', 'type'],
  );

const schema = only(
  {
    $schema: text,
    fields: listOf({ oneOf: Object.entries(FIELDS).map(fieldOf) }),
    missingValues: { type: 'array', items: text },
    primaryKey: setOf(text),
    uniqueKeys: setOf(setOf(text)),
    foreignKeys: listOf(
      only(
        {
          fields: listOf(text),
          reference: only({ resource: text, fields: setOf(text) }, ['resource', 'fields']),
        },
        ['fields', 'reference'],
      ),
    ),
  },
  ['fields'],
);

const resource = only(
  {
    ...{ name: text, title: text, description: text, format: text, encoding: text, path, schema },
    type: { enum: ['table'] },
    mediatype: { ...text, pattern: '^.+/.+$' },
  },
  ['name', 'path', 'schema'],
);

/**
 * What Data Package 2.0 asks of all that we say in one, in words of our own: its profile comes with no package of npm, and
 * `datapackage`, which does come, knows the first edition only. Nowhere is it laxer than the profile.
 */
export const PROFILE = only(
  {
    ...{ $schema: text, name: text, title: text, description: text, version: text },
    licenses: listOf({
      ...only({ name: { ...text, pattern: '^[-a-zA-Z0-9._]+$' }, path, title: text }),
      anyOf: [{ required: ['name'] }, { required: ['path'] }],
    }),
    contributors: listOf(only({ title: text, path, organization: text, roles: listOf(text) })),
    sources: { type: 'array', items: only({ title: text, path, version: text }) },
    resources: listOf(resource),
  },
  ['resources'],
);
