import { snapshotList, type DerivedTable } from "./derived-table.js";

/** The tables of producers that stand behind newer figures: whose, of when, on which terms, and when the next is due. */
export const upstreamDatasets: DerivedTable = {
  name: "upstream_datasets",
  inputs: [snapshotList],
  sql: `select * from ${snapshotList} order by dataset`,
};
