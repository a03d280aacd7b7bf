import { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { stripIgnoredCharacters } from 'graphql';
import { commentAbove, definitionsIn, docComment } from './definitions.ts';

/**
 * The plugin `typed-document-node`, with three changes: the comment above an operation or a fragment
 * becomes its doc comment, the class of the documents is ours, which needs no other package, and
 * what GraphQL ignores in a document is left out, since every user would download it.
 */
export const plugin: typeof typedDocumentNode = async (schema, files, config, info) => {
  const output = await typedDocumentNode(schema, files, config, info);
  if (typeof output === 'string') throw new Error('typed-document-node gave no imports');
  const content = output.content
    .replace(/export class TypedDocumentString[\s\S]*?\n}\n/, '')
    .replace(/, {"fragmentName":"\w+"}\)/g, ')')
    .replace(/`([^`]+)`/g, (_, text) => `\`${stripIgnoredCharacters(text)}\``);
  const definitions = new Map(definitionsIn(files).map((node) => [node.name!.value, node]));
  return {
    prepend: ["import { TypedDocumentString } from '../typed-document.ts';"],
    content: content.replace(/^export const (\w+?)(Document|FragmentDoc) =/gm, (line, name) => {
      const definition = definitions.get(name);
      return definition ? `${docComment(commentAbove(definition))}\n${line}` : line;
    }),
  };
};
