import type { Company, PrismaClient } from '../generated/prisma/client.ts';
import type { Snapshot } from './snapshot.ts';

/** A fact that an import brought, and when. */
export interface ChangeRow {
  readonly id: number;
  readonly companyId: number;
  readonly import: { readonly importedAt: Date };
}

/**
 * The facts of a version in the order in which the dataset got them; of one company, where one is given.
 * Imports take turns, and a fact's id is higher than those of all before, so its place never changes.
 */
export class Changes {
  readonly #facts: PrismaClient['fact'];
  readonly #where: { importId: { lte: number }; companyId?: number };

  constructor(prisma: PrismaClient, { catalog }: Snapshot, company: Company | null) {
    this.#facts = prisma.fact;
    this.#where = {
      importId: { lte: catalog.importId },
      ...(company && { companyId: company.id }),
    };
  }

  /** The next facts after one, by its id. */
  async read(after: number, limit: number): Promise<ChangeRow[]> {
    return this.#facts.findMany({
      where: { ...this.#where, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: limit,
      select: { id: true, companyId: true, import: { select: { importedAt: true } } },
    });
  }

  /** Whether there are any up to one. */
  async areAnyUpTo(id: number): Promise<boolean> {
    const where = { ...this.#where, id: { lte: id } };
    return (await this.#facts.findFirst({ where, select: { id: true } })) !== null;
  }

  async count(): Promise<number> {
    return this.#facts.count({ where: this.#where });
  }
}
