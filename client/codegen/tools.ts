import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { descriptionOf, fragmentsIn, operationsIn, undescribed } from './definitions.ts';
import { type InputSchema, inputSchema } from './input-schema.ts';

interface ToolEntry {
  readonly name: string;
  /** How much of a list it gives unless it is told: few kilobytes, which an agent has to read. */
  readonly unlessTold?: { readonly first?: number; readonly last?: number };
}

/** The operations that agents get as tools, by their names. */
const TOOLS: Readonly<Record<string, ToolEntry>> = {
  CompanyQuarters: { name: 'company', unlessTold: { last: 4 } },
  GroupQuarters: { name: 'group', unlessTold: { last: 4 } },
  Comparison: { name: 'comparison', unlessTold: { last: 2 } },
  Series: { name: 'series', unlessTold: { last: 8 } },
  Screen: { name: 'screen', unlessTold: { first: 5 } },
  QuarterSources: { name: 'sources' },
  Claims: { name: 'claims', unlessTold: { first: 5 } },
  Changes: { name: 'changes', unlessTold: { first: 20 } },
  Glossary: { name: 'glossary' },
};

/**
 * The tools of `/mcp`, made from the client's documents: a tool's description is that of its
 * operation, its arguments are the operation's variables. Whether the client asks for them or not, an
 * agent gets the explanation of every measure, what it lacks, and the documents behind every amount.
 */
export const plugin: typeof typedDocumentNode = (schema, files) => {
  const fragments = new Map(
    fragmentsIn(files).map((fragment) => [fragment.name.value, fragment] as const),
  );
  const tools = inTurn(operationsIn(files)).flatMap((operation) => {
    const entry = TOOLS[operation.name!.value];
    return entry ? toolOf(entry, operation, fragments, schema) : [];
  });
  return [
    '/** What agents can ask, made from the client’s documents. */',
    `export const TOOLS = ${JSON.stringify(tools, null, 2)} as const;\n`,
  ].join('\n');
};

/** In the order of the table. */
function inTurn(operations: readonly OperationDefinitionNode[]): OperationDefinitionNode[] {
  const place = ({ name }: OperationDefinitionNode) => Object.keys(TOOLS).indexOf(name!.value);
  return operations.toSorted((a, b) => place(a) - place(b));
}

function toolOf(
  { name, unlessTold = {} }: ToolEntry,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  schema: GraphQLSchema,
) {
  const used = fragmentsOf(operation, fragments);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...used].map(undescribed),
  };
  const field = operation.selectionSet.selections[0] as FieldNode;
  return {
    name,
    field: field.name.value,
    description: beforeExample(descriptionOf(operation)),
    inputSchema: withDefault(inputSchema(operation, schema), unlessTold),
    unlessTold,
    document: print(withEvidence(document, schema)),
  };
}

/** The same arguments, of which the one that has a default says which, and when. */
function withDefault(schema: InputSchema, unlessTold: object): InputSchema {
  const [[name, count] = []] = Object.entries(unlessTold);
  const argument = name && schema.properties[name];
  if (!argument) return schema;
  const others = name === 'last' ? TELLING.filter((each) => each in schema.properties) : [];
  const unless = others.length > 0 ? ` unless ${others.join(' or ')} is given` : '';
  const description = `${withoutDefault(argument.description ?? '')} Default: ${count}${unless}.`;
  return {
    ...schema,
    properties: { ...schema.properties, [name]: { ...argument, description } },
  };
}

/** What tells a tool how much of a list to give, beside `last`. */
const TELLING = ['from', 'first', 'after'];

const withoutDefault = (description: string) => description.replace(/ Default: \d+\./, '');

/** The text before the example. */
function beforeExample(lines: readonly string[]): string {
  const end = lines.findIndex((line) => line.includes('@example'));
  return (end < 0 ? lines : lines.slice(0, end))
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

/** The fragments that a definition spreads, and those that they spread, each once. */
function fragmentsOf(
  from: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)!;
        if (found.has(fragment)) return;
        found.add(fragment);
        follow(fragment);
      },
    });
  follow(from);
  return [...found];
}

const fieldsOf = (text: string) =>
  (parse(`{ ${text} }`).definitions[0] as OperationDefinitionNode).selectionSet.selections;

const OF_MEASURES = fieldsOf(
  `explanation missing { company { slug name } concept calendarQuarter reason }`,
);
/** An amount's facts are told by their documents alone; the tool for sources has all of them. */
const FACTS = 'facts { source { title publisher url publishedOn } }';
const OF_AMOUNTS = fieldsOf(FACTS);

/** Of a measure that may be any: the amounts that it is made from. */
const AMOUNT = `{ explanation ${FACTS} }`;
const OF_ANY = fieldsOf(`
  ... on Amount { ${FACTS} }
  ... on Ratio { numerator ${AMOUNT} denominator ${AMOUNT} }
  ... on Growth { from ${AMOUNT} to ${AMOUNT} }
  ... on IndexNumber { from ${AMOUNT} to ${AMOUNT} }
`);

/** The same document, asking for what a figure has to have beside it. */
function withEvidence(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  const measure = schema.getType('Measure');
  const amount = schema.getType('Amount');
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: {
        leave(node) {
          const type = typeInfo.getParentType() && getNamedType(typeInfo.getParentType()!);
          const isMeasure =
            type === measure ||
            (isObjectType(type) && isAbstractType(measure!) && schema.isSubType(measure, type));
          if (!isMeasure || !isInterfaceType(measure)) return undefined;
          const there = new Set(
            node.selections.flatMap((each) =>
              each.kind === Kind.FIELD ? [(each.alias ?? each.name).value] : [],
            ),
          );
          const wanted = [...OF_MEASURES, ...(type === amount ? OF_AMOUNTS : [])].filter(
            (each) => each.kind === Kind.FIELD && !there.has(each.name.value),
          );
          const parts = type === measure ? OF_ANY : [];
          return { ...node, selections: [...node.selections, ...wanted, ...parts] };
        },
      },
    }),
  );
}
