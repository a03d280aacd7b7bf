const text = { type: 'string' };
const someOf = (items: object) => ({ type: 'array', minItems: 1, items });
const types =
  'string number integer date time datetime year yearmonth boolean object geopoint geojson array duration any';

/** What the published profile of Data Package 2.0 asks of all that we say in one; lists are not in it yet. */
export const PROFILE = {
  type: 'object',
  required: ['resources'],
  properties: {
    ...{ $schema: text, name: text, title: text, description: text, version: text },
    licenses: someOf({ anyOf: [{ required: ['name'] }, { required: ['path'] }] }),
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
            fields: someOf({
              required: ['name'],
              properties: {
                ...{ name: text, description: text, type: { enum: types.split(' ') } },
                constraints: {
                  properties: {
                    ...{
                      required: { type: 'boolean' },
                      unique: { type: 'boolean' },
                      pattern: text,
                    },
                    enum: { ...someOf(text), uniqueItems: true },
                  },
                },
              },
            }),
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
