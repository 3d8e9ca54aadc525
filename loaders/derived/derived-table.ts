/**
 * A table that is worked out from others and never typed in. Its CSV stands beside those of the evidence, and
 * `datapackage.json` describes it like them; `npm run derive` writes it anew where something it is made of has changed.
 */
export interface DerivedTable {
  /** Its name in `datapackage.json`. */
  name: string;
  /**
   * All that its query reads: snapshots by their source ("worldbank/population"), tables of the evidence, other derived
   * tables, and `snapshot_list`, the list of the snapshots with what is declared of each.
   */
  inputs: readonly string[];
  /** One query, whose columns are those of the table, and whose rows are in the order of its file. */
  sql: string;
}

/** The input that lists the snapshots. */
export const snapshotList = "snapshot_list";
