import { median } from "d3-array";
import { allowedByUnit, assumptionIds, isOfMappedCity, ofCities, unitOf } from "../src/model/assumptions.js";
import { partnershipTypes, type PartnershipType } from "../src/model/names.js";
import { newestRound } from "../src/model/newest-round.js";
import { publicShareOfCounts } from "../src/model/public-share.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

const values = ["low", "central", "high"] as const;

/**
 * Checks that `assumptions` holds what the model needs, and nothing it does not know: an assumption for every parameter,
 * in its unit, with values that its unit and its distribution allow; a share that was worked out from partnerships fits
 * the newest of them.
 * @param unsound names of tables with problems of their own: whether a row is missing from them is not judged
 */
export function checkAssumptions(
  tables: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string> = new Set(),
): EvidenceFault[] {
  const [assumptions, cities] = [tables.get("assumptions"), tables.get("cities")];
  if (!assumptions) return [];
  const problems = assumptions.rows.flatMap((row, index) => checkRow(row, assumptions.lines[index]!));
  if (!cities || unsound.has(cities.name)) return problems;
  const mapped = cities.rows.filter((city) => city["mapped"] === true).map((city) => String(city["city_id"]));
  const missing = (id: string) => missingFault(assumptions, id, cities, tables);
  const judged = ["assumptions", "partnerships", "rounds"].every((name) => !unsound.has(name));
  if (judged) problems.push(...checkShares(assumptions, tables));
  return [...problems, ...checkIdsOf(assumptions, mapped, unsound.has(assumptions.name), missing)];
}

const ofCity = "public-share-";

/** A row that is missing; of a city's own it says why it is needed, and what can stand in it. */
function missingFault(
  { name, resource, rows }: Table,
  id: string,
  cities: Table,
  tables: ReadonlyMap<string, Table>,
): EvidenceFault {
  const place = { table: name, field: "assumption_id", value: id };
  const prefix = ofCities.find((one) => id.startsWith(one) && id !== "public-share-correlation");
  if (prefix === undefined)
    return evidenceFault(place, "must be in the table: the model needs it", "add the row");
  const city = id.slice(prefix.length);
  const words = prefix === ofCity ? shareWords(city, tables) : othersWords(prefix, rows);
  const index = cities.rows.findIndex((row) => row["city_id"] === city);
  return evidenceFault(
    place,
    `must be in the table: ${cities.name}, row ${cities.lines[index]}, calls ${city} mapped, and the model needs it`,
    `add the row to ${resource.path}${words}`,
  );
}

/** What to write where nothing is known: what the other cities have, from the lowest to the highest. */
function othersWords(prefix: string, rows: readonly Row[]): string {
  const others = rows.filter((row) => String(row["assumption_id"]).startsWith(prefix));
  if (others.length === 0) return "";
  const of = (column: string) => others.map((row) => Number(row[column]));
  const [low, central, high] = [Math.min(...of("low")), median(of("central"))!, Math.max(...of("high"))].map(
    (value) => Number(value.toFixed(3)),
  );
  return `; where no figure is known, take the range of the other cities (low ${low}, central ${central}, high ${high}) and call the evidence assumed`;
}

/** What the newest partnerships of a city give for its share of public money; null where they are not all there. */
function countedShare(city: string, tables: ReadonlyMap<string, Table>) {
  const rows = newestRound(tables.get("partnerships")?.rows ?? [], tables.get("rounds")?.rows ?? []);
  const counts = new Map(
    rows
      .filter((row) => row["city_id"] === city)
      .map((row) => [row["partnership_type"], Number(row["partnerships"])]),
  );
  if (!partnershipTypes.every((type) => counts.has(type))) return null;
  return {
    share: publicShareOfCounts(Object.fromEntries(counts) as Readonly<Record<PartnershipType, number>>),
  };
}

/** What to write for a city's share of public money. */
function shareWords(city: string, tables: ReadonlyMap<string, Table>): string {
  const counted = countedShare(city, tables);
  if (!counted) return ", once its partnerships are there";
  const { share } = counted;
  if (!share) return "; it has no partnership, so take the range of the other cities";
  return `: ${givenWords(share)}`;
}

/** "5 of its 11 partnerships have a public partner, which gives low 0.213, central 0.455, high 0.72". */
function givenWords(share: NonNullable<ReturnType<typeof publicShareOfCounts>>): string {
  const [low, central, high] = [share.low, share.central, share.high].map((value) =>
    Number(value.toFixed(3)),
  );
  return `${share.withPublic} of its ${share.all} partnerships have a public partner, which gives low ${low}, central ${central}, high ${high}`;
}

/** A share that was worked out from counts has to fit those of the newest round. */
function checkShares({ name, rows, lines }: Table, tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  return rows.flatMap((row, index) => {
    const id = String(row["assumption_id"]);
    if (!id.startsWith(ofCity) || row["evidence"] !== "derived") return [];
    const share = countedShare(id.slice(ofCity.length), tables)?.share;
    const [low, high] = [Number(row["low"]), Number(row["high"])];
    if (!share || !(share.central < low || share.central > high)) return [];
    return evidenceFault(
      { table: name, row: lines[index]!, field: "central", value: String(row["central"]) },
      `must fit the newest partnerships of the city: ${givenWords(share)}, outside ${low} to ${high}`,
      "write those values and say so in reason, or call the evidence assumed",
    );
  });
}

function checkIdsOf(
  assumptions: Table,
  mapped: readonly string[],
  partly: boolean,
  missingFault: (id: string) => EvidenceFault,
): EvidenceFault[] {
  const { name, rows, lines } = assumptions;
  const ids = assumptionIds(mapped, 2);
  const known = new Set(ids);
  // How many live in a city and what its mapping found may not be known: the choices that read it name the city then.
  const needed = ids.filter((id) => !isOfMappedCity(id));
  const given = new Set(rows.map((row) => row["assumption_id"]));
  const fault = (row: number | null, value: string, rule: string, mend: string): EvidenceFault =>
    evidenceFault({ table: name, row, field: "assumption_id", value }, rule, mend);
  const unknown = rows.flatMap((row, index) =>
    known.has(String(row["assumption_id"]))
      ? []
      : fault(
          lines[index]!,
          String(row["assumption_id"]),
          "must be an assumption of the model, for a city that is mapped where it names one",
          "remove the row, or give it its place in the model",
        ),
  );
  const missing = needed.filter((id) => !given.has(id));
  const weightless = rows
    .filter((row) => String(row["assumption_id"]).startsWith("weight-"))
    .every((row) => row["central"] === 0);
  return [
    ...unknown,
    ...(partly ? [] : missing.map(missingFault)),
    ...(weightless && missing.length === 0
      ? [
          fault(
            null,
            "weight-*",
            "must give one dimension at least a weight above 0",
            "write a central value for one of them",
          ),
        ]
      : []),
  ];
}

/** Problems of one row by itself. That low, central and high rise is checked with every other range. */
function checkRow(row: Row, line: number): EvidenceFault[] {
  const problems: EvidenceFault[] = [];
  const fault = (field: string, rule: string, mend: string) =>
    problems.push(
      evidenceFault({ table: "assumptions", row: line, field, value: String(row[field]) }, rule, mend),
    );
  const due = unitOf(String(row["assumption_id"]));
  // An id that the model does not know has no unit either: the row is at fault, not its unit.
  if (due === "") return [];
  if (row["unit"] !== due) fault("unit", `must be "${due}"`, "write that unit, and the values in it");
  const { minimum, maximum } = allowedByUnit[due]!;
  for (const field of values) {
    const value = row[field];
    if (typeof value !== "number") continue;
    if (value < minimum || value > maximum)
      fault(field, `must lie between ${minimum} and ${maximum} (${due})`, "mend it");
    else if (row["distribution"] === "log-triangular" && value === 0)
      fault(field, "must be more than 0: the distribution is one of ratios", "mend it, or choose triangular");
    if (due === "calendar year" && !Number.isInteger(value)) fault(field, "must be a whole year", "round it");
  }
  if (row["distribution"] === "fixed")
    for (const field of ["low", "high"])
      if (row[field] !== row["central"])
        fault(
          field,
          `must be as central, ${String(row["central"])}, where the distribution is fixed`,
          "mend it, or choose a distribution that draws from the range",
        );
  return problems;
}
