import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
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
 * Checks that `exchange_rates` has a row for each currency and year that `funding` needs, and that its rates can be
 * divided by. A row may be without a rate: with flag n and a note it says that none was found, and amounts that need
 * it are shown as not converted.
 * @param unsound names of tables with problems of their own: whether a row is missing from them is not judged
 */
export function checkExchangeRates(
  tables: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string> = new Set(),
): EvidenceFault[] {
  const rates = tables.get("exchange_rates");
  return rates ? [...checkNeeded(rates, tables, unsound), ...checkRates(rates)] : [];
}

function checkNeeded(
  rates: Table,
  tables: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string>,
): EvidenceFault[] {
  const [funding, sources] = [tables.get("funding"), tables.get("sources")];
  if (!funding || !sources || [funding, sources, rates].some(({ name }) => unsound.has(name))) return [];
  const known = new Set(rates.rows.map((row) => `${row["currency"]} ${row["year"]}`));
  return funding.rows.flatMap((row, index) => {
    const currency = row["currency"] ?? "EUR";
    const needed = `${currency} ${rateYear(row, sources)}`;
    if (currency === "EUR" || known.has(needed)) return [];
    return evidenceFault(
      { table: "funding", row: funding.lines[index]!, field: "currency", value: String(currency) },
      `needs a rate in exchange_rates: ${needed}`,
      "add it with its published source; where none can be found, leave the rate empty with flag n and a note",
    );
  });
}

function checkRates({ name, rows, lines }: Table): EvidenceFault[] {
  return rows.flatMap((row, index) => {
    const rate = row["units_per_eur"] ?? null;
    const fault = (field: string, value: string | null, rule: string, mend: string): EvidenceFault =>
      evidenceFault({ table: name, row: lines[index]!, field, value }, rule, mend);
    const problems: EvidenceFault[] = [];
    if (typeof rate === "number" && rate <= 0)
      problems.push(
        fault(
          "units_per_eur",
          String(rate),
          "must be more than 0: amounts are divided by it",
          "write the published rate, or leave it empty with flag n and a note",
        ),
      );
    if (rate === null && !String(row["flag"] ?? "").includes("n"))
      problems.push(
        fault(
          "units_per_eur",
          null,
          "must be given where flag n does not say that none was found",
          "write the published rate, or set flag n and say in the note where it was looked for",
        ),
      );
    if (row["currency"] === "EUR" && rate !== null && rate !== 1)
      problems.push(fault("units_per_eur", String(rate), "must be 1 for euros", "delete the row"));
    return problems;
  });
}
