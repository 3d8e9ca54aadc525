/** Tables that count something of a city in rounds. */
type CountTable = "initiatives" | "partnerships" | "interviews" | "interviewees";

/**
 * SQL that stands for a table of counts: of each city the rows of its newest round there, with the year as
 * `counted_in`. Two rounds of a city are never added up. `newestRound` of `src/model` says the same of rows.
 */
export function newestRound(table: CountTable): string {
  return `(
  select n.*, r.year as counted_in from ${table} n join rounds r on r.round_id = n.round
  qualify r.year = max(r.year) over (partition by n.city_id)
)`;
}

/** SQL for each mapped city's newest round of initiatives: what was asked in other rounds says nothing of it. */
export const roundOfCity = `(select distinct city_id, round, counted_in from ${newestRound("initiatives")} i)`;

/** SQL columns that say which years, rounds and documents a total of counts is of; a finding says so in its words and marks. */
export const roundsOfTotal = (rows: string): string =>
  `string_agg(distinct ${rows}.counted_in::text, ', ' order by ${rows}.counted_in::text) as counted_in,
  string_agg(distinct ${rows}.round, ', ' order by ${rows}.round) as count_rounds,
  string_agg(distinct ${rows}.source_id, ', ' order by ${rows}.source_id) as count_sources`;
