import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Refusal } from './refusal.ts';
import type { GivenRow, TableName } from './tables/tables.ts';

/**
 * A way to bring facts in: it turns documents into rows of the dataset's tables. What a row has to be
 * like is the tables' concern (`tables/`) and is seen to by the gate, not by importers.
 */
export interface Importer<Options = Readonly<Record<string, string | undefined>>> {
  /** Its name on the command line, and in the log of imports. */
  readonly kind: string;
  /** What it imports, in a sentence. */
  readonly describe: string;
  /** What it is told to read: `<folder>`, or `[sources...]` for any number. */
  readonly sources: { readonly name: string; readonly describe: string };
  /** What else it can be told. */
  readonly options: { readonly [Name in keyof Options]-?: ImporterOption };
  /** Lines for `--help`. */
  readonly examples: readonly string[];
  /** Whether one refusal keeps out all else; without, whatever is good is taken. */
  readonly isAllOrNothing: boolean;
  /** Whether the definitions and companies of the reviewed dataset have to be there first. */
  readonly needsReviewed?: boolean;
  /** Whether it brings claims: alone, they are worked out before they are taken. */
  readonly claims?: 'alone' | 'with others';
  /** What it reads when it is told nothing. */
  readonly everything?: string;
  /** Reads the documents, one after the other; whatever of them cannot be taken is a refusal. */
  read(sources: readonly string[], options: Options, context: ImportContext): AsyncIterable<Entry>;
}

/** An option of the command line. */
export interface ImporterOption {
  /** With what it wants: `--mirror <url>`. */
  readonly flag: string;
  readonly describe: string;
  readonly default?: string;
  readonly schema: z.ZodType<string>;
}

/** What an importer can make use of while it reads. */
export interface ImportContext {
  /** What is stored already, before the import. */
  readonly pool: Pool;
  /** A folder for files that are worth keeping until the next time. */
  readonly home: string;
  /** Tells whoever waits what is going on. */
  progress(line: string): void;
  /** Shows how far the import has got. */
  bar(what: string, total: number): { advance(): void; stop(): void };
}

/** What an importer gives: a row of a table, with the place where it was read, or a refusal. */
export type Entry = Row | Refusal;

export type Row = { readonly [Name in TableName]: RowOf<Name> }[TableName];

interface RowOf<Name extends TableName> {
  readonly table: Name;
  readonly row: GivenRow<Name>;
  readonly file: string;
  /** Its line, in a file that has lines. */
  readonly line?: number | null;
  /** Where it stands in a file that has paths, e.g. $.facts.us-gaap.Revenues. */
  readonly path?: string;
}

/** Thrown by an importer that was called in a way that does not work. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
