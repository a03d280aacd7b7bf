/**
 * Staged rows that say otherwise than the database, or than a row before them, about the same thing:
 * nothing that is stored is ever changed, and a restatement has a day or a source of its own.
 */
export const CHANGES = `
  select file, line::int, 'value' as column, 'the database' as place, fact.value::float8::text as name
  from stage_facts staged
  join company on company.slug = staged.company
  join source on source.slug = staged.source
  join fact on fact.company_id = company.id and fact.concept = staged.concept::"Concept"
    and fact.definition = staged.definition and fact.period_end = staged.period_end::date
    and fact.published_on = staged.published_on::date and fact.source_id = source.id
  where fact.value <> staged.value::numeric
  union all
  select file, line::int, 'value', 'line ' || coalesce(first_line, '?'), first_value
  from (
    select file, line, value, first_value(value) over same as first_value,
      first_value(line) over same as first_line
    from stage_facts
    window same as (
      partition by company, concept, definition, period_end, published_on, source order by place)
  ) staged
  where value::numeric <> first_value::numeric
  union all
  select file, line::int, difference.column, 'the database', difference.stored
  from stage_exchange_rates staged
  join exchange_rate rate on rate.base = staged.base::"Currency"
    and rate.quote = staged.quote::"Currency" and rate.calendar_quarter = staged.calendar_quarter
  cross join lateral (values
    ('average', trim_scale(rate.average)::text, rate.average is distinct from staged.average::numeric),
    ('period_end', trim_scale(rate.period_end)::text, rate.period_end is distinct from staged.period_end::numeric)
  ) as difference("column", stored, differs)
  where differs
  union all
  select file, line::int, difference.column, 'the database', difference.stored
  from stage_companies staged
  join company on company.slug = staged.slug
  cross join lateral (values
    ('name', company.name, company.name <> staged.name),
    ('ticker', company.ticker, company.ticker is distinct from staged.ticker),
    ('country', company.country::text, company.country::text <> staged.country),
    ('reporting_currency', company.reporting_currency::text,
      company.reporting_currency::text <> staged.reporting_currency),
    ('fiscal_year_end_month', company.fiscal_year_end_month::text,
      company.fiscal_year_end_month <> staged.fiscal_year_end_month::int),
    ('cik', company.cik, company.cik is distinct from staged.cik)
  ) as difference("column", stored, differs)
  where differs
  union all
  select file, line::int, 'members', 'the database', stored.members
  from stage_groups staged
  join (
    select "group".slug, string_agg(company.slug, ' ' order by group_member.position) as members
    from "group" join group_member on group_id = "group".id join company on company.id = company_id
    group by 1
  ) stored on stored.slug = staged.slug
  where stored.members <> regexp_replace(staged.members, ' +', ' ', 'g')
  order by 1, 2`;

/** Staged facts that were published on a day to come. */
export const FUTURE_FACTS = `
  select file, line::int, 'published_on' as column, published_on as name
  from stage_facts where published_on::date > current_date + 1 order by 1, 2`;
