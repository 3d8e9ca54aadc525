import { csvFormat, csvParse } from "d3-dsv";
import type { Reading, Status } from "./producer.js";

const columns = [
  "series",
  "place",
  "origin",
  "period",
  "value",
  "qualifier",
  "status",
  "flag",
  "edition",
] as const;

/** The text of a snapshot: one reading a line, in the order given. The same readings have the same bytes. */
export function snapshotText(readings: readonly Reading[]): string {
  const rows = readings.map((reading) => ({
    ...reading,
    value: reading.value === null ? "" : String(reading.value),
  }));
  return `${csvFormat(rows, [...columns])}\n`;
}

/** @throws Error where the text is no snapshot */
export function readSnapshot(text: string): Reading[] {
  const rows = csvParse(text);
  const lacks = columns.filter((name) => !rows.columns.includes(name));
  if (lacks.length) throw new Error(`the snapshot has no column ${lacks.join(", ")}`);
  return rows.map((row): Reading => {
    const [series, place, origin, period, value, qualifier, status, flag, edition] = columns.map(
      (name) => row[name] ?? "",
    );
    return {
      series: series!,
      place: place!,
      origin: origin!,
      period: period!,
      value: value === "" ? null : Number(value),
      qualifier: qualifier!,
      status: status as Status,
      flag: flag!,
      edition: edition!,
    };
  });
}
