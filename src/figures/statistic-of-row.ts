import { text, type CellReference, type Row } from "../components/figure.js";

/** The cell that a number over the years was read from: of a producer's table, or of a document, by the world's own name there. */
export function statisticOfRow(row: Row): CellReference {
  const told = (names: readonly string[]) => names.map((name) => text(row, name)).join("/");
  if (row.dataset !== null)
    return {
      table: "upstream_statistics",
      key: told(["indicator_id", "place_id", "year", "dataset"]),
      column: "value",
    };
  const place = row.place_id === "world" ? "World" : text(row, "place");
  const key = `${text(row, "indicator_id")}/${place}/${told(["year", "source_id", "locator"])}`;
  return { table: "statistics", key, column: "value" };
}
