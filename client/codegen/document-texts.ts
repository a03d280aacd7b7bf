import { createHash } from 'node:crypto';
import {
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type NameNode,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
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

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

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
    const needed = [...new Set<Definition>([operation, ...spreadIn(operation, fragments)])];
    const apart = fragmentsApart(needed, fragments);
    const source = needed
      .filter((node) => node === operation || apart.has(node.name!.value))
      .map((node) => print(undescribed(renamed(inlined(node, fragments, apart), names))))
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

function spreadIn(definition: Definition, fragments: Fragments): FragmentDefinitionNode[] {
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

/** A shorter fragment is inlined: compressed, its copies take less than what it would take to name it. */
const SHORTEST_APART = 130;

/** The names of the fragments that are sent as such: those that are long, and spread more than once. */
function fragmentsApart(needed: readonly Definition[], fragments: Fragments): ReadonlySet<string> {
  const spreads = new Map<string, number>();
  const FragmentSpread = ({ name: { value } }: FragmentSpreadNode) => {
    spreads.set(value, (spreads.get(value) ?? 0) + 1);
  };
  for (const definition of needed) visit(definition, { FragmentSpread });
  const isApart = ([name, count]: [string, number]) => {
    const whole = inlined(fragments.get(name)!, fragments);
    const { length } = stripIgnoredCharacters(print(whole.selectionSet));
    return count > 1 && length > SHORTEST_APART;
  };
  return new Set([...spreads].filter(isApart).map(([name]) => name));
}

/** A definition with the fragments in it that it spreads, but those that are apart. */
function inlined(
  definition: Definition,
  fragments: Fragments,
  apart: ReadonlySet<string> = new Set(),
): Definition {
  const expanded = (selection: SelectionNode): readonly SelectionNode[] => {
    if (selection.kind !== 'FragmentSpread' || apart.has(selection.name.value)) return [selection];
    return fragments.get(selection.name.value)!.selectionSet.selections.flatMap(expanded);
  };
  return visit(definition, {
    SelectionSet: (set: SelectionSetNode): SelectionSetNode => ({
      ...set,
      selections: set.selections.flatMap(expanded),
    }),
  });
}

function renamed(definition: Definition, names: ReadonlyMap<string, string>): Definition {
  const rename = <Node extends { name: NameNode }>(node: Node): Node => ({
    ...node,
    name: { ...node.name, value: names.get(node.name.value)! },
  });
  return visit(definition, { FragmentDefinition: rename, FragmentSpread: rename });
}
