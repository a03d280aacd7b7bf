import { type DocumentNode, visit } from 'graphql';

/**
 * A name without an underscore. graphql-jit joins the names on a field's path by those, and gives a resolver the
 * `info` of another field where the result is the same; a field called `__proto__` it loses. And variables that
 * are lifted have an underscore in their names.
 */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whether graphql-jit executes a document as the specification says. Of a fragment that is spread twice it takes
 * the directives of one place for those of all (https://github.com/zalando-incubator/graphql-jit/issues/111).
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
