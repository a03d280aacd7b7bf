import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { descriptionOf, docComment } from './definitions.ts';
import { documentTexts } from './document-texts.ts';

/**
 * A typed document for each operation, e.g. `CompanyQuartersDocument`, with the description of the
 * operation. It knows its id.
 */
export const plugin: typeof typedDocumentNode = (_schema, files) => ({
  prepend: ["import type { DocumentText } from '../typed-document.ts';"],
  content: documentTexts(files)
    .map(({ operation, text, id }) => {
      const name = operation.name!.value;
      return `${docComment(descriptionOf(operation))}
export const ${name}Document: DocumentText<${name}Query, ${name}QueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(\`${text}\`), { documentId: '${id}' });`;
    })
    .join('\n'),
});

/** The manifest: the text of each operation by its id, for servers to know beforehand. */
export const manifest: typeof typedDocumentNode = (_schema, files) => {
  const entries = documentTexts(files).map(({ id, text }) => [id, text]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
};
