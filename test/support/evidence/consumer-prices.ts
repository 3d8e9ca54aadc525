import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deriveTables } from "../../../loaders/derived/derive.js";
import { readEvidence } from "../../../loaders/evidence.js";
import { dataFolder } from "../../../loaders/package.js";
import type { Table } from "../../../loaders/read-table.js";
import type { Reading } from "../../../loaders/upstream/producer.js";
import { SnapshotFolder } from "../../../loaders/upstream/snapshot-folder.js";
import { snapshotText } from "../../../loaders/upstream/snapshot-text.js";

/** A made-up index of consumer prices by country and year. */
export type MadeUpPrices = Record<string, Record<number, number>>;

/**
 * The evidence of this project as it is derived where the snapshot of consumer prices holds these numbers alone, read from a
 * temporary folder that is gone afterwards.
 */
export async function evidenceWithPrices(prices: MadeUpPrices): Promise<Map<string, Table>> {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-prices-"));
  try {
    cpSync(dataFolder, folder, { recursive: true, filter: (name) => !name.includes(".work") });
    const snapshots = new SnapshotFolder(join(folder, "snapshots"));
    const { file, bytes, sha256, ...entry } = snapshots.lock().snapshots["worldbank/population"]!;
    if (!file || !bytes || !sha256) throw new Error("the lock file lacks what a snapshot has");
    const readings = Object.entries(prices).flatMap(([place, years]) =>
      Object.entries(years).map(([period, value]): Reading => ({
        series: "FP.CPI.TOTL",
        place,
        origin: "",
        period,
        value,
        qualifier: "",
        status: "",
        flag: "",
        edition: "",
      })),
    );
    snapshots.put("worldbank/consumer-prices", snapshotText(readings), {
      ...entry,
      unit: "index, 2010 = 100",
      rows: readings.length,
    });
    await deriveTables(folder);
    return readEvidence(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
