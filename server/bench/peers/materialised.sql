-- What views.sql works out for each request, worked out once and indexed as each question asks for it: the
-- most that a peer in SQL can prepare. It knows one day and one currency; facts that come later are not in it
-- until it is refreshed.

create schema materialised;

create materialized view materialised.company as select * from bench.company;
create unique index on materialised.company (id);
create unique index on materialised.company (slug);

create materialized view materialised.quarter as select * from bench.quarter;
create unique index on materialised.quarter (company_id, calendar_quarter);

-- With the company's slug, so that an index has the order of the screen.
create materialized view materialised.screened_quarter as
select screened_quarter.*, slug
from bench.screened_quarter
join bench.company on company.id = screened_quarter.company_id;
create unique index on materialised.screened_quarter (company_id, calendar_quarter);
create index on materialised.screened_quarter (capex_to_revenue desc, calendar_quarter, slug);

create function materialised.screen(above float8) returns setof materialised.screened_quarter as $$
  select * from materialised.screened_quarter
  where capex_to_revenue > above
  order by capex_to_revenue desc, calendar_quarter, slug
$$ language sql stable parallel safe;

create materialized view materialised.comparison as select * from bench.comparison;
create unique index on materialised.comparison (calendar_quarter);

-- The names and relations that PostGraphile reads from the comments of views.sql.
comment on materialized view materialised.company is E'@primaryKey id\n@unique slug';
comment on materialized view materialised.quarter is E'@primaryKey company_id,calendar_quarter\n'
  '@foreignKey (company_id) references materialised.company (id)|@fieldName company|@foreignFieldName quarters';
comment on materialized view materialised.screened_quarter is
  E'@primaryKey company_id,calendar_quarter\n'
  '@foreignKey (company_id) references materialised.company (id)|@fieldName company|@behavior -list -connection';
comment on materialized view materialised.comparison is E'@primaryKey calendar_quarter';
