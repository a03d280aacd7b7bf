import type { Plugin } from 'graphql-yoga';
import type { Execute, Executor } from '../execution/executor.ts';
import type { Context } from '../graphql/context.ts';

/** Yoga plugin: executes repeated operations as compiled code, and leaves the rest to Yoga's executor. */
export function useExecutor({ execute }: Executor): Plugin<object, object, Context> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn((args) => execute(args, executeFn as Execute)),
  };
}
