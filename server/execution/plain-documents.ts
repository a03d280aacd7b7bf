import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';

/**
 * How many nodes a document may have that is compiled. Larger ones are rare, and compiling takes time
 * and memory that grow with them.
 */
export const MAX_NODES = 2_000;

/** A name without an underscore: graphql-jit makes names of its own by joining ours with those. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whether graphql-jit executes the document as the specification says. It does not follow directives
 * on a fragment that is spread twice, nor names that clash with those in the code that it writes.
 */
export function isPlain(document: DocumentNode, { operation }: OperationDefinitionNode): boolean {
  if (operation !== 'query') return false;
  let isPlain = true;
  let nodes = 0;
  const refuse = () => {
    isPlain = false;
  };
  visit(document, {
    enter: (node) => {
      if (++nodes > MAX_NODES || node.kind === Kind.DIRECTIVE) refuse();
      if (node.kind === Kind.VARIABLE && !PLAIN.test(node.name.value)) refuse();
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const isTypename = key === '__typename' && !node.alias;
        if (!isTypename && !(PLAIN.test(key) && PLAIN.test(node.name.value))) refuse();
      }
    },
  });
  return isPlain;
}
