import type { PrismaClient } from '../generated/prisma/client.ts';

/** What a database holds, and its newest imports. */
export async function readStatus(prisma: PrismaClient) {
  const [companies, quarters, facts, sources, imports] = await Promise.all([
    prisma.company.count(),
    prisma.quarter.count(),
    prisma.fact.count(),
    prisma.source.count(),
    prisma.import.findMany({ orderBy: { id: 'desc' }, take: 10 }),
  ]);
  const counts = { companies, quarters, facts, sources };
  const text = [
    ...Object.entries(counts).map(([table, count]) => `${table.padEnd(10)} ${count}`),
    'imports, newest first:',
    ...imports.map(
      ({ id, kind, origin, importedAt, factsAdded }) =>
        `  ${id}  ${importedAt.toISOString()}  ${kind}  ${origin}: ${factsAdded} facts`,
    ),
  ].join('\n');
  return { counts: { ...counts, imports }, text };
}
