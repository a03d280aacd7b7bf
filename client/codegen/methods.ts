import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { commentAbove, definitionsIn, docComment } from './definitions.ts';

/**
 * A method of the client for each operation, e.g. `companyQuarters` for `CompanyQuarters`. It takes
 * the operation's variables, gives the one field that the operation asks for, and is documented by
 * the comment above the operation.
 */
export const plugin: typeof typedDocumentNode = (_schema, files) => {
  const operations = definitionsIn(files).filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return [
    "import type { CoreClient } from '../core-client.ts';",
    "import type { CallOptions } from '../options.ts';",
    "import * as operations from './operations.ts';\n",
    '/** The methods for the common questions. */',
    `export interface Methods {\n${operations.map(signature).join('\n\n')}\n}\n`,
    '/** The methods, with a client that sends their documents. */',
    'export function createMethods({ request }: CoreClient): Methods {',
    `  return {\n${operations.map(implementation).join('\n')}\n  };\n}\n`,
  ].join('\n');
};

function signature(operation: OperationDefinitionNode): string {
  const { name, method, field } = namesOf(operation);
  const required = operation.variableDefinitions?.some(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return `${docComment(commentAbove(operation), '  ')}
  ${method}(
    variables${required ? '' : '?'}: operations.${name}QueryVariables,
    options?: CallOptions,
  ): Promise<operations.${name}Query['${field}']>;`;
}

function implementation(operation: OperationDefinitionNode): string {
  const { name, method, field } = namesOf(operation);
  return `    ${method}: async (variables, options) =>
      (await request(operations.${name}Document, variables, options)).${field},`;
}

function namesOf(operation: OperationDefinitionNode) {
  const name = operation.name?.value;
  const [field, ...others] = operation.selectionSet.selections;
  const isMethod = operation.operation === 'query' && field?.kind === Kind.FIELD && !others.length;
  if (!name || !isMethod) {
    const file = operation.loc?.source.name;
    throw new Error(`${file}: what becomes a method must be a query with a name and one field`);
  }
  return {
    name,
    method: name[0]!.toLowerCase() + name.slice(1),
    field: (field.alias ?? field.name).value,
  };
}
