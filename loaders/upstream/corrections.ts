import { checkTable } from "../check-table.js";
import { dataFolder, readPackage, type DataPackage } from "../package.js";
import { EvidenceError } from "../evidence-fault.js";
import { readTable, type Table } from "../read-table.js";
import { checkCorrections } from "./check-corrections.js";
import { keyOf } from "./check-readings.js";
import type { Contract, Reading } from "./producer.js";
import { RefreshFault } from "./refresh-fault.js";

/** A known error of a producer, as one row of `data/corrections.csv`. */
export interface Correction extends Pick<Reading, "series" | "place" | "origin" | "period" | "edition"> {
  id: string;
  /** Producer and dataset: "worldbank/population". */
  source: string;
  /** What the producer publishes, and what is written in its place; in the unit of the dataset. */
  oldValue: number;
  newValue: number;
  reason: string;
  reported: boolean;
  /** Address of the report to the producer; "" for none. */
  reportedAt: string;
}

/**
 * The corrections of a data folder, in the order of its table; none where it has no such table.
 * @throws EvidenceError where the table breaks its description, or names a source that nobody refreshes: all that is wrong
 */
export function readCorrections(folder: string = dataFolder): Correction[] {
  const { resources } = readPackage(folder);
  const described = resources.find(({ name }) => name === "corrections");
  if (!described) return [];
  const { table, problems } = readTable(folder, described);
  if (!table || problems.length) throw new EvidenceError(problems);
  // What the check of the evidence would say: a broken row would be written into figures all the same.
  const broken = [...checkTable(table, documents(folder, resources)), ...checkCorrections(table)];
  if (broken.length) throw new EvidenceError(broken);
  return table.rows.map((row): Correction => {
    const text = (name: string) => String(row[name] ?? "");
    return {
      id: text("correction_id"),
      source: text("source"),
      series: text("series"),
      place: text("place"),
      origin: text("origin"),
      period: text("period"),
      edition: text("edition"),
      oldValue: Number(row["old_value"]),
      newValue: Number(row["new_value"]),
      reason: text("reason"),
      reported: row["reported"] === true,
      reportedAt: text("reported_at"),
    };
  });
}

/** The documents that rows may name, where their table can be read as a whole. */
function documents(folder: string, resources: DataPackage["resources"]): Map<string, Table> {
  const described = resources.find(({ name }) => name === "sources");
  const read = described && readTable(folder, described);
  return new Map(read?.table && read.complete ? [["sources", read.table]] : []);
}

/**
 * Checks that corrections of a dataset write numbers that it may hold.
 * @throws RefreshFault that names the correction
 */
export function refuseBeyondRange(
  corrections: readonly Correction[],
  { range: [least, greatest] }: Pick<Contract, "range">,
  address: string,
): void {
  const beyond = corrections.find(({ newValue }) => newValue < least || newValue > greatest);
  if (beyond)
    throw new RefreshFault({
      address,
      expected: `numbers from ${least} to ${greatest}`,
      came: `the correction ${beyond.id} writes ${beyond.newValue}`,
      mend: "Change its new_value in data/corrections.csv.",
      correction: beyond.id,
    });
}

/**
 * Writes the corrections of one dataset into its readings.
 * @param corrections of this dataset alone
 * @param isOfLast true for a reading of the last snapshot, which may be mended already
 * @param address for people, which a message names
 * @returns the readings in their order; those that are not corrected are the same objects
 * @throws RefreshFault where a correction does not find its one reading with the value that it mends
 */
export function withCorrections(
  readings: readonly Reading[],
  corrections: readonly Correction[],
  isOfLast: (reading: Reading) => boolean,
  address: string,
): Reading[] {
  const mended = [...readings];
  for (const correction of corrections) {
    const key = keyOf(correction);
    const places = mended.flatMap((reading, at) => (keyOf(reading) === key ? [at] : []));
    const at = places[0];
    const found = at === undefined ? undefined : mended[at]!;
    if (found && places.length === 1 && found.value === correction.oldValue)
      mended[at!] = { ...found, value: correction.newValue };
    else if (!(found && isOfLast(found) && found.value === correction.newValue))
      throw unfit(correction, places.length, found, address);
  }
  return mended;
}

function unfit(
  { id, oldValue, newValue, ...correction }: Correction,
  hits: number,
  found: Reading | undefined,
  address: string,
): RefreshFault {
  const key = keyOf(correction);
  const came = !found
    ? "there is no such number"
    : hits > 1
      ? `there are ${hits} such numbers`
      : `${found.value ?? found.status} stands there`;
  const isMended = found?.value === newValue;
  return new RefreshFault({
    address,
    expected: `${oldValue} for ${key}, which the correction ${id} makes ${newValue}`,
    came,
    mend: `${isMended ? "Mended upstream: drop" : "Mended upstream? Drop or change"} this correction in data/corrections.csv.`,
    correction: id,
  });
}
