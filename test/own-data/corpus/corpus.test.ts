import { afterEach, describe, expect, it } from "vitest";
import { readOwnFile } from "../../../src/own-data/read/read-file.js";
import { readOwnTable } from "../../../src/own-data/read/read-table.js";
import { UnreadableFile } from "../../../src/own-data/read/unreadable.js";
import { accountOf, describeReading } from "./describe-reading.js";
import { corpus } from "./files.js";

/** The tables of a file with what became of their rows; none where it is refused. */
async function accountsOf(bytes: Uint8Array) {
  try {
    const { tables } = await readOwnFile(bytes);
    return tables.map(({ grid }) => accountOf(grid, readOwnTable(grid)));
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}

describe("files of offices, good and bad", () => {
  const names = Object.keys(corpus);

  it("are nearly three hundred", () => {
    expect(names.length).toBeGreaterThan(250);
  });

  it.each(names)("%s is read as its golden file says, or refused", async (name) => {
    const bytes = await corpus[name]!();
    await expect(await describeReading(bytes)).toMatchFileSnapshot(
      `../golden/${name.replaceAll(" ", "-")}.txt`,
    );
  });

  it("have a place for each of their rows", async () => {
    let read = 0;
    for (const name of names) {
      for (const { height, head, aside, blank, rows } of await accountsOf(await corpus[name]!())) {
        expect([name, head + aside + blank + rows]).toEqual([name, height]);
        read++;
      }
    }
    expect(read).toBeGreaterThan(200);
  });
});

describe("days of workbooks", () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each([
    ["America/Sao_Paulo", 180],
    ["Pacific/Kiritimati", -840],
  ])("are the same for a reader in %s", async (zone, offset) => {
    process.env.TZ = zone;
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(offset);
    for (const name of ["xlsx plain", "xlsx from 1904", "ods", "xlsx times"])
      await expect(await describeReading(await corpus[`workbooks/${name}`]!())).toMatchFileSnapshot(
        `../golden/workbooks/${name.replaceAll(" ", "-")}.txt`,
      );
  });
});
