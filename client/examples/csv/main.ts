import { writeFile } from 'node:fs/promises';
import { createClient, type ResultOf, ScreenDocument } from '@capexgraph/client';
import { toCsv } from '@capexgraph/client/csv';

// Every quarter of the companies of a group, in US dollars, as a CSV file:
//   npm start -- china-hyperscalers capex.csv

const [group = 'us-hyperscalers', file = 'capex.csv'] = process.argv.slice(2);
const url = process.env.CAPEXGRAPH_URL ?? 'http://127.0.0.1:4000/graphql';
const client = createClient({ url });

type Quarter = ResultOf<typeof ScreenDocument>['quarters']['nodes'][number];

const quarters: Quarter[] = [];
const screen = { where: { group }, currency: 'USD' } as const;
for await (const quarter of client.paginate(ScreenDocument, screen, (data) => data.quarters)) {
  quarters.push(quarter);
}
if (quarters.length === 0) throw new Error(`There is no group ${group}, or no quarter of it.`);

const csv = toCsv(quarters, {
  company: ({ company }) => company.name,
  quarter: ({ calendarQuarter }) => calendarQuarter,
  'fiscal quarter': ({ fiscalLabel }) => fiscalLabel,
  'capex, USD': ({ capex }) => capex,
  'growth over the year': ({ capex }) => capex.overTheYear,
  'share of revenue': ({ capexToRevenue }) => capexToRevenue,
  // An empty cell is explained, so that nobody takes it for a zero.
  'why capex is missing': ({ capex }) => capex.missing.map(({ reason }) => reason).join(' '),
});
await writeFile(file, csv);
console.log(`${quarters.length} quarters of ${group} in ${file}`);
