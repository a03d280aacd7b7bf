import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { Kind } from 'graphql';
import { commentAbove, docComment } from './definitions.ts';
import { documentTexts } from './document-texts.ts';

/**
 * A typed document for each operation and fragment, e.g. `CompanyQuartersDocument` and
 * `MoneyFragmentDoc`, with the comment above it. An operation knows its hash.
 */
export const plugin: typeof typedDocumentNode = (_schema, files) => ({
  prepend: ["import { TypedDocumentString } from '../typed-document.ts';"],
  content: documentTexts(files)
    .map(({ definition, text, hash }) => {
      const name = definition.name!.value;
      const isFragment = definition.kind === Kind.FRAGMENT_DEFINITION;
      const constant = isFragment ? `${name}FragmentDoc` : `${name}Document`;
      const type = isFragment
        ? `TypedDocumentString<${name}Fragment, unknown>`
        : `TypedDocumentString<${name}Query, ${name}QueryVariables>`;
      const argument = isFragment ? '' : `, '${hash}'`;
      return `${docComment(commentAbove(definition))}
export const ${constant}: ${type} = /*#__PURE__*/ new TypedDocumentString(\`${text}\`${argument});`;
    })
    .join('\n'),
});

/** The manifest: the text of each operation by its hash, for servers to know beforehand. */
export const manifest: typeof typedDocumentNode = (_schema, files) => {
  const operations = documentTexts(files).filter(
    ({ definition }) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const entries = operations.map(({ hash, text }) => [hash, text]);
  return JSON.stringify(Object.fromEntries(entries), null, 2);
};
