import { createHash } from 'node:crypto';
import {
  type FragmentDefinitionNode,
  type NameNode,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import {
  type Definition,
  type DocumentFiles,
  fragmentsIn,
  operationsIn,
  undescribed,
} from './definitions.ts';

/** An operation as it is sent. */
export interface DocumentText {
  readonly operation: OperationDefinitionNode;
  /** With the fragments that it needs, and without what GraphQL ignores. */
  readonly text: string;
  /** What the server knows it by: the SHA-256 of the text, e.g. `sha256:52c0…`. */
  readonly id: string;
}

/** Every operation of the files, as it is sent. */
export function documentTexts(files: DocumentFiles): DocumentText[] {
  const fragments = new Map(fragmentsIn(files).map((fragment) => [fragment.name.value, fragment]));
  const names = new Map([...fragments.keys()].map((name, index) => [name, sentName(index)]));
  return operationsIn(files).map((operation) => {
    const needed = new Set<Definition>([operation, ...spreadIn(operation, fragments)]);
    const source = [...needed]
      .filter((node) => !isInlined(node))
      .map((node) => print(undescribed(renamed(inlined(node, fragments), names))))
      .join('\n');
    const text = stripIgnoredCharacters(source);
    const hash = createHash('sha256').update(text).digest('hex');
    return { operation, text, id: `sha256:${hash}` };
  });
}

/**
 * A fragment's name where it is sent. The prefix keeps it apart from those of an application, in
 * whose cache it may meet them; the rest is short, since every user downloads it.
 */
function sentName(index: number): string {
  return `Capexgraph${index.toString(36).toUpperCase()}`;
}

function spreadIn(
  definition: Definition,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found: FragmentDefinitionNode[] = [];
  visit(definition, {
    FragmentSpread({ name, loc }) {
      const fragment = fragments.get(name.value);
      if (!fragment) throw new Error(`${loc?.source.name}: there is no fragment ${name.value}`);
      found.push(fragment, ...spreadIn(fragment, fragments));
    },
  });
  return found;
}

/** A fragment of a field or two is longer when it is apart. */
function isInlined({ kind, selectionSet }: Definition): boolean {
  return kind === 'FragmentDefinition' && selectionSet.selections.length <= 2;
}

function inlined(
  definition: Definition,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Definition {
  const SelectionSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => {
      const fragment =
        selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value)! : undefined;
      return fragment && isInlined(fragment) ? fragment.selectionSet.selections : selection;
    }),
  });
  return visit(definition, { SelectionSet });
}

function renamed(definition: Definition, names: ReadonlyMap<string, string>): Definition {
  const rename = <Node extends { name: NameNode }>(node: Node): Node => ({
    ...node,
    name: { ...node.name, value: names.get(node.name.value)! },
  });
  return visit(definition, { FragmentDefinition: rename, FragmentSpread: rename });
}
