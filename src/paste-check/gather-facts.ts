import { withReadings } from "./attach-readings.js";
import { countedFacts } from "./counted-facts.js";
import type { CheckableFacts, RowsOf } from "./facts.js";
import { cityFacts, fundingFacts, practiceFacts } from "./other-facts.js";
import { gatherPlaces } from "./gather-places.js";
import { statisticFacts } from "./statistic-facts.js";

/** All that a text is checked against, from the tables of the evidence. */
export function gatherFacts(rowsOf: RowsOf): CheckableFacts {
  const keyed = [
    ...countedFacts(rowsOf),
    ...statisticFacts(rowsOf),
    ...fundingFacts(rowsOf),
    ...practiceFacts(rowsOf),
  ];
  const statistics = keyed.map(([, fact]) => fact);
  const facts = withReadings([...keyed, ...cityFacts(rowsOf, statistics)], rowsOf);
  const used = new Set(facts.map(({ source }) => source));
  return {
    places: gatherPlaces(rowsOf, facts),
    indicators: rowsOf("indicators").map((row) => ({
      id: String(row["indicator_id"]),
      name: String(row["name"]),
      unit: String(row["unit"]),
    })),
    facts,
    sources: Object.fromEntries(
      rowsOf("sources")
        .filter((row) => [...used].some((source) => source.includes(String(row["source_id"]))))
        .map((row) => [String(row["source_id"]), String(row["short_name"])]),
    ),
  };
}
