/** A kind of partner rather than a name: without a capital after the first letter, or begun with a general word. */
const kind = `regexp_full_match(replace(name, 'NGO', 'ngo'),
      '[a-z0-9][^A-Z]*|(local|other|more than) .*|(Businesses|Communit|Companies|Employers|Faith|Governments|Humanitarian|Law|Legal|Local|More|Neighborhood|Non-?profit|Private|Public|Schools|Universities)[^A-Z]*')`;

/**
 * Query parts that tell actors by their printed names. One actor stands under several names: with "The" or without,
 * with its acronym in brackets or by that alone. A kind of partner ("local NGOs") is another one in each practice.
 *
 * `people`: one row for each practice with a lead or a partner, and partner; `lead` and `partner` are the names shown,
 * `lead_key` and `partner_key` tell actors apart.
 */
export const peopleSql = `printed as (
  select lead_actor as name from practices where lead_actor is not null union select partner from practice_partners
),
bare as (
  select name, ${kind} as of_a_kind,
    lower(regexp_replace(regexp_replace(name, '^[Tt]he ', ''), ' \\([^)]*\\)$', '')) as bare,
    regexp_extract(name, '\\(([A-Z][A-Za-z]+)\\)$', 1) as acronym
  from printed
),
keyed as (
  select b.name, b.of_a_kind, coalesce(a.bare, b.bare) as key
  from bare b
  left join (select lower(acronym) as acronym, min(bare) as bare from bare where acronym <> '' group by 1) a
    on b.bare = a.acronym
),
-- The longest printed name stands for all.
actors as (
  select name, of_a_kind, key,
    case when of_a_kind then name
      else first_value(name) over (partition by key, of_a_kind order by length(name) desc, name) end as shown
  from keyed
),
people as (
  select p.practice_id, p.name as practice, p.place, p.city_id, p.region, p.lead_actor, p.lead_sector,
    a.shown as lead, a.key || case when a.of_a_kind then ' ' || p.practice_id else '' end as lead_key,
    b.shown as partner, pp.sector as partner_sector,
    b.key || case when b.of_a_kind then ' ' || p.practice_id else '' end as partner_key,
    count(pp.partner) over (partition by p.practice_id)::int as partners, p.source_id, p.locator
  from practices p
  left join practice_partners pp using (practice_id)
  left join actors a on a.name = p.lead_actor
  left join actors b on b.name = pp.partner
  where p.lead_actor is not null or pp.partner is not null
)`;
