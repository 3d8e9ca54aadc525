import { text, type CellReference, type Row } from "../components/figure.js";

/** The cell of a number that a document prints, by a row that calls the place "World" as readers do; null for one of a producer. */
export function printedStatistic(row: Row): CellReference | null {
  if (row.dataset !== null) return null;
  const place = row.place_id === "world" ? "World" : text(row, "place");
  const key = [
    text(row, "indicator_id"),
    place,
    ...["year", "source_id", "locator"].map((name) => text(row, name)),
  ];
  return { table: "statistics", key: key.join("/"), column: "value" };
}
