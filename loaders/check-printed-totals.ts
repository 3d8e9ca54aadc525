import { printedTotals, type PrintedTotal } from "./printed-totals.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/**
 * Checks that cells add up to the totals printed with them, or differ exactly as `discrepancies` records.
 * @param tables by name; totals of tables that are not there are passed over
 * @param totals default: those of thp-2014
 */
export function checkPrintedTotals(
  tables: ReadonlyMap<string, Table>,
  totals: readonly PrintedTotal[] = printedTotals,
): EvidenceFault[] {
  return totals.flatMap((total) => {
    const table = tables.get(total.table);
    return table ? checkTotal(total, table, tables.get("discrepancies")) : [];
  });
}

function checkTotal(total: PrintedTotal, table: Table, discrepancies: Table | undefined): EvidenceFault[] {
  const problems: EvidenceFault[] = [];
  const of = Object.values(total.where).join("/") || "all rows";
  const fault = (value: string | null, rule: string, mend: string) =>
    problems.push(evidenceFault({ table: table.name, field: total.columns.join(" + "), value }, rule, mend));

  // Rows of another round are no part of this one's totals.
  const rows = table.rows.filter(
    (row) =>
      (total.round === undefined || row["round"] === total.round) &&
      Object.entries(total.where).every(([column, value]) => row[column] === value),
  );
  if (rows.length !== total.rows) {
    fault(
      String(rows.length),
      `must have ${total.rows} row${total.rows === 1 ? "" : "s"} for ${of} (${total.source_id}, ${total.locator})`,
      `add the missing rows, also where the value is 0, or remove those too many${ofOwnRound(total)}`,
    );
    // What they add up to follows from that.
    return problems;
  }

  const sum = sumOf(rows, total.columns);
  const { expected } = total;
  const due = typeof expected === "number" ? expected : expected.sumOfCells;
  if (sum !== due)
    fault(
      String(sum),
      `must add up to ${due} for ${of} (${total.source_id}, ${total.locator})`,
      `compare each cell with the printed table; if the document is wrong, record it in discrepancies${ofOwnRound(total)}`,
    );

  if (typeof expected !== "number" && discrepancies) {
    const record = discrepancies.rows.find((row) => row["discrepancy_id"] === expected.discrepancy_id);
    const apart = Math.abs(expected.printed - expected.sumOfCells);
    if (!record)
      fault(
        expected.discrepancy_id,
        `must be in discrepancies: ${expected.printed} is printed for ${of}, the cells give ${expected.sumOfCells}`,
        "add the discrepancy",
      );
    else if (Math.abs(Number(record["value_a"]) - Number(record["value_b"])) !== apart)
      fault(
        expected.discrepancy_id,
        `must record two readings that are ${apart} apart, as total and sum for ${of} are`,
        "mend value_a and value_b of the discrepancy",
      );
  }
  return problems;
}

/** What a newer count needs, whose rows were put in place of those of the study or among them. */
function ofOwnRound({ round }: PrintedTotal): string {
  return round === undefined
    ? ""
    : `; a count that is not of round ${round} stands in rows of its own, with another round`;
}

function sumOf(rows: Row[], columns: string[]): number {
  let sum = 0;
  for (const row of rows) for (const column of columns) sum += Number(row[column] ?? NaN);
  return sum;
}
