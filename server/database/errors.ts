import { ExplainedError } from '../explained-error.ts';

/** What went wrong with the database, for programs: stable names, never translated. */
export type DatabaseErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_BUSY'
  | 'DATABASE_NOT_EMPTY'
  | 'DATABASE_NEWER'
  | 'DATABASE_FORBIDDEN'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_UNSUPPORTED'
  | 'EMBEDDED_UNSUPPORTED'
  | 'EMBEDDED_FOLDER_UNUSABLE'
  | 'EMBEDDED_START_FAILED'
  | 'MIGRATION_EDITED'
  | 'MIGRATION_FAILED';

/** A problem with the database that its reader can fix: one line that names the place and the way out. */
export class DatabaseError extends ExplainedError {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message.replace(/\s+/g, ' ').trim(), options);
  }
}

/** The first line of whatever was thrown; a refused connection to two addresses has its reason inside. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

/** The code that Node or PostgreSQL gave an error, e.g. `ENOENT` or `57P03`. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
