import { CommanderError } from 'commander';
import { createProgram } from './cli/program.ts';
import { DatabaseError } from './database/errors.ts';
import { EnvironmentError } from './env.ts';
import { ListenError } from './http/server.ts';
import { RefusedInput } from './importers/refusal.ts';

/** Errors that explain themselves in their message; a stack would only hide it. */
const EXPLAINED = [DatabaseError, EnvironmentError, ListenError, RefusedInput];

async function main(): Promise<void> {
  const program = createProgram();
  for (const command of [
    program,
    ...program.commands.flatMap((each) => [each, ...each.commands]),
  ]) {
    command.exitOverride();
  }
  // Without a command, the server is what people want.
  await program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, 'serve']);
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const isExplained = EXPLAINED.some((type) => error instanceof type);
    console.error(isExplained ? (error as Error).message : error);
    if (error instanceof RefusedInput && process.argv.includes('--json')) {
      console.log(JSON.stringify({ code: error.code, refusals: error.refusals }, null, 2));
    }
    process.exitCode = 1;
  }
}

// Not awaited: the bundle is a CommonJS module.
main().catch(fail);
