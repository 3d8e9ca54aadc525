import { costUnit } from "../model/assumptions.js";

/** Units that are ids in files, for readers. */
const words: Readonly<Record<string, string>> = {
  [costUnit]: "EUR per initiative per year",
  "euro-area prices": "times the euro area’s prices",
  correlation: "correlation, from 0 to 1",
  "a year": "share a year",
  "share of public money": "share of each public euro",
  "share found": "share of its initiatives",
  "share of the cost": "share of its cost",
};

/** A unit of an assumption for readers. */
export function unitWords(unit: string): string {
  return words[unit] ?? unit;
}
