import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

const countTables = ["initiatives", "partnerships", "interviews", "interviewees"] as const;

/** Tables that say of a round whom it asked. */
const askedTables = ["interviews", "interviewees"] as const;

/**
 * Checks what pages and scenarios take for granted of rounds: no table has two rounds of one year for a city, since
 * the newest could not be told; interviews are of a round that counted something in that city; groups of interviewees
 * stand beside the city's interviews; the year of the mapping, from which scenarios count, is that of a round.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkRounds(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const rounds = tables.get("rounds");
  if (!rounds) return [];
  const years = new Map(rounds.rows.map((row) => [row["round_id"], row["year"]]));
  return [
    ...countTables.flatMap((name) => checkYears(tables.get(name), years)),
    ...checkAsked(tables),
    ...checkMappingYear(tables.get("assumptions"), new Set(years.values())),
  ];
}

const keyOf = (row: Row) => JSON.stringify([row["city_id"], row["round"]]);

function checkYears(table: Table | undefined, years: ReadonlyMap<unknown, unknown>): EvidenceFault[] {
  if (!table) return [];
  const first = new Map<string, unknown>();
  const told = new Set<string>();
  return table.rows.flatMap((row, index) => {
    const { city_id: city, round } = row;
    const year = years.get(round);
    const place = JSON.stringify([city, year]);
    if (!first.has(place)) first.set(place, round);
    const other = first.get(place);
    if (other === round || told.has(keyOf(row))) return [];
    told.add(keyOf(row));
    return evidenceFault(
      { table: table.name, row: table.lines[index]!, field: "round", value: String(round) },
      `must be of another year than ${String(other)}, which counted ${String(city)} in ${String(year)} as well: pages show the newest`,
      "mend the year in rounds.csv, or keep one of the two rounds for this city",
    );
  });
}

function checkAsked(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const [initiatives, partnerships] = [tables.get("initiatives"), tables.get("partnerships")];
  const interviews = tables.get("interviews");
  const told = new Set<string>();
  const fault = (table: Table, row: Row, index: number, rule: string, mend: string): EvidenceFault[] => {
    const place = `${table.name} ${keyOf(row)}`;
    if (told.has(place)) return [];
    told.add(place);
    const { city_id: city, round } = row;
    return [
      evidenceFault(
        { table: table.name, row: table.lines[index]!, field: "round", value: String(round) },
        `${rule} ${String(city)}`,
        mend,
      ),
    ];
  };
  const countedIn = new Set([...(initiatives?.rows ?? []), ...(partnerships?.rows ?? [])].map(keyOf));
  const interviewedIn = new Set(interviews?.rows.map(keyOf));
  return askedTables.flatMap((name) => {
    const table = tables.get(name);
    return (table?.rows ?? []).flatMap((row, index) => {
      if (initiatives && partnerships && !countedIn.has(keyOf(row)))
        return fault(
          table!,
          row,
          index,
          "must be a round that counted initiatives or partnerships of",
          "mend it, or add those counts",
        );
      if (name === "interviewees" && interviews && !interviewedIn.has(keyOf(row)))
        return fault(
          table!,
          row,
          index,
          "needs a row of this round in interviews for",
          "add it, with how many stakeholders were contacted and interviewed",
        );
      return [];
    });
  });
}

function checkMappingYear(assumptions: Table | undefined, years: ReadonlySet<unknown>): EvidenceFault[] {
  return (assumptions?.rows ?? []).flatMap((row, index) =>
    row["assumption_id"] !== "mapping-year" || !Number.isInteger(row["central"]) || years.has(row["central"])
      ? []
      : evidenceFault(
          {
            table: assumptions!.name,
            row: assumptions!.lines[index]!,
            field: "central",
            value: String(row["central"]),
          },
          "must be the year of a round: scenarios count their years from there",
          `write one of ${[...years].join(", ")}`,
        ),
  );
}
