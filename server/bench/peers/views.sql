-- What the peers that work in SQL read: the product's own tables by the product's own rules, as one
-- would write them for a server that serves views. company_id stands in every PARTITION BY, DISTINCT ON
-- and GROUP BY, so that a condition on it reaches the indexes.

create schema if not exists bench;

create or replace view bench.company as select id, slug, name from company;

-- The newest version of each quarterly figure in each definition. The rates are per US dollar.
create or replace view bench.figure as
select distinct on (fact.company_id, fact.concept, fact.definition, quarter.calendar_quarter)
  fact.company_id,
  fact.concept,
  fact.definition,
  quarter.calendar_quarter,
  left(quarter.calendar_quarter, 4)::int * 4 + right(quarter.calendar_quarter, 1)::int as place,
  fact.published_on,
  fact.quality,
  definition.position,
  fact.value::float8 as value,
  fact.value::float8 * case fact.currency when 'USD' then 1 else 1 / rate.average::float8 end
    as dollars
from fact
join quarter on quarter.id = fact.quarter_id and quarter.company_id = fact.company_id
join definition on definition.slug = fact.definition
left join exchange_rate rate on rate.base = 'USD' and rate.quote = fact.currency
  and rate.calendar_quarter = quarter.calendar_quarter
where fact.concept in ('REVENUE', 'CLOUD_REVENUE', 'CAPEX')
  -- A longer period is a year-to-date or annual one.
  and fact.period_end - fact.period_start < 120
order by fact.company_id, fact.concept, fact.definition, quarter.calendar_quarter,
  fact.published_on desc, fact.quality, fact.id;

-- A company's figures in one definition, each beside the earlier ones that it can be compared with.
create or replace view bench.line as
select
  figure.*,
  max(value) over (places range between 1 preceding and 1 preceding) as quarter_ago,
  max(value) over (places range between 4 preceding and 4 preceding) as year_ago,
  max(dollars) over (places range between 4 preceding and 4 preceding) as dollars_year_ago,
  case count(*) over (places range between 3 preceding and current row)
    when 4 then sum(value) over (places range between 3 preceding and current row)
  end as sum_of_four
from bench.figure
window places as (partition by company_id, concept, definition order by place);

-- Of several definitions the newest counts; for growth and sums, the newest that has every quarter.
create or replace view bench.quarter as
select
  company_id,
  calendar_quarter,
  revenue,
  capex,
  cloud_revenue,
  capex / nullif(revenue, 0) as capex_to_revenue,
  capex / nullif(cloud_revenue, 0) as capex_to_cloud_revenue,
  capex_growth_quarter,
  capex_growth_year,
  trailing_capex
from (
  select
    quarter.company_id,
    quarter.calendar_quarter,
    (array_agg(value order by published_on desc, quality, position)
      filter (where concept = 'REVENUE'))[1] as revenue,
    (array_agg(value order by published_on desc, quality, position)
      filter (where concept = 'CAPEX'))[1] as capex,
    (array_agg(value order by published_on desc, quality, position)
      filter (where concept = 'CLOUD_REVENUE'))[1] as cloud_revenue,
    (array_agg(case when quarter_ago > 0 then value / quarter_ago - 1 end
      order by published_on desc, quality, position)
      filter (where concept = 'CAPEX' and quarter_ago is not null))[1] as capex_growth_quarter,
    (array_agg(case when year_ago > 0 then value / year_ago - 1 end
      order by published_on desc, quality, position)
      filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_growth_year,
    (array_agg(sum_of_four order by published_on desc, quality, position)
      filter (where concept = 'CAPEX' and sum_of_four is not null))[1] as trailing_capex
  from quarter
  left join bench.line on line.company_id = quarter.company_id
    and line.calendar_quarter = quarter.calendar_quarter
  group by quarter.company_id, quarter.calendar_quarter
) amounts;

-- Capital expenditures and revenue in US dollars, each quarter at its own average rate.
create or replace view bench.dollar_quarter as
select
  company_id,
  calendar_quarter,
  (array_agg(dollars order by published_on desc, quality, position)
    filter (where concept = 'CAPEX'))[1] as capex,
  (array_agg(dollars order by published_on desc, quality, position)
    filter (where concept = 'REVENUE'))[1] as revenue,
  (array_agg(dollars order by published_on desc, quality, position)
    filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_like_for_like,
  (array_agg(dollars_year_ago order by published_on desc, quality, position)
    filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_year_ago
from bench.line
where concept in ('REVENUE', 'CAPEX')
group by company_id, calendar_quarter;

-- The same without a past, for all companies at once.
create or replace view bench.screened_quarter as
select
  company_id,
  calendar_quarter,
  max(dollars) filter (where concept = 'CAPEX') as capex,
  max(dollars) filter (where concept = 'CAPEX')
    / nullif(max(dollars) filter (where concept = 'REVENUE'), 0) as capex_to_revenue
from (
  select distinct on (fact.company_id, fact.quarter_id, fact.concept)
    fact.company_id,
    fact.quarter_id,
    quarter.calendar_quarter,
    fact.concept,
    fact.value::float8 * case fact.currency when 'USD' then 1 else 1 / rate.average::float8 end
      as dollars
  from fact
  join quarter on quarter.id = fact.quarter_id
  join definition on definition.slug = fact.definition
  left join exchange_rate rate on rate.base = 'USD' and rate.quote = fact.currency
    and rate.calendar_quarter = quarter.calendar_quarter
  where fact.concept in ('REVENUE', 'CAPEX') and fact.period_end - fact.period_start < 120
  order by fact.company_id, fact.quarter_id, fact.concept,
    fact.published_on desc, fact.quality, definition.position, fact.id
) figures
group by company_id, quarter_id, calendar_quarter;

-- Quarters with capital expenditures above a share of revenue, the highest share first.
create or replace function bench.screen(above float8) returns setof bench.screened_quarter as $$
  select found.*
  from bench.screened_quarter found
  join bench.company on company.id = found.company_id
  where found.capex_to_revenue > above
  order by found.capex_to_revenue desc, found.calendar_quarter, company.slug
$$ language sql stable parallel safe;

-- Two groups side by side. A sum counts the members that disclose what is added up; while one of them
-- is missing, so is the sum.
create or replace view bench.comparison as
with member as materialized (
  select "group".slug, member.company_id, exists (
      select from fact where fact.company_id = member.company_id and concept = 'REVENUE'
    ) as has_revenue
  from "group"
  join group_member member on member.group_id = "group".id
  where "group".slug in ('us-hyperscalers', 'china-hyperscalers') and exists (
    select from fact where fact.company_id = member.company_id and concept = 'CAPEX')
),
figures as materialized (
  -- The offset keeps the members' ids inside, where they reach the indexes.
  select figures.*
  from (select distinct company_id from member) members
  cross join lateral (
    select * from bench.dollar_quarter quarter
    where quarter.company_id = members.company_id offset 0
  ) figures
),
side as (
  select slug, calendar_quarter,
    case when count(capex) = count(*) then sum(capex) end as capex,
    case when count(capex_year_ago) = count(*) and sum(capex_year_ago) > 0
      then sum(capex_like_for_like) / sum(capex_year_ago) - 1
    end as growth_year,
    case when count(capex + revenue) filter (where has_revenue) = count(*) filter (where has_revenue)
      then sum(capex) filter (where has_revenue)
        / nullif(sum(revenue) filter (where has_revenue), 0)
    end as capex_to_revenue
  from member
  cross join (
    select distinct calendar_quarter from quarter
    where company_id in (select company_id from member)
  ) quarters
  left join figures using (company_id, calendar_quarter)
  group by slug, calendar_quarter
)
select calendar_quarter,
  baseline.capex as baseline_capex,
  baseline.growth_year as baseline_growth_year,
  baseline.capex_to_revenue as baseline_capex_to_revenue,
  challenger.capex as challenger_capex,
  challenger.growth_year as challenger_growth_year,
  challenger.capex_to_revenue as challenger_capex_to_revenue,
  baseline.capex / nullif(challenger.capex, 0) as capex_multiple,
  (challenger.growth_year - baseline.growth_year) * 100 as growth_lead
from (select * from side where slug = 'us-hyperscalers') baseline
full join (select * from side where slug = 'china-hyperscalers') challenger
  using (calendar_quarter);

-- What a view cannot say of itself, PostGraphile reads from comments.
comment on view bench.company is
  E'@primaryKey id\n@unique slug\n@behavior -insert -update -delete';
comment on view bench.quarter is E'@primaryKey company_id,calendar_quarter\n'
  '@foreignKey (company_id) references bench.company (id)|@fieldName company|@foreignFieldName quarters';
comment on view bench.screened_quarter is E'@primaryKey company_id,calendar_quarter\n'
  '@foreignKey (company_id) references bench.company (id)|@fieldName company|@behavior -list -connection';
comment on view bench.comparison is E'@primaryKey calendar_quarter';
comment on view bench.figure is E'@behavior -*';
comment on view bench.line is E'@behavior -*';
comment on view bench.dollar_quarter is E'@behavior -*';
