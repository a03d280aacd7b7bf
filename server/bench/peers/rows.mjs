import './production.mjs';
import { createServer } from 'node:http';
import pg from 'pg';
import { answerAll, answerOne } from './rows-answer.mjs';
import { CONNECTIONS, DATABASE_URL, HOST, PORT, ready } from './settings.mjs';

// A limit: what the facts cost over SQL when all else is written by hand for two questions. One
// prepared statement a request, rows as arrays, numbers worked out in JavaScript, JSON put together
// as text.

// Of the facts of one quarter in one definition the one that counts comes first.
const statement = (company, figures, where) => `
  select company.slug, quarter.calendar_quarter, fact.concept, definition.rank, fact.value::float8
  from company
  ${company}
  join bench.known_quarter quarter on quarter.company_id = company.id
  left join fact on fact.company_id = company.id
    and bench.calendar_quarter(fact.period_end) = quarter.calendar_quarter
    and fact.concept in ('REVENUE', 'CLOUD_REVENUE', 'CAPEX')
    and fact.period_end - fact.period_start < 120 ${figures}
  left join definition on definition.slug = fact.definition
  ${where}
  order by company.name, company.slug, quarter.calendar_quarter, fact.published_on desc,
    fact.quality, fact.id`;

const ALL = statement('', '', '');

// The last eight quarters and those of the year before them, which growth and sums look back on.
const ONE = statement(
  `cross join lateral (
    select min(period_start) - 320 as day from (
      select period_start from bench.known_quarter where company_id = company.id
      order by calendar_quarter desc limit 8
    ) last
  ) oldest`,
  'and fact.period_end > oldest.day',
  'where company.slug = $1 and quarter.period_end > oldest.day',
);

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: CONNECTIONS });

async function answer({ query, slug }) {
  const [name, text, values] = query === 'D' ? ['all', ALL, []] : ['one', ONE, [slug]];
  const { rows } = await pool.query({ name, text, values, rowMode: 'array' });
  return query === 'D' ? answerAll(rows) : answerOne(rows);
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const body = await answer(JSON.parse(Buffer.concat(chunks).toString()));
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      response.writeHead(200, headers).end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(PORT, HOST, ready);
