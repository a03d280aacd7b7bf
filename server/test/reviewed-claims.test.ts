import { expect, test } from 'vitest';
import { readDataset } from '../importers/csv/read-dataset.ts';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { createDatabase, startServer } from './testkit.ts';

test('the claims come with the reviewed dataset, and the working of each gives a figure today', async () => {
  const { claims: rows } = await readDataset(REVIEWED_DATASET);
  const server = await startServer(await createDatabase({ empty: true }));
  try {
    const { claims } = await server.query<{
      claims: { slug: string; finding: string; readings: { computedToday: number | null }[] }[];
    }>('{ claims { slug finding readings { computedToday } } }');
    expect(claims.map(({ slug }) => slug).sort()).toEqual(rows.map(({ slug }) => slug).sort());
    for (const { slug, finding, readings } of claims) {
      expect(finding, slug).not.toContain('its working fails');
      for (const { computedToday } of readings) expect(computedToday, slug).not.toBeNull();
    }
  } finally {
    await server.stop();
  }
});
