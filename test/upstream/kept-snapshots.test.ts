import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../../loaders/package.js";
import { keyOf } from "../../loaders/upstream/check-readings.js";
import { keptReadings } from "../../loaders/upstream/kept-readings.js";
import type { LockEntry } from "../../loaders/upstream/lock.js";
import type { Dataset, Producer } from "../../loaders/upstream/producer.js";
import { producers } from "../../loaders/upstream/producers.js";
import { SnapshotFolder } from "../../loaders/upstream/snapshot-folder.js";

const folder = new SnapshotFolder(join(dataFolder, "snapshots"));
const { snapshots } = folder.lock();
/** Every snapshot by its source. */
const kept = new Map<string, LockEntry>(Object.entries(snapshots));
const datasets = new Map<string, { producer: Producer; dataset: Dataset }>(
  producers.flatMap((producer) =>
    producer.datasets.map((dataset) => [`${producer.id}/${dataset.id}`, { producer, dataset }] as const),
  ),
);

describe("the snapshots that the project keeps", () => {
  it("are the files that the lock names, and no other stands beside them", () => {
    const files = readdirSync(folder.folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".csv") && !name.startsWith(".work"));
    expect(files.sort()).toEqual(
      Object.values(snapshots)
        .map(({ file }) => file)
        .sort(),
    );
  });

  it.each([...kept])("%s: its readings are whole, of the evidence, and declared", (source, entry) => {
    const { producer, dataset } = datasets.get(source)!;
    const readings = folder.read(source)!;
    expect(readings).toHaveLength(entry.rows);
    expect(new Set(readings.map(keyOf)).size).toBe(readings.length);
    // Kept again, nothing is left out: it is cut to the places of the evidence, by the table's own rule.
    expect(keptReadings(readings, dataset).kept).toHaveLength(readings.length);
    const { series, range } = dataset.contract();
    const odd = readings.filter(
      (reading) =>
        !series.includes(reading.series) ||
        (reading.value !== null && (reading.value < range[0] || reading.value > range[1])),
    );
    expect(odd).toEqual([]);
    expect([entry.licence, entry.citation, entry.unit]).toEqual([
      producer.licence,
      producer.citation,
      dataset.unit,
    ]);
  });

  it("are of producers who allow it to be passed on", () => {
    for (const source of kept.keys())
      expect([source, datasets.get(source)!.producer.mayBePassedOn]).toEqual([source, true]);
  });

  it("have the numbers that others quote of the same tables", () => {
    const value = (source: string, series: string, place: string, period: string, origin = "") =>
      folder
        .read(source)!
        .find(
          (reading) =>
            reading.series === series &&
            reading.place === place &&
            reading.period === period &&
            reading.origin === origin,
        )?.value;
    // UNHCR, Refugee Data Finder: people from Syria in Germany at the end of 2024.
    expect(value("unhcr/population", "refugees", "DEU", "2024", "SYR")).toBe(725_102);
    // UN DESA: migrants in the world in 2020, by the two editions.
    expect(value("undesa/migrant-stock-2020", "migrant-stock both-sexes", "900", "2020")).toBe(280_598_105);
    expect(value("undesa/migrant-stock-2024", "migrant-stock both-sexes", "900", "2020")).toBe(275_284_032);
    // ECB: the average of 2025.
    expect(value("ecb/annual-rates", "CAD", "CAD", "2025")).toBeCloseTo(1.578726, 6);
  });
});
