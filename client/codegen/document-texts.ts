import { createHash } from 'node:crypto';
import {
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { type Definition, type DocumentFiles, definitionsIn } from './definitions.ts';

/** What the names of our fragments begin with, so that they never meet those of an application. */
const PREFIX = 'Capexgraph';

/** An operation or a fragment as it is sent. */
export interface DocumentText {
  readonly definition: Definition;
  /** With the fragments that it needs, and without what GraphQL ignores. */
  readonly text: string;
  /** SHA-256 of the text, hexadecimal: what the server knows it by. */
  readonly hash: string;
}

/** Every operation and fragment of the files, as it is sent. */
export function documentTexts(files: DocumentFiles): DocumentText[] {
  const definitions = definitionsIn(files);
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  return definitions.map((definition) => {
    const needed = new Set([definition, ...fragmentsOf(definition, fragments)]);
    const source = [...needed].map((node) => print(withPrefix(node))).join('\n');
    const text = stripIgnoredCharacters(source);
    return { definition, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

function fragmentsOf(
  definition: Definition,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found: FragmentDefinitionNode[] = [];
  visit(definition, {
    FragmentSpread({ name, loc }) {
      const fragment = fragments.get(name.value);
      if (!fragment) throw new Error(`${loc?.source.name}: there is no fragment ${name.value}`);
      found.push(fragment, ...fragmentsOf(fragment, fragments));
    },
  });
  return found;
}

function withPrefix(definition: Definition): Definition {
  const prefixed = <Node extends { name: NameNode }>(node: Node): Node => ({
    ...node,
    name: { ...node.name, value: PREFIX + node.name.value },
  });
  return visit(definition, { FragmentDefinition: prefixed, FragmentSpread: prefixed });
}
