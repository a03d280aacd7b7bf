import { type DocumentNode, visit } from 'graphql';

/** A name without an underscore: graphql-jit makes names of its own by joining ours with those. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whether graphql-jit executes a document as the specification says. It does not follow directives
 * on a fragment that is spread twice, nor names that clash with those in the code that it writes.
 */
export function isPlain(document: DocumentNode): boolean {
  let isPlain = true;
  const refuse = () => {
    isPlain = false;
  };
  visit(document, {
    Directive: refuse,
    Variable: ({ name }) => {
      if (!PLAIN.test(name.value)) refuse();
    },
    Field: ({ alias, name }) => {
      const isTypename = name.value === '__typename' && !alias;
      if (!isTypename && ![name, alias ?? name].every(({ value }) => PLAIN.test(value))) refuse();
    },
  });
  return isPlain;
}
