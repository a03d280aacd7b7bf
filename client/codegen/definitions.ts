import type { plugin } from '@graphql-codegen/typed-document-node';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';

/** The `.graphql` files, as the code generator hands them to its plugins. */
export type DocumentFiles = Parameters<typeof plugin>[1];

/** An operation or a fragment; each has a name and a description here. */
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

/** The lines of a definition's description. */
export function descriptionOf({ loc, name, description }: Definition): string[] {
  if (!description) {
    throw new Error(`${loc!.source.name}: describe ${name?.value} in a text right above it`);
  }
  return description.value.split('\n');
}

/** A definition as it is sent: what describes it is for those who read it here. */
export function undescribed<Node extends Definition>(definition: Node): Node {
  const { description: _, ...rest } = definition;
  return rest as Node;
}

/** Lines as a doc comment. */
export function docComment(lines: readonly string[], indent = ''): string {
  if (lines.length === 1 && lines[0]!.length < 89) return `${indent}/** ${lines[0]} */`;
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */']
    .map((line) => `${indent}${line}`)
    .join('\n');
}
