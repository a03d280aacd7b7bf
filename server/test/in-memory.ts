import { execute, parse, validate } from 'graphql';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { reviewedSnapshot } from './reviewed-snapshot.ts';
import type { TestServer } from './testkit.ts';

/** The schema on the fixture, without a database and without HTTP; documents and notes are not there. */
export function inMemory(snapshot: Snapshot = reviewedSnapshot()): Pick<TestServer, 'query'> {
  return {
    async query<Data>(text: string, variables?: object): Promise<Data> {
      const document = parse(text);
      const faults = validate(schema, document);
      const contextValue: Context = {
        snapshot,
        budget: new Budget(),
        get stored(): never {
          throw new Error('There is no database here.');
        },
        get documents(): never {
          throw new Error('There is no database here.');
        },
      };
      const { data, errors = [] } =
        faults.length > 0
          ? { errors: faults }
          : await execute({
              schema,
              document,
              contextValue,
              variableValues: { ...variables },
            });
      if (errors.length > 0) throw new Error(errors.slice(0, 3).join('\n'));
      return data as Data;
    },
  };
}
