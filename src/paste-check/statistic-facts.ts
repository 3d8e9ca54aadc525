import type { EvidenceRow } from "../model/baseline.js";
import { idOfRows, kindsByIndicator } from "../model/statistic-places.js";
import type { Fact, RowsOf, Unit } from "./facts.js";
import type { KeyedFact } from "./counted-facts.js";
import { factOf } from "./fact-of-row.js";
import { placeId } from "./place-id.js";

/** The columns whose values are the key of a statistic. */
const keyColumns = ["indicator_id", "place", "year", "source_id", "locator"];

/** Every number of the table `statistics`; a low and a high estimate of one thing become one range. */
export function statisticFacts(rowsOf: RowsOf): KeyedFact[] {
  const units = new Map(rowsOf("indicators").map((row) => [row["indicator_id"], unitOf(row)]));
  const kinds = kindsByIndicator(rowsOf("statistics"));
  const facts = rowsOf("statistics")
    .filter((row) => typeof row["value"] === "number" && !isElsewhere(row))
    .map((row): KeyedFact => {
      const indicator = String(row["indicator_id"]);
      const key = keyColumns.map((column) => String(row[column])).join("/");
      return [
        `statistics ${key} value`,
        {
          indicator,
          place: placeId(String(row["place"])),
          value: Number(row["value"]),
          unit: units.get(indicator) ?? "count",
          ...(row["year_stated"] === true && { year: Number(row["year"]) }),
          ...factOf(row),
          link: `/statistics#${idOfRows(indicator, String(row["place_kind"]), kinds.get(indicator)!)}`,
        },
      ];
    });
  return ranges(facts);
}

/** The number of good practices is counted in the register; shares of interviews are worked out from Table 4. */
const elsewhere = new Set(["good-practices-count", "promising-practices-count", "interviewees-share-pct"]);
const isElsewhere = (row: EvidenceRow) => elsewhere.has(String(row["indicator_id"]));

function unitOf(indicator: EvidenceRow): Unit {
  const words = String(indicator["unit"]);
  if (words.startsWith("%")) return "percent";
  return words.startsWith("US dollars") ? "USD" : "count";
}

function ranges(facts: readonly KeyedFact[]): KeyedFact[] {
  const high = ({ indicator, place }: Fact) =>
    facts.find(
      ([, other]) => other.indicator === indicator.replace(/-low$/, "-high") && other.place === place,
    );
  return facts.flatMap(([key, fact]): KeyedFact[] => {
    if (fact.indicator.endsWith("-high")) return [];
    if (!fact.indicator.endsWith("-low")) return [[key, fact]];
    const upTo = high(fact)?.[1].value;
    return [[key, { ...fact, ...(upTo !== undefined && { upTo }) }]];
  });
}
