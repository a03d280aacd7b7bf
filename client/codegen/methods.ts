import type { plugin as typedDocumentNode } from '@graphql-codegen/typed-document-node';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { descriptionOf, docComment, operationsIn } from './definitions.ts';

type Plugin = typeof typedDocumentNode;

/**
 * A function for each operation, e.g. `companyQuarters` for `CompanyQuarters`. It takes a client and
 * the operation's variables, gives the one field that the operation asks for, and is documented by
 * its description.
 */
export const functions: Plugin = (_schema, files) =>
  [
    "import type { CoreClient } from '../core-client.ts';",
    "import type { CallOptions } from '../options.ts';",
    "import * as operations from './operations.ts';\n",
    '/** What a method needs of a client. */',
    "type Requests = Pick<CoreClient, 'request'>;\n",
    ...operationsIn(files).map(functionOf),
  ].join('\n');

/** The same as methods of a client. */
export const methods: Plugin = (_schema, files) => {
  const operations = operationsIn(files);
  return [
    "import type { CoreClient } from '../core-client.ts';",
    "import type { CallOptions } from '../options.ts';",
    "import * as methods from './methods.ts';",
    "import type * as operations from './operations.ts';\n",
    '/** The methods for the common questions. */',
    `export interface Methods {\n${operations.map(signature).join('\n\n')}\n}\n`,
    '/** The methods, with a client that sends their documents. */',
    'export function createMethods(client: CoreClient): Methods {',
    `  return {\n${operations.map(binding).join('\n')}\n  };\n}\n`,
  ].join('\n');
};

function functionOf(operation: OperationDefinitionNode): string {
  const { name, method, field, optional } = namesOf(operation);
  const comment = descriptionOf(operation).map((line) =>
    line
      .replace(`client.${method}()`, `${method}(client)`)
      .replace(`client.${method}(`, `${method}(client, `),
  );
  return `${docComment(comment)}
export function ${method}(
  client: Requests,
  variables${optional}: operations.${name}QueryVariables,
  options?: CallOptions,
): Promise<operations.${name}Query['${field}']> {
  return client
    .request(operations.${name}Document, variables, options)
    .then((data) => data.${field});
}
`;
}

function signature(operation: OperationDefinitionNode): string {
  const { name, method, field, optional } = namesOf(operation);
  return `${docComment(descriptionOf(operation), '  ')}
  ${method}(
    variables${optional}: operations.${name}QueryVariables,
    options?: CallOptions,
  ): Promise<operations.${name}Query['${field}']>;`;
}

function binding(operation: OperationDefinitionNode): string {
  const { method } = namesOf(operation);
  return `    ${method}: (variables, options) => methods.${method}(client, variables, options),`;
}

function namesOf(operation: OperationDefinitionNode) {
  const name = operation.name?.value;
  const [field, ...others] = operation.selectionSet.selections;
  const isMethod = operation.operation === 'query' && field?.kind === Kind.FIELD && !others.length;
  if (!name || !isMethod) {
    const file = operation.loc?.source.name;
    throw new Error(`${file}: what becomes a method must be a query with a name and one field`);
  }
  const isRequired = operation.variableDefinitions?.some(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return {
    name,
    method: name[0]!.toLowerCase() + name.slice(1),
    field: (field.alias ?? field.name).value,
    optional: isRequired ? '' : '?',
  };
}
