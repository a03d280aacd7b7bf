/** As much of a node of GraphQL.js as printing needs. */
interface Node {
  readonly kind: string;
  readonly name?: Node;
  readonly alias?: Node;
  readonly operation?: string;
  readonly value?: unknown;
  readonly block?: boolean;
  readonly type?: Node;
  readonly typeCondition?: Node;
  readonly variable?: Node;
  readonly defaultValue?: Node;
  readonly selectionSet?: Node;
  readonly arguments?: readonly Node[];
  readonly directives?: readonly Node[];
  readonly definitions?: readonly Node[];
  readonly fields?: readonly Node[];
  readonly selections?: readonly Node[];
  readonly values?: readonly Node[];
  readonly variableDefinitions?: readonly Node[];
}

/** The text of a parsed document; of operations and fragments only. */
export function print(node: object): string {
  return text(node as Node);
}

function text(node: Node | undefined): string {
  if (!node) return '';
  const { name, type, value } = node;
  const directives = all(node.directives, ' ', ' ');
  const given = all(node.arguments, '(', ',', ')');
  const selected = text(node.selectionSet);
  switch (node.kind) {
    case 'Document':
      return all(node.definitions, '', ' ');
    case 'OperationDefinition': {
      const variables = all(node.variableDefinitions, '(', ',', ')');
      return `${node.operation} ${text(name)}${variables}${directives}${selected}`;
    }
    case 'VariableDefinition': {
      const byDefault = node.defaultValue ? `=${text(node.defaultValue)}` : '';
      return `${text(node.variable)}:${text(type)}${byDefault}${directives}`;
    }
    case 'FragmentDefinition':
      return `fragment ${text(name)} on ${text(node.typeCondition)}${directives}${selected}`;
    case 'SelectionSet':
      return all(node.selections, '{', ' ', '}');
    case 'Field': {
      const alias = node.alias ? `${text(node.alias)}:` : '';
      return `${alias}${text(name)}${given}${directives}${selected}`;
    }
    case 'FragmentSpread':
      return `...${text(name)}${directives}`;
    case 'InlineFragment': {
      const condition = node.typeCondition ? ` on ${text(node.typeCondition)}` : '';
      return `...${condition}${directives}${selected}`;
    }
    case 'Argument':
    case 'ObjectField':
      return `${text(name)}:${text(value as Node)}`;
    case 'Variable':
      return `$${text(name)}`;
    case 'Directive':
      return `@${text(name)}${given}`;
    case 'NonNullType':
      return `${text(type)}!`;
    case 'ListType':
      return `[${text(type)}]`;
    case 'NamedType':
      return text(name);
    case 'ListValue':
      return `[${all(node.values, '', ',')}]`;
    case 'ObjectValue':
      return `{${all(node.fields, '', ',')}}`;
    case 'StringValue':
      return JSON.stringify(value);
    case 'NullValue':
      return 'null';
    default:
      // A name, an enum's value, a number or a Boolean.
      return String(value);
  }
}

/** Nodes between marks, or nothing when there are none. */
function all(nodes: readonly Node[] | undefined, before: string, between: string, after = '') {
  return nodes?.length ? before + nodes.map(text).join(between) + after : '';
}
