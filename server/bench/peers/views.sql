-- What the peers that work in SQL read: the product's own tables by the product's own rules, as one
-- would write them for a server that serves views. company_id stands in every PARTITION BY, DISTINCT ON
-- and GROUP BY, so that a condition on it reaches the indexes.

create schema if not exists bench;

create or replace view bench.company as select id, slug, name from company;

-- A period is of the calendar quarter that the day half a quarter before its end lies in.
create or replace function bench.calendar_quarter(period_end date) returns text
  language sql immutable parallel safe return
  extract(year from period_end - 45)::text || 'Q' || extract(quarter from period_end - 45)::text;

create or replace function bench.place(period_end date) returns int
  language sql immutable parallel safe return
  (extract(year from period_end - 45) * 4 + extract(quarter from period_end - 45))::int;

-- The quarters that any fact is known of, which nobody would look up among all facts for each request.
create materialized view bench.known_quarter as
select company_id, bench.calendar_quarter(period_end) as calendar_quarter,
  min(period_start) as period_start, max(period_end) as period_end
from fact
where period_end - period_start < 120
group by company_id, bench.calendar_quarter(period_end);

create unique index on bench.known_quarter (company_id, calendar_quarter);

-- The newest print of each quarter in each definition; none of them only rounds the one before it, and
-- none is of a longer period. The rates are per US dollar.
create or replace view bench.figure as
select distinct on (fact.company_id, fact.concept, fact.definition, bench.place(fact.period_end))
  fact.company_id,
  fact.concept,
  fact.definition,
  bench.calendar_quarter(fact.period_end) as calendar_quarter,
  bench.place(fact.period_end) as place,
  definition.rank as position,
  fact.value::float8 as value,
  fact.value::float8 * case fact.currency when 'USD' then 1 else 1 / rate.average::float8 end
    as dollars
from fact
join definition on definition.slug = fact.definition
left join exchange_rate rate on rate.base = 'USD' and rate.quote = fact.currency
  and rate.calendar_quarter = bench.calendar_quarter(fact.period_end)
where fact.concept in ('REVENUE', 'CLOUD_REVENUE', 'CAPEX')
  and fact.period_end - fact.period_start < 120
order by fact.company_id, fact.concept, fact.definition, bench.place(fact.period_end),
  fact.published_on desc, fact.quality, fact.id;

-- Which definition a series is in, from its newest quarter back: the one of the quarter after while that
-- has figures, else the first that has. The state is a quarter's place and the definition's.
create or replace function bench.keep(state int[], place int, known int[]) returns int[]
  language plpgsql immutable parallel safe as $$
begin
  if state[1] = place then return state; end if;
  if state[1] = place + 1 and state[2] = any(known) then return array[place, state[2]]; end if;
  return array[place, known[1]];
end $$;

create aggregate bench.kept(int, int[]) (sfunc = bench.keep, stype = int[], parallel = safe);

-- Each figure beside the earlier ones of its definition, which are what it can be compared with; whether
-- its definition is that of the series; and the newest quarter that the definition is known in.
create or replace view bench.line as
select
  known.*,
  position = (bench.kept(place, known) over (
    partition by company_id, concept order by place desc))[2] as is_of_series,
  max(place) over (partition by company_id, concept, definition) as newest,
  max(value) over (places range between 1 preceding and 1 preceding) as quarter_ago,
  max(value) over (places range between 4 preceding and 4 preceding) as year_ago,
  max(dollars) over (places range between 4 preceding and 4 preceding) as dollars_year_ago,
  case count(*) over (places range between 3 preceding and current row)
    when 4 then sum(value) over (places range between 3 preceding and current row)
  end as sum_of_four
from (
  select *, array_agg(position) over (
    partition by company_id, concept, place order by position
    rows between unbounded preceding and unbounded following) as known
  from bench.figure
) known
window places as (partition by company_id, concept, definition order by place);

-- A figure is in the definition of its series; growth and sums are in the first that has every quarter,
-- of those known in the newest quarters first.
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
    max(value) filter (where concept = 'REVENUE' and is_of_series) as revenue,
    max(value) filter (where concept = 'CAPEX' and is_of_series) as capex,
    max(value) filter (where concept = 'CLOUD_REVENUE' and is_of_series) as cloud_revenue,
    (array_agg(case when quarter_ago > 0 then value / quarter_ago - 1 end
      order by newest desc, position)
      filter (where concept = 'CAPEX' and quarter_ago is not null))[1] as capex_growth_quarter,
    (array_agg(case when year_ago > 0 then value / year_ago - 1 end
      order by newest desc, position)
      filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_growth_year,
    (array_agg(sum_of_four order by newest desc, position)
      filter (where concept = 'CAPEX' and sum_of_four is not null))[1] as trailing_capex
  from bench.known_quarter quarter
  left join bench.line on line.company_id = quarter.company_id
    and line.calendar_quarter = quarter.calendar_quarter
  group by quarter.company_id, quarter.calendar_quarter
) amounts;

-- Capital expenditures and revenue in US dollars, each quarter at its own average rate.
create or replace view bench.dollar_quarter as
select
  company_id,
  calendar_quarter,
  max(dollars) filter (where concept = 'CAPEX' and is_of_series) as capex,
  max(dollars) filter (where concept = 'REVENUE' and is_of_series) as revenue,
  (array_agg(dollars order by newest desc, position)
    filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_like_for_like,
  (array_agg(dollars_year_ago order by newest desc, position)
    filter (where concept = 'CAPEX' and year_ago is not null))[1] as capex_year_ago
from bench.line
where concept in ('REVENUE', 'CAPEX')
group by company_id, calendar_quarter;

-- The same without a past, for all companies at once.
create or replace view bench.screened_quarter as
select
  company_id,
  calendar_quarter,
  max(dollars) filter (where concept = 'CAPEX' and is_of_series) as capex,
  max(dollars) filter (where concept = 'CAPEX' and is_of_series)
    / nullif(max(dollars) filter (where concept = 'REVENUE' and is_of_series), 0)
    as capex_to_revenue
from bench.line
where concept in ('REVENUE', 'CAPEX')
group by company_id, calendar_quarter;

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
    select distinct calendar_quarter from bench.known_quarter
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
comment on materialized view bench.known_quarter is E'@behavior -*';
comment on view bench.figure is E'@behavior -*';
comment on view bench.line is E'@behavior -*';
comment on view bench.dollar_quarter is E'@behavior -*';
