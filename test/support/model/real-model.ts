import { faultsWords } from "../../../src/components/fault-words.js";
import { adoptablesOf, setAsideOf } from "../../../src/model/adoptable.js";
import { readRegister } from "../../../src/model/practice-register.js";
import type { Model } from "../../../src/model/model.js";
import { readModel } from "../../../src/model/scenario.js";
import type { ToldFault } from "../../../src/components/told-fault.js";
import type { Fault } from "../../../src/model/fault.js";
import type { Outcome } from "../../../src/model/outcome.js";
import { evidence } from "../evidence/real-evidence.js";

/** Rows of a table of the evidence. */
export const rowsOf = (table: string) => evidence.get(table)!.rows;

/** The value of an outcome that a test takes for good. */
export function valueOf<T>(outcome: Outcome<T, Fault | ToldFault>): T {
  if (!outcome.ok) throw new Error(faultsWords(outcome.faults));
  return outcome.value;
}

/** The model on the evidence of this project. */
export const model: Model = valueOf(
  readModel(
    {
      cities: rowsOf("cities"),
      initiatives: rowsOf("initiatives"),
      partnerships: rowsOf("partnerships"),
      rounds: rowsOf("rounds"),
      assumptions: rowsOf("assumptions"),
      funding: rowsOf("funding"),
    },
    adoptablesOf(readRegister(rowsOf)),
    setAsideOf(readRegister(rowsOf)),
  ),
);
