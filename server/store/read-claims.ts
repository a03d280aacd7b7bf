import type { PoolClient } from 'pg';
import type { Claim, Later, Reading } from '../claims/claim.ts';
import { parseDay } from '../domain/day.ts';
import type { PublishedUnit } from '../domain/published-units.ts';
import type { Source } from '../generated/prisma/client.ts';
import { fieldsOf } from '../importers/tables/sql.ts';
import type { TableRow } from '../importers/tables/tables.ts';

/** A claim with the document that made it. */
export interface PublishedClaim {
  readonly claim: Claim;
  readonly source: Source;
}

/** Every claim, the newest first. */
export async function readClaims(client: PoolClient): Promise<PublishedClaim[]> {
  const { rows: claims } = await client.query<TableRow<'claims'> & { source_id: number }>(
    `select slug, source_id, said_on::text, statement, measure, unit, published::text,
       published_to::text, precision::text, readings::text, later::text
     from claim order by said_on desc, slug`,
  );
  const { rows: sources } = await client.query<Source>(
    `select id, ${fieldsOf('sources')} from source where id in (select source_id from claim)`,
  );
  const byId = new Map(sources.map((source) => [source.id, source]));
  return claims.map((row) => {
    const source = byId.get(row.source_id)!;
    return { claim: claimOf(row, source.publisher), source };
  });
}

type Written = Omit<
  Reading,
  'place' | 'isStated' | 'substitute' | 'measure' | 'unit' | 'bounds' | 'holds' | 'details'
> & {
  readonly stated?: 'yes' | 'no';
  readonly substitute?: string;
  readonly measure?: string;
  readonly unit?: PublishedUnit;
  readonly bounds?: string;
  readonly holds?: string;
  readonly details?: readonly { label: string; figure: string; unit?: PublishedUnit }[];
};

const STATED = { yes: true, no: false } as const;

/** A claim from a row that the gate let through, and who published its source. */
export function claimOf(row: Omit<TableRow<'claims'>, 'source'>, publisher: string): Claim {
  const { published, published_to, precision } = row;
  const readings = (JSON.parse(row.readings) as Written[]).map((written, place): Reading => {
    const { stated, substitute = null, measure = row.measure, unit = row.unit } = written;
    const { basis, query, figure, bounds = null, holds = null, details = [] } = written;
    return {
      ...{ place, basis, substitute, measure, unit, query, figure, bounds, holds },
      isStated: stated ? STATED[stated] : null,
      details: details.map((detail) => ({ unit, ...detail })),
    };
  });
  return {
    slug: row.slug,
    statement: row.statement,
    measure: row.measure,
    unit: row.unit,
    saidOn: parseDay(row.said_on)!,
    publisher,
    printed:
      published === null
        ? null
        : {
            from: Number(published),
            to: Number(published_to ?? published),
            precision: Number(precision),
          },
    readings: readings.toSorted(
      (a, b) => Number(b.isStated === true) - Number(a.isStated === true),
    ),
    later: row.later === null ? null : (JSON.parse(row.later) as Later),
  };
}
