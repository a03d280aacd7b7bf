import { Argument, Command, Option } from 'commander';
import { type Importer, type ImporterOption, WrongUsage } from '../importers/importer.ts';
import * as importers from '../importers/registry.ts';
import { openOutput } from './output.ts';

type Flags = Readonly<Record<string, string | undefined>> & {
  readonly json?: true;
  readonly dryRun?: true;
};

/** `capexgraph import …`: every way to bring facts in. */
export function importCommand(): Command {
  const command = new Command('import').description('Bring facts into the database.');
  for (const importer of Object.values<Importer>(importers))
    command.addCommand(commandOf(importer));
  return command;
}

function commandOf(importer: Importer): Command {
  const { kind, describe, sources, options, examples } = importer;
  const command = new Command(kind)
    .description(describe)
    .addArgument(new Argument(sources.name, sources.describe));
  for (const option of Object.values(options)) {
    command.addOption(new Option(option.flag, option.describe).default(option.default));
  }
  return command
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', `\n${helpOf(kind, examples)}`)
    .action(async (given: string | string[], flags: Flags) => {
      for (const [name, option] of Object.entries(options)) {
        const wrong = problemWith(option, flags[name]);
        if (wrong) command.error(`error: ${wrong}`, { exitCode: 2 });
      }
      const { runImport } = await import('./run-import.ts');
      try {
        await runImport(importer, [given].flat(), flags, openOutput(flags));
      } catch (error) {
        if (!(error instanceof WrongUsage)) throw error;
        command.error(`error: ${error.message}`, { exitCode: 2 });
      }
    });
}

function helpOf(kind: string, examples: readonly string[]): string {
  const lines = examples.map((example) => `  capexgraph import ${kind} ${example}`);
  return [lines.length > 1 ? 'Examples:' : 'Example:', ...lines].join('\n');
}

/** What is wrong with the value of an option, if anything is. */
function problemWith({ flag, schema }: ImporterOption, value: string | undefined) {
  if (value === undefined) return undefined;
  const { error } = schema.safeParse(value);
  return error && `${flag.split(' ')[0]} ${error.issues[0]!.message}`;
}
