import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../../../domain/day.ts';
import { chooseTags } from '../quarters/choose-tags.ts';
import { CHAINS, printed } from '../testing.ts';
import { parseConceptChains } from './concept-chains.ts';
import type { TaggedPrints } from './print.ts';

const HEADER = 'cik,concept,tag,definition,filed_from,filed_until\n';
const tagged = (tag: string, ...prints: TaggedPrints['prints']): TaggedPrints => ({
  tag: `us-gaap:${tag}`,
  currency: 'USD',
  prints,
});
const capex = (cik: string, ...tags: TaggedPrints[]) =>
  chooseTags(tags, CHAINS.of(cik), 'USD').figures.map(
    ({ definition, end, value, filed }) =>
      `${formatDay(end)} ${value} ${definition} ${formatDay(filed)}`,
  );
const PPE = 'PaymentsToAcquirePropertyPlantAndEquipment';
const PRODUCTIVE = 'PaymentsToAcquireProductiveAssets';

test('every definition of the chains is one of the dataset', () => {
  const file = new URL('../../../../prisma/data/definitions.csv', import.meta.url);
  const slugs = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0]);
  const ciks = ['*', '0001018724', '0001045810', '0001326801', '0000789019', '0001341439'];
  const links = ciks.flatMap((cik) => [...CHAINS.of(cik).values()].flat());
  for (const { definition } of links) expect(slugs).toContain(definition);
});

test('a mistake in the chains is an error that says what was expected', () => {
  expect(() => parseConceptChains(`${HEADER}12,CAPEX,us-gaap:A,gross,,\n`)).toThrow('ten digits');
  expect(() => parseConceptChains(`${HEADER}*,CAPEX,A,gross,,\n`)).toThrow('a tag like');
  expect(() => parseConceptChains(`${HEADER}*,CAPEX,a:B,gross,soon,\n`)).toThrow('a date like');
});

test('the chain of a company takes the place of the one of any company', () => {
  const tags = [
    tagged(PPE, printed('2024-01-01/2024-03-31', 1)),
    tagged(PRODUCTIVE, printed('2024-01-01/2024-03-31', 2)),
  ];
  expect(capex('0000000001', ...tags)).toEqual(['2024-03-31 1 purchases-gross 2024-05-10']);
  expect(capex('0001018724', ...tags)).toEqual(['2024-03-31 2 purchases-gross 2024-05-10']);
});

test('each quarter comes from the first tag that has it; no difference mixes two tags', () => {
  const tags = [
    tagged(PPE, printed('2016-01-01/2016-03-31', 10), printed('2016-01-01/2016-06-30', 30)),
    tagged(PRODUCTIVE, printed('2016-01-01/2016-09-30', 60), printed('2017-01-01/2017-03-31', 15)),
  ];
  expect(capex('0001018724', ...tags)).toEqual([
    '2016-03-31 10 purchases-gross 2016-05-10',
    '2016-06-30 20 purchases-gross 2016-08-09',
    '2017-03-31 15 purchases-gross 2017-05-10',
  ]);
});

test('a better tag takes over from the day on which it prints the quarter', () => {
  const later = { filed: '2025-05-01' };
  const tags = (value: number) => [
    tagged(PRODUCTIVE, printed('2024-01-01/2024-03-31', 10)),
    tagged(PPE, printed('2024-01-01/2024-03-31', value, later)),
  ];
  expect(capex('0000000001', ...tags(10))).toHaveLength(1);
  expect(capex('0000000001', ...tags(11)).at(-1)).toBe('2024-03-31 11 purchases-gross 2025-05-01');
});

test('a tag that changed its meaning stands for another definition from then on', () => {
  // Meta's purchases are net of proceeds in the filings from April 2024, for the year before, too.
  const prints = [
    printed('2023-01-01/2023-03-31', 6_842_000_000, { filed: '2023-04-27' }),
    printed('2023-01-01/2023-03-31', 6_823_000_000, { filed: '2024-04-25' }),
    printed('2024-01-01/2024-03-31', 6_400_000_000, { filed: '2024-04-25' }),
  ];
  expect(capex('0001326801', tagged(PPE, ...prints))).toEqual([
    '2023-03-31 6842000000 purchases-gross 2023-04-27',
    '2023-03-31 6823000000 purchases-net-of-proceeds 2024-04-25',
    '2024-03-31 6400000000 purchases-net-of-proceeds 2024-04-25',
  ]);
  expect(parseDay('2024-04-01')).toBe(CHAINS.of('0001326801').get('CAPEX')![0]!.filedFrom);
});
