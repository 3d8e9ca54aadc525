import type { Problem } from "./problem.js";
import type { Row, Table } from "./read-table.js";

/**
 * The year at whose rate an amount is converted: its first year, else its last, else the year its document was
 * published.
 * @param row of `funding`
 * @param sources the table of documents
 * @returns null where even the document is unknown
 */
export function rateYear(row: Row, sources: Table): number | null {
  const given = row["year_from"] ?? row["year_to"];
  const published = sources.rows.find((source) => source["source_id"] === row["source_id"])?.["year"];
  const year = given ?? published;
  return typeof year === "number" ? year : null;
}

/**
 * Checks that `exchange_rates` has a row for each currency and year that `funding` needs. The row may be without
 * a rate: flagged, it says that none was found.
 */
export function checkExchangeRates(tables: ReadonlyMap<string, Table>): Problem[] {
  const [funding, rates, sources] = ["funding", "exchange_rates", "sources"].map((name) => tables.get(name));
  if (!funding || !rates || !sources) return [];
  const known = new Set(rates.rows.map((row) => `${row["currency"]} ${row["year"]}`));
  return funding.rows.flatMap((row, index) => {
    const currency = row["currency"] ?? "EUR";
    const needed = `${currency} ${rateYear(row, sources)}`;
    if (currency === "EUR" || known.has(needed)) return [];
    return {
      table: "funding",
      row: funding.lines[index]!,
      field: "currency",
      value: String(currency),
      rule: `needs a rate in exchange_rates: ${needed}`,
      mend: "add it with its published source; where none can be found, leave the rate empty with flag n and a note",
    };
  });
}
