import { readFileSync } from 'node:fs';
import { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';

type TypedDocumentNode = typeof typedDocumentNode;
type DocumentFiles = Parameters<TypedDocumentNode>[1];

/**
 * The plugin `typed-document-node`, with two changes: the comments above an operation or a fragment
 * become its doc comment, and the class of the documents is ours, which needs no other package.
 */
export const plugin: TypedDocumentNode = async (schema, files, config, info) => {
  const output = await typedDocumentNode(schema, files, config, info);
  if (typeof output === 'string') throw new Error('typed-document-node gave no imports');
  const content = output.content
    .replace(/export class TypedDocumentString[\s\S]*?\n}\n/, '')
    .replace(/, {"fragmentName":"\w+"}\)/g, ')')
    // A server needs no indentation, and every user would download it.
    .replace(/`[^`]+`/g, (text) => text.replace(/\s+/g, ' ').replace(/ ?([`{}]) ?/g, '$1'));
  const comments = docComments(files);
  return {
    prepend: ["import { TypedDocumentString } from '../typed-document.ts';"],
    content: content.replace(/^export const (\w+?)(Document|FragmentDoc) =/gm, (line, name) =>
      comments.has(name) ? `/**\n${comments.get(name)}\n */\n${line}` : line,
    ),
  };
};

/** The comment lines right above each operation and fragment, by its name. */
function docComments(files: DocumentFiles): Map<string, string> {
  const comments = new Map<string, string>();
  for (const { location } of files) {
    // What has been parsed has no comments.
    const text = location ? readFileSync(location, 'utf8') : '';
    for (const [, comment, name] of text.matchAll(/((?:^#.*\n)+)(?:query|fragment) (\w+)/gm)) {
      comments.set(name!, comment!.trimEnd().replace(/^#/gm, ' *'));
    }
  }
  return comments;
}
