import { CommanderError } from 'commander';
import { RefusedInput } from '../importers/refusal.ts';
import { explain } from './explain.ts';
import { createProgram } from './program.ts';

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
    console.error(explain(error));
    if (error instanceof RefusedInput && process.argv.includes('--json')) {
      console.log(JSON.stringify({ code: error.code, refusals: error.refusals }, null, 2));
    }
    process.exitCode = 1;
  }
}

// Not awaited: the bundle is a CommonJS module.
main().catch(fail);
