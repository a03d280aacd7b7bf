import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { lackingIn } from '../claims/answer.ts';
import { fragmentsOf } from './limits.ts';
import { withExplanations } from './measure-selections.ts';
import { operationIn, parseWorking } from './working-document.ts';

/** A working that says of each figure how it came about, or why there is none. */
export const explained = (schema: GraphQLSchema, text: string): string =>
  print(withExplanations(schema, parseWorking(text)));

/** What an answer lacks, as the document asks for it, and why. */
export function missingIn(answer: unknown, text: string): string {
  const lacking = lackingIn(answer);
  const mend =
    'ask for figures that there are; what was said of a time to come can be checked once its figures are public';
  if (!lacking) return `something that it asks for is missing; ${mend}`;
  const { path: names, explanation } = lacking;
  const asked = asAsked(parseWorking(text), names) ?? names.join('.');
  const place = names.length > 1 ? `${names.slice(0, -1).join('.')}: ` : '';
  const reason = explanation ? ` (${explanation.replace(/\.$/, '')})` : '';
  return `${place}${asked} is missing by all that is known today${reason}; ${mend}`;
}

/** The field at a place of the answer, with its arguments. */
function asAsked(document: DocumentNode, path: readonly string[]): string | undefined {
  const field = path.reduce<FieldNode | undefined>(
    (within, key) => within?.selectionSet && fieldIn(within.selectionSet, key, document),
    {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: '' },
      selectionSet: operationIn(document).selectionSet,
    },
  );
  return field && print({ ...field, alias: undefined, selectionSet: undefined });
}

function fieldIn(
  { selections }: SelectionSetNode,
  key: string,
  document: DocumentNode,
): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value === key) return selection;
      continue;
    }
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragmentsOf(document)[selection.name.value]?.selectionSet;
    const found = set && fieldIn(set, key, document);
    if (found) return found;
  }
  return undefined;
}
