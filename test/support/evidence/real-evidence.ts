import { rmSync } from "node:fs";
import { openTables, type Database } from "../../../loaders/database.js";
import { readEvidence } from "../../../loaders/evidence.js";
import { knowStatisticsOffers, offersOf } from "../../../src/figures/statistics-offers.js";
import { knowPriceYears, priceYearsOf } from "../../../src/figures/price-years.js";
import { knowMappedCities, mappedAmong } from "../../../src/figures/mapped-cities.js";

/** The evidence of this project by table, read once for all tests of a worker. Nothing can change its rows. */
export const evidence = readEvidence();
for (const { rows } of evidence.values()) for (const row of Object.freeze(rows)) Object.freeze(row);

knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
knowStatisticsOffers(offersOf(evidence));
knowPriceYears(priceYearsOf(evidence));

/** A database that stays open for the tests after this one. */
export type SharedDatabase = Omit<Database, "close" | "copy" | "scratchFolder">;

let opened: Promise<SharedDatabase> | undefined;

/** The evidence in DuckDB, opened once for all tests of a worker. It ends with the worker, and leaves no folder. */
export function realDatabase(): Promise<SharedDatabase> {
  return (opened ??= openTables(evidence).then((database) => {
    rmSync(database.scratchFolder, { recursive: true });
    return database;
  }));
}
