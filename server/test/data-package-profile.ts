const text = { type: 'string' };
const someOf = (items: object) => ({ type: 'array', minItems: 1, items });
const flag = { type: 'boolean' };
const bound = { type: ['number', 'string'] };
const count = { type: 'integer', minimum: 0 };

/** What may bind the cells of a type, beside that they are there, alike or among some. */
const BINDING: Readonly<Record<string, object>> = {
  string: { pattern: text, minLength: count, maxLength: count },
  ...Object.fromEntries(
    ['number', 'integer', 'date', 'time', 'datetime', 'year', 'yearmonth', 'duration'].map(
      (type) => [
        type,
        { minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound },
      ],
    ),
  ),
  ...Object.fromEntries(
    ['object', 'array'].map((type) => [type, { minLength: count, maxLength: count }]),
  ),
  ...{ boolean: {}, geopoint: {}, geojson: {}, list: {}, any: {} },
};

/** How the cells of a type may be written; a type that is not here has a default only, or a pattern of its own. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  string: ['default', 'email', 'uri', 'binary', 'uuid'],
};

const fieldOf = (type: string) => ({
  required: ['name', 'type'],
  properties: {
    ...{ name: text, title: text, description: text, example: {}, type: { const: type } },
    format: FORMATS[type] ? { enum: FORMATS[type] } : text,
    constraints: {
      type: 'object',
      properties: {
        ...{ required: flag, unique: flag, enum: { ...someOf({}), uniqueItems: true } },
        ...BINDING[type],
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
});

/**
 * What Data Package 2.0 asks of all that we say in one, in words of our own: its profile comes with no package of npm, and
 * `datapackage`, which does come, knows the first edition only.
 */
export const PROFILE = {
  type: 'object',
  required: ['resources'],
  properties: {
    ...{ $schema: text, name: text, title: text, description: text, version: text },
    licenses: someOf({
      anyOf: [{ required: ['name'] }, { required: ['path'] }],
      properties: { name: { ...text, pattern: '^[-a-zA-Z0-9._]+$' }, path: text, title: text },
    }),
    contributors: someOf({ minProperties: 1, properties: { roles: someOf(text) } }),
    sources: { items: { type: 'object', minProperties: 1 } },
    resources: someOf({
      required: ['name', 'path', 'schema'],
      properties: {
        path: { ...text, pattern: '^[^./~\\\\][^\\\\]*$' },
        type: { enum: ['table'] },
        mediatype: { ...text, pattern: '^(.+)/(.+)$' },
        schema: {
          type: 'object',
          required: ['fields'],
          properties: {
            fields: someOf({ oneOf: Object.keys(BINDING).map(fieldOf) }),
            missingValues: { type: 'array', items: text },
            primaryKey: { ...someOf(text), uniqueItems: true },
            uniqueKeys: someOf({ ...someOf(text), uniqueItems: true }),
            foreignKeys: someOf({
              required: ['fields', 'reference'],
              properties: {
                fields: someOf(text),
                reference: {
                  required: ['resource', 'fields'],
                  properties: { resource: text, fields: someOf(text) },
                },
              },
            }),
          },
        },
      },
    }),
  },
};
