import pg from 'pg';
import { reasonOf } from '../database/errors.ts';
import { databaseFaultOf } from '../database/outage.ts';
import { ExplainedError } from '../explained-error.ts';

/**
 * An error in the words that whoever ran a command can do something with: one line for what is wrong with the database, a disk or a
 * file. Anything else is a fault of the program, and is shown with its stack.
 */
export function explain(error: unknown): string | Error {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ExplainedError) return error.message;
  if (error instanceof pg.DatabaseError)
    return `The database refused (${error.code}): ${reasonOf(error)}.${adviceOn(error.code)}`;
  if (databaseFaultOf(error))
    return `The database was lost: ${reasonOf(error)}. Nothing was written; run the command again.`;
  if ('syscall' in error) return `The system refused: ${reasonOf(error)}.`;
  return error;
}

function adviceOn(code = ''): string {
  return ADVICE[code] ?? ADVICE[code.slice(0, 2)] ?? '';
}

/** By PostgreSQL's codes, or the classes that they begin with. */
const ADVICE: Readonly<Record<string, string>> = {
  '22': ' Nothing was written; look for such a text or number in what is imported.',
  '25006':
    ' It is a standby, or this role only reads; set DATABASE_URL to the primary, and to a role that may write.',
  '42501': ' Give the role of DATABASE_URL that right.',
  '53100':
    ' Nothing was written; make room on the disk of the database, and run the command again.',
  '53300': ' Run the command again when there are fewer.',
  '57': ' Nothing was written; run the command again.',
  XX: ' Its files are damaged: restore a backup, or import into a new database.',
};
