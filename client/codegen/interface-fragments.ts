import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentSpreadNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type NameNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentFiles } from './definitions.ts';

interface TransformOptions {
  readonly schema: DocumentNode;
  readonly documents: DocumentFiles;
}

/**
 * Replaces each fragment on an interface by one on each type that implements it, e.g. `Figures` by
 * `QuarterFigures` and `GroupQuarterFigures`. Caches such as Apollo Client's do not know which
 * types those are unless they are told, and drop what a fragment on an interface selects.
 */
export function transform({ schema: sdl, documents }: TransformOptions): DocumentFiles {
  const schema = buildASTSchema(sdl);
  const typeInfo = new TypeInfo(schema);
  const onInterfaces = new Set<string>();

  const perType = (definition: DefinitionNode): DefinitionNode | DefinitionNode[] => {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) return definition;
    const { name, typeCondition } = definition;
    const type = schema.getType(typeCondition.name.value);
    if (!isInterfaceType(type)) return definition;
    onInterfaces.add(name.value);
    return schema.getPossibleTypes(type).map((object) => ({
      ...definition,
      name: renamed(name, object.name + name.value),
      typeCondition: { ...typeCondition, name: renamed(typeCondition.name, object.name) },
    }));
  };

  const FragmentSpread = (spread: FragmentSpreadNode): FragmentSpreadNode | undefined => {
    const { name, loc } = spread;
    if (!onInterfaces.has(name.value)) return undefined;
    const type = typeInfo.getParentType();
    if (isObjectType(type)) return { ...spread, name: renamed(name, type.name + name.value) };
    throw new Error(
      `${loc?.source.name}: spread ${name.value} on an object type, since ${type} is none`,
    );
  };

  // Two passes: a fragment may be spread in a file that comes before its own.
  const replaced = documents.map(({ document, ...file }) => ({
    ...file,
    document: { ...document!, definitions: document!.definitions.flatMap(perType) },
  }));
  return replaced.map(({ document, ...file }) => ({
    ...file,
    document: visit(document, visitWithTypeInfo(typeInfo, { FragmentSpread })),
  }));
}

function renamed(name: NameNode, value: string): NameNode {
  return { ...name, value };
}
