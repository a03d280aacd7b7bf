/**
 * The merges join every row with what it refers to, and `BROKEN_REFERENCES` names what is not there, so
 * that PostgreSQL need not look up each reference of each row once more, which takes longer than all
 * else. The embedded one lets us; a database's owner may with GRANT SET ON PARAMETER session_replication_role.
 */
export const WITHOUT_ROW_CHECKS = `
  select set_config('session_replication_role', 'replica', true)
  where has_parameter_privilege('session_replication_role', 'SET')`;

/** From the stages into the tables. Each adds what is not there yet; $1 is the id of the import. */
export const MERGES = {
  companies: `
    insert into company
      (slug, name, ticker, country, reporting_currency, fiscal_year_end_month, cik)
    select slug, name, ticker, country, reporting_currency::"Currency",
      fiscal_year_end_month::int, cik
    from stage_companies order by place
    on conflict (slug) do nothing`,

  definitions: `
    insert into definition (slug, description, position)
    select slug, description,
      (select coalesce(max(position), 0) from definition) + row_number() over (order by place)
    from stage_definitions
    where slug not in (select slug from definition)`,

  sources: `
    insert into source (slug, kind, title, publisher, url, published_on)
    select slug, kind::"SourceKind", title, publisher, url, published_on::date
    from stage_sources order by place
    on conflict (slug) do nothing`,

  groups: `
    insert into "group" (slug, name, description, position)
    select slug, name, description,
      (select coalesce(max(position), 0) from "group") + row_number() over (order by place)
    from stage_groups
    where slug not in (select slug from "group")`,

  members: `
    insert into group_member (group_id, company_id, position)
    select "group".id, company.id, member.position
    from stage_groups
    join "group" on "group".slug = stage_groups.slug
    cross join regexp_split_to_table(stage_groups.members, ' +') with ordinality
      as member(slug, position)
    join company on company.slug = member.slug
    on conflict do nothing`,

  facts: `
    insert into fact
      (company_id, quarter_id, concept, definition, period_start, period_end, value, currency,
       quality, published_on, source_id, note, import_id)
    select company.id, quarter.id, concept::"Concept", staged.definition,
      staged.period_start::date, staged.period_end::date, value::numeric, currency::"Currency",
      quality::"Quality", staged.published_on::date, source.id, note, $1
    from stage_facts staged
    join company on company.slug = staged.company
    join quarter
      on quarter.company_id = company.id and quarter.calendar_quarter = staged.calendar_quarter
    join source on source.slug = staged.source
    order by staged.place
    on conflict do nothing`,

  'exchange-rates': `
    insert into exchange_rate
      (base, quote, calendar_quarter, average, period_end, source_id, import_id)
    select base::"Currency", quote::"Currency", calendar_quarter, average::numeric,
      rate.period_end::numeric, source.id, $1
    from stage_exchange_rates rate
    join source on source.slug = rate.source
    order by place
    on conflict do nothing`,
} as const;

/** Staged rows that name what neither the import nor the database has. */
export const BROKEN_REFERENCES = `
  select file, line::int, 'company' as column, staged.company as name from stage_facts staged
    where not exists (select from company where slug = staged.company)
  union all
  select file, line::int, 'definition', staged.definition from stage_facts staged
    where not exists (select from definition where slug = staged.definition)
  union all
  select file, line::int, 'source', staged.source from stage_facts staged
    where not exists (select from source where slug = staged.source)
  union all
  select file, line::int, 'source', rate.source from stage_exchange_rates rate
    where not exists (select from source where slug = rate.source)
  union all
  select file, line::int, 'members', member from stage_groups,
    regexp_split_to_table(members, ' +') member
    where not exists (select from company where slug = member)
  order by 1, 2`;

/** Staged companies with a ticker or CIK that another company has. */
export const CLASHES = `
  select file, line::int, 'ticker' as column, staged.ticker as name, other.slug as owner
    from stage_companies staged
    join (select slug, ticker from company union select slug, ticker from stage_companies) other
      on other.ticker = staged.ticker and other.slug <> staged.slug
  union
  select file, line::int, 'cik', staged.cik, other.slug from stage_companies staged
    join (select slug, cik from company union select slug, cik from stage_companies) other
      on other.cik = staged.cik and other.slug <> staged.slug
  order by 1, 2`;
