/** A row of an evidence table, by column. */
type EvidenceRow = Readonly<Record<string, unknown>>;

/** A round of counting: its id, and the calendar year in which it counted. */
export interface Round {
  id: string;
  year: number;
}

/**
 * Each city's newest round in a table of counts, by the city's id.
 * @param rows with `city_id` and `round`
 * @param rounds the table of that name; the check sees to it that a city has one round a year
 */
export function newestRounds(
  rows: readonly EvidenceRow[],
  rounds: readonly EvidenceRow[],
): ReadonlyMap<string, Round> {
  const known = new Map(
    rounds.map((row): [unknown, Round] => [
      row["round_id"],
      { id: String(row["round_id"]), year: Number(row["year"]) },
    ]),
  );
  const newest = new Map<string, Round>();
  for (const row of rows) {
    const round = known.get(row["round"]);
    const city = String(row["city_id"]);
    if (round && round.year > (newest.get(city)?.year ?? -Infinity)) newest.set(city, round);
  }
  return newest;
}

/**
 * The rows of a table of counts that stand for today: of each city those of its newest round in that table. Two rounds
 * of a city are never added up. `newestRound` of `src/figures` says the same in SQL.
 */
export function newestRound<Counts extends EvidenceRow>(
  rows: readonly Counts[],
  rounds: readonly EvidenceRow[],
): Counts[] {
  const newest = newestRounds(rows, rounds);
  return rows.filter((row) => row["round"] === newest.get(String(row["city_id"]))?.id);
}
