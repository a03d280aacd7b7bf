import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { CURRENCY } from '../claims/currencies.ts';

/** What figures are asked for by. */
const FIGURES = new Set(['value', 'amount', 'points']);

const OF_AMOUNT = selectionsOf(`${CURRENCY}: currency`);
const OF_MEASURE = selectionsOf(`... on Amount { ${CURRENCY}: currency }`);
const EXPLAINED = selectionsOf('explanation');

/** A document that asks for the currency of each amount as well. */
export const withCurrencies = (schema: GraphQLSchema, document: DocumentNode): DocumentNode =>
  withMore(schema, document, (type) => {
    if (type === 'Measure') return OF_MEASURE;
    return type === 'Amount' || type === 'Fact' ? OF_AMOUNT : [];
  });

/** A document that asks for the explanation of each measure as well. */
export const withExplanations = (schema: GraphQLSchema, document: DocumentNode): DocumentNode =>
  withMore(schema, document, (name) => {
    const type = schema.getType(name);
    const isMeasure =
      name === 'Measure' ||
      (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Measure'));
    return isMeasure ? EXPLAINED : [];
  });

/** A document that asks for more wherever it asks for a figure, by the type that has it. */
function withMore(
  schema: GraphQLSchema,
  document: DocumentNode,
  moreOf: (type: string) => readonly SelectionNode[],
): DocumentNode {
  const info = new TypeInfo(schema);
  const within = {
    SelectionSet: {
      enter(set: { readonly selections: readonly SelectionNode[] }) {
        const type = info.getParentType();
        const asks = set.selections.some(
          (each) => each.kind === Kind.FIELD && FIGURES.has(each.name.value),
        );
        if (!asks || !(isObjectType(type) || isInterfaceType(type))) return undefined;
        const more = moreOf(type.name);
        return more.length === 0 ? undefined : { ...set, selections: [...set.selections, ...more] };
      },
    },
  };
  return visit(document, visitWithTypeInfo(info, within));
}

function selectionsOf(text: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet.selections;
}
