import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { docComment } from './definitions.ts';

/** The type of the codes that errors have, each with its meaning, from the server's list. */
export const errorCodes =
  (codes: Readonly<Record<string, string>>): typeof typedDocumentNode =>
  () =>
    [
      '/** The codes that the API gives its errors. They do not change; more may come. */',
      'export type ErrorCode =',
      ...Object.entries(codes).map(
        ([code, meaning]) => `${docComment([meaning], '  ')}\n  | '${code}'`,
      ),
      '  // biome-ignore lint/complexity/noBannedTypes: keeps the codes above as suggestions.',
      '  | (string & {});\n',
    ].join('\n');
