import { costUnit } from "../model/assumptions.js";

/** A unit of an assumption for readers: the table's own name of what an initiative costs is an id that files hold. */
export function unitWords(unit: string): string {
  return unit === costUnit ? "EUR per initiative per year" : unit;
}
