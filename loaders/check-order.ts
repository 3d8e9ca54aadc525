import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

/** Columns whose values rise from left to right, in whatever table they stand together. */
const rising: readonly (readonly string[])[] = [
  ["low", "central", "high"],
  ["founded", "as_of_year"],
];

/**
 * Checks that ranges run upwards: low, central, high; a network founded by the year of its figures; and every pair of
 * columns called `<what>_from` and `<what>_to`. An empty cell is passed over.
 */
export function checkOrder({ name, resource, rows, lines }: Table): EvidenceFault[] {
  const names = resource.schema.fields.map((field) => field.name);
  const pairs = names
    .filter((field) => field.endsWith("_from"))
    .map((from) => [from, from.replace(/_from$/, "_to")]);
  const problems: EvidenceFault[] = [];
  for (const columns of [...rising, ...pairs]) {
    if (!columns.every((column) => names.includes(column))) continue;
    rows.forEach((row, index) => {
      const given = columns.filter((column) => typeof row[column] === "number");
      given.slice(1).forEach((column, place) => {
        const before = given[place]!;
        if (Number(row[before]) <= Number(row[column])) return;
        problems.push(
          evidenceFault(
            { table: name, row: lines[index]!, field: column, value: String(row[column]) },
            `must not be less than ${before}, which is ${row[before]}`,
            "mend one of the two, or exchange them",
          ),
        );
      });
    });
  }
  return problems;
}
