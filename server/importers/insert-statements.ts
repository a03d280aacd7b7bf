/**
 * One statement per table. Each takes its rows as one JSON array and adds those that are not there
 * yet; a row that names a company, source or definition that does not exist fails on a null column.
 */

export const IMPORT = `
  insert into import (kind, origin, facts_added) values ($1::"ImportKind", $2, 0) returning id`;

export const COMPANIES = `
  insert into company (slug, name, ticker, country, reporting_currency, fiscal_year_end_month, cik)
  select slug, name, ticker, country, reporting_currency, fiscal_year_end_month, cik
  from jsonb_to_recordset($1) as row(
    slug text, name text, ticker text, country text, reporting_currency "Currency",
    fiscal_year_end_month int, cik text)
  on conflict do nothing`;

export const DEFINITIONS = `
  insert into definition (slug, description, position)
  select slug, description,
    (select coalesce(max(position), 0) from definition) + row_number() over ()
  from jsonb_to_recordset($1) as row(slug text, description text)
  where slug not in (select slug from definition)`;

export const SOURCES = `
  insert into source (slug, kind, title, publisher, url, published_on)
  select slug, kind, title, publisher, url, published_on
  from jsonb_to_recordset($1) as row(
    slug text, kind "SourceKind", title text, publisher text, url text, published_on date)
  on conflict do nothing`;

export const GROUPS = `
  insert into "group" (slug, name, description, position)
  select slug, name, description,
    (select coalesce(max(position), 0) from "group") + row_number() over ()
  from jsonb_to_recordset($1) as row(slug text, name text, description text)
  on conflict do nothing`;

export const MEMBERS = `
  insert into group_member (group_id, company_id, position)
  select "group".id, company.id, row.position
  from jsonb_to_recordset($1) as row("group" text, company text, position int)
  left join "group" on "group".slug = row."group"
  left join company on company.slug = row.company
  on conflict do nothing`;

export const QUARTERS = `
  insert into quarter
    (company_id, calendar_quarter, fiscal_year, fiscal_quarter, period_start, period_end)
  select company.id, calendar_quarter, fiscal_year, fiscal_quarter, period_start, period_end
  from jsonb_to_recordset($1) as row(
    company text, calendar_quarter text, fiscal_year int, fiscal_quarter int,
    period_start date, period_end date)
  left join company on company.slug = row.company
  on conflict do nothing`;

export const FACTS = `
  insert into fact
    (company_id, quarter_id, concept, definition, period_start, period_end, value, currency,
     quality, published_on, source_id, note, import_id)
  select company.id, quarter.id, concept, row.definition, row.period_start, row.period_end, value,
    currency, quality, row.published_on, source.id, note, import_id
  from jsonb_to_recordset($1) as row(
    company text, calendar_quarter text, concept "Concept", definition text, period_start date,
    period_end date, value numeric, currency "Currency", quality "Quality", published_on date,
    source text, note text, import_id int)
  left join company on company.slug = row.company
  left join quarter
    on quarter.company_id = company.id and quarter.calendar_quarter = row.calendar_quarter
  left join source on source.slug = row.source
  on conflict do nothing`;

export const EXCHANGE_RATES = `
  insert into exchange_rate
    (base, quote, calendar_quarter, average, period_end, source_id, import_id)
  select base, quote, calendar_quarter, average, period_end, source.id, import_id
  from jsonb_to_recordset($1) as row(
    base "Currency", quote "Currency", calendar_quarter text, average numeric,
    period_end numeric, source text, import_id int)
  left join source on source.slug = row.source
  on conflict do nothing`;
