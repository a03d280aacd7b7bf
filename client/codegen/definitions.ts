import type { plugin } from '@graphql-codegen/typed-document-node';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  TokenKind,
} from 'graphql';

/** The `.graphql` files, as the code generator hands them to its plugins. */
export type DocumentFiles = Parameters<typeof plugin>[1];

/** An operation or a fragment; each has a name and a comment here. */
export type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** The operations of the files. */
export function operationsIn(files: DocumentFiles): OperationDefinitionNode[] {
  return definitionsIn(files).flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition] : [],
  );
}

/** The fragments of the files. */
export function fragmentsIn(files: DocumentFiles): FragmentDefinitionNode[] {
  return definitionsIn(files).flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [definition] : [],
  );
}

function definitionsIn(files: DocumentFiles) {
  return files.flatMap(({ document }) => document?.definitions ?? []);
}

/** The comment lines right above a definition, without their number signs. */
export function commentAbove({ loc, name }: Definition): string[] {
  const lines: string[] = [];
  // What the parser makes has no comments, but leads to the tokens of the text, which have.
  let token = loc!.startToken;
  while (token.prev?.kind === TokenKind.COMMENT && token.prev.line === token.line - 1) {
    token = token.prev;
    lines.unshift(token.value.trimEnd());
  }
  if (lines.length === 0) {
    throw new Error(`${loc!.source.name}: describe ${name?.value} in a comment right above it`);
  }
  return lines;
}

/** Those lines as a doc comment. */
export function docComment(lines: readonly string[], indent = ''): string {
  if (lines.length === 1 && lines[0]!.length < 90) return `${indent}/**${lines[0]} */`;
  return ['/**', ...lines.map((line) => ` *${line}`), ' */']
    .map((line) => `${indent}${line}`)
    .join('\n');
}
