import type { Options } from "../components/figure.js";
import { newestRound } from "../figures/newest-round.js";
import { cityCondition, inOrder } from "./brief-figure.js";
import { arrivalsTold } from "./context.js";

const order = inOrder("dimension");

/**
 * All that a brief's first paragraph counts, a row a city. What does not apply to a city without a mapping is null;
 * what was looked for and not found is 0.
 */
export function openingSql(options: Options): string {
  return `with counts as (
  select * from ${newestRound("initiatives")} i
), totals as (
  select city_id, round, counted_in, sum(initiatives)::int as initiatives, sum(actors)::int as actors,
    arg_max(dimension, initiatives) as leading, max(initiatives)::int as leading_initiatives
  from counts group by city_id, round, counted_in
), mapped as (
  select t.*, count(*) over ()::int as mapped_cities, median(t.initiatives) over () as median_initiatives,
    (rank() over (order by t.initiatives) - 1)::int as cities_with_fewer
  from totals t
), below as (
  select city_id, count(*) filter (where initiatives < median_initiatives)::int as dimensions_below,
    count(*) filter (where initiatives = 0)::int as dimensions_without,
    string_agg(dimension, ', ' order by ${order}) filter (where initiatives < median_initiatives) as below,
    string_agg(dimension, ', ' order by ${order}) filter (where initiatives = 0) as without
  from (select *, median(initiatives) over (partition by dimension) as median_initiatives from counts)
  group by city_id
), joint as (
  select city_id, sum(partnerships)::int as partnerships,
    (sum(partnerships) filter (where partnership_type = 'public-private'))::int as public_private
  from ${newestRound("partnerships")} p group by city_id
), register as (
  select city_id, count(*)::int as practices, (count(*) filter (where kind in ('good', 'promising')))::int as named_good,
    min(start_year) as first_start
  from practices group by city_id
), money as (
  select coalesce(f.city_id, p.city_id) as city_id, count(*)::int as sums,
    (count(*) filter (where f.currency is null))::int as sums_without_currency,
    (count(*) filter (where f.year_from is null and f.year_to is null))::int as sums_without_year
  from funding f left join practices p using (practice_id) group by 1
), series as (
  select city_id, count(value)::int as statistics, (count(*) - count(value))::int as unreadable,
    (count(*) filter (where value is not null and year_stated))::int as dated,
    (count(*) filter (where value is not null and not year_stated))::int as undated,
    min(year) filter (where value is not null and year_stated) as first_year,
    max(year) filter (where value is not null and year_stated) as last_year,
    bool_or(indicator_id = 'foreign-born-pct' and value is null) as share_unreadable
  from statistics group by city_id
), members as (
  select city_id, count(*)::int as networks from network_members group by city_id
)
select c.city_id, c.name as city, c.country, c.region, c.mapped, c.population, c.population_qualifier, c.population_year, c.foreign_born_pct, c.foreign_born_qualifier, c.foreign_born_group,
  c.foreign_born_year, c.flag, c.note, (select count(*)::int from cities) as cities,
  (select count(*)::int from cities where mapped) as mapped_cities, m.counted_in,
  (select string_agg(distinct counted_in::text, ', ' order by counted_in::text) from totals) as counted_years, m.initiatives, m.actors, m.leading,
  m.leading_initiatives, m.median_initiatives, m.cities_with_fewer, b.dimensions_below, b.dimensions_without,
  b.below, b.without, j.partnerships, j.public_private, v.contacted, v.interviewed, o.policy_level, o.arrivals,
  ${arrivalsTold("o.arrivals")} as arrivals_told,
  coalesce(r.practices, 0) as practices, coalesce(r.named_good, 0) as named_good, r.first_start,
  coalesce(f.sums, 0) as sums, coalesce(f.sums_without_currency, 0) as sums_without_currency,
  coalesce(f.sums_without_year, 0) as sums_without_year, coalesce(s.statistics, 0) as statistics,
  coalesce(s.unreadable, 0) as unreadable, coalesce(s.dated, 0) as dated, coalesce(s.undated, 0) as undated,
  coalesce(s.share_unreadable, false) as share_unreadable, s.first_year, s.last_year, coalesce(n.networks, 0) as networks,
  (select count(*)::int from migration_profiles p where p.city_id = c.city_id) as groups,
  (select count(*)::int from challenges h where h.city_id = c.city_id) as challenges,
  (select count(*)::int from partnership_conditions q where q.city_id = c.city_id) as conditions,
  c.source_id, c.locator
from cities c
left join mapped m using (city_id)
left join below b using (city_id)
left join joint j using (city_id)
left join interviews v on v.city_id = c.city_id and v.round = m.round
left join city_policies o using (city_id)
left join register r using (city_id)
left join money f using (city_id)
left join series s using (city_id)
left join members n using (city_id)${cityCondition(options)}
order by c.name`;
}
