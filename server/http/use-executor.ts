import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createExecutor, type Execute } from '../execution/executor.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';

/** Yoga plugin: executes what comes again as compiled code, and leaves the rest to Yoga's executor. */
export function useExecutor(schema: GraphQLSchema): Plugin<object, object, Context> {
  let execute: Execute | undefined;
  return {
    onExecute({ executeFn, setExecuteFn }) {
      execute ??= createExecutor(schema, {
        fallBack: executeFn as Execute,
        freshContext: (context) => ({ ...(context as Context), budget: new Budget() }),
      });
      setExecuteFn(execute);
    },
  };
}
