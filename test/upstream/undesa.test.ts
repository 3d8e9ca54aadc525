import fc from "fast-check";
import { describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { keptReadings } from "../../loaders/upstream/kept-readings.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { snapshotText } from "../../loaders/upstream/snapshot-text.js";
import { readUndesa } from "../../loaders/upstream/undesa.js";
import { answer, twoOrders } from "../support/upstream/made-answers.js";

describe("UN DESA", () => {
  const cell = fc.oneof(fc.nat({ max: 1e9 }), fc.constantFrom("..", "~"), fc.constant(null));
  const areas = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 1, max: 899 }),
      cells: fc.array(cell, { minLength: 6, maxLength: 6 }),
    }),
    { selector: ({ code }) => code, minLength: 1, maxLength: 8 },
  );
  const series = ["both-sexes", "males", "females"].flatMap((group) =>
    ["1990", "2024"].map((period) => `${group} ${period}`),
  );
  const sheet = (rows: readonly { code: number; cells: readonly (number | string | null)[] }[]) => {
    const of = (cells: readonly (number | string | null)[]) =>
      cells.map((value) => (value === null ? null : { value }));
    const groups = ["both sexes combined", "males", "females"];
    return writeWorkbook([
      {
        sheet: "Table 1",
        data: [
          of([null, null, null, null, null, ...groups.flatMap((group) => [`Stock, ${group}`, null])]),
          of([null, "Area", "Coverage", "Data type", "Location code", 1990, 2024, 1990, 2024, 1990, 2024]),
          ...rows.map(({ code, cells }, i) => of([i, `Area ${code}`, null, "B", code, ...cells])),
        ],
      },
    ]).toBuffer();
  };

  it("a cell is a reading, and a year stands for its own group of columns", async () => {
    await fc.assert(
      fc.asyncProperty(twoOrders(areas), async ([given, shuffled]) => {
        const read = async (rows: typeof given) =>
          (await readUndesa(answer(new Uint8Array(await sheet(rows))), "2024")).readings;
        const readings = await read(given);
        expect(readings).toHaveLength(given.length * 6);
        for (const { code, cells } of given) {
          const ofArea = readings.filter(({ place }) => Number(place) === code);
          const found = new Map(
            ofArea.map(({ series, period, value, status }) => [
              `${series.replace(/^migrant-stock /, "")} ${period}`,
              value ?? status,
            ]),
          );
          expect(series.map((name) => found.get(name))).toEqual(
            cells.map((value) =>
              value === "~" ? "suppressed" : typeof value === "string" ? "missing" : (value ?? "missing"),
            ),
          );
        }
        const text = (some: readonly Reading[]) => snapshotText(keptReadings(some, { codes: "m49" }).kept);
        expect(text(await read(shuffled))).toBe(text(readings));
      }),
      { numRuns: 15 },
    );
  });
});
