import { type DocumentNode, visit } from 'graphql';

/**
 * A name without an underscore. graphql-jit joins the names on a field's path with underscores, and where two
 * paths come out the same gives a resolver the `info` of the other field; a field called `__proto__` it loses.
 * Lifted variables have an underscore in their names, so no other may.
 */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whether graphql-jit executes a document as the specification says. The directives
 * of one spread of a fragment it applies to every spread of it (https://github.com/zalando-incubator/graphql-jit/issues/111).
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
