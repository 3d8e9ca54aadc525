import { checkAssumptions } from "./check-assumptions.js";
import { checkCodings } from "./check-codings.js";
import { checkCounts } from "./check-counts.js";
import { checkDiscrepancies } from "./check-discrepancies.js";
import { checkExchangeRates } from "./check-exchange-rates.js";
import { checkSharedIds } from "./check-ids.js";
import { checkInterviewed } from "./check-interviewed.js";
import { checkMappedCities } from "./check-mapped-cities.js";
import { checkPractices } from "./check-practices.js";
import { checkPrintedTotals } from "./check-printed-totals.js";
import { checkRounds } from "./check-rounds.js";
import { checkSameCities } from "./check-same-cities.js";
import { checkSiteContract } from "./check-site-contract.js";
import type { EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

/**
 * Checks what a table's description cannot say: that cells add up to the totals the documents print, that the
 * register of practices is whole, that every judgement was made twice, that every discrepancy points at a cell which
 * exists and holds the reading used, that the package promises what pages and the model rely on, that every amount can
 * be converted, that mapped cities have their counts and the others none, that each city has a newest round and as many
 * interviews as its groups of interviewees, that counts of a row can stand together, that no city stands twice, and that
 * the model has its assumptions.
 * @param tables by name
 * @param unsound names of tables with problems of their own: what rests on them is not judged
 */
export function checkAssertions(
  tables: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string> = new Set(),
): EvidenceFault[] {
  const sound = new Map([...tables].filter(([name]) => !unsound.has(name)));
  return [
    ...checkSiteContract(tables),
    // A row that is missing comes before the sums that miss it.
    ...checkMappedCities(sound),
    ...checkRounds(sound),
    ...checkCounts(sound),
    ...checkSameCities(sound),
    ...checkReadings(sound, unsound),
    ...checkInterviewed(sound),
    ...checkPractices(sound),
    ...checkCodings(sound),
    ...checkExchangeRates(tables, unsound),
    ...checkSharedIds(sound),
    ...checkAssumptions(tables, unsound),
  ];
}

/**
 * Of these, what compares cells with what the documents print: totals, and second readings. Tables with such a fault can
 * be read all the same.
 */
export function checkReadings(
  sound: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string> = new Set(),
): EvidenceFault[] {
  return [...checkPrintedTotals(sound), ...checkDiscrepancies(sound, unsound)];
}
