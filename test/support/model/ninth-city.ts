import { ofCities } from "../../../src/model/assumptions.js";
import { readModel } from "../../../src/model/scenario.js";
import type { Model } from "../../../src/model/model.js";
import type { Row } from "../../../loaders/read-table.js";
import { dimensions, partnershipTypes } from "../../../src/model/names.js";
import { changedEvidence } from "../evidence/changed-evidence.js";
import { valueOf } from "./real-model.js";

/** The document of the ninth city's counts, which no other city has. */
export const ninthSource = { source_id: "seidle-2019", locator: "Table of Toronto" };

/** Rows of the evidence with Toronto mapped in 2025, from a document of its own. */
export const ninthCity = changedEvidence({
  cities: (rows) => rows.map((row) => (row.city_id === "toronto" ? { ...row, mapped: true } : row)),
  rounds: (rows) => [...rows, { ...rows[0]!, ...ninthSource, round_id: "toronto-2025", year: 2025 }],
  initiatives: (rows) => [
    ...rows,
    ...dimensions.map((dimension, i) => counts({ dimension, actors: i + 2, initiatives: 2 * i + 3 })),
  ],
  partnerships: (rows) => [
    ...rows,
    ...partnershipTypes.map((partnership_type, i) => counts({ partnership_type, partnerships: i + 1 })),
  ],
  assumptions: (rows) => [
    ...rows,
    ...ofCities.map((prefix) => {
      const row = rows.find((row) => row.assumption_id === `${prefix}lisbon`)!;
      return {
        ...row,
        assumption_id: `${prefix}toronto`,
        name: String(row.name).replace("Lisbon", "Toronto"),
      };
    }),
  ],
});

function counts(row: Row): Row {
  return { city_id: "toronto", round: "toronto-2025", ...ninthSource, flag: null, note: null, ...row };
}

const rowsOf = (table: string) => ninthCity.get(table)!.rows;

/** The model on that evidence, without practices. */
export const ninthModel: Model = valueOf(
  readModel({
    cities: rowsOf("cities"),
    initiatives: rowsOf("initiatives"),
    partnerships: rowsOf("partnerships"),
    rounds: rowsOf("rounds"),
    assumptions: rowsOf("assumptions"),
    funding: rowsOf("funding"),
  }),
);
