import { describeRefusals, type Refusal } from '../importers/refusal.ts';
import type { Output } from './output.ts';
import { withDatabase } from './with-database.ts';

/** Audits a folder, or else the database, and says what it found; anything makes the exit code 1. */
export async function runAudit(folder: string | undefined, output: Output): Promise<void> {
  const found = folder === undefined ? await auditStored(output) : await auditFiles(folder);
  const text = ['Found:', ...describeRefusals(found).map((line) => `  ${line}`)].join('\n');
  output.result({ found }, found.length > 0 ? text : 'Nothing is wrong or doubtful.');
  if (found.length > 0) process.exitCode = 1;
}

async function auditFiles(folder: string): Promise<Refusal[]> {
  const { auditFolder } = await import('../importers/audit/audit-folder.ts');
  return auditFolder(folder);
}

async function auditStored(output: Output): Promise<Refusal[]> {
  const { auditDatabase } = await import('../importers/audit/audit-database.ts');
  return withDatabase(output, ({ pool }) => auditDatabase(pool));
}
