import { describe, expect, it } from "vitest";
import { readOwnFile } from "../../../src/own-data/read/read-file.js";
import { readOwnTable } from "../../../src/own-data/read/read-table.js";
import { accountOf, describeReading } from "./describe-reading.js";
import { corpus } from "./files.js";

describe("files of offices, good and bad", () => {
  const names = Object.keys(corpus);

  it("are a hundred and more", () => {
    expect(names.length).toBeGreaterThan(100);
  });

  it.each(names)("%s is read as its golden file says, or refused", async (name) => {
    const bytes = await corpus[name]!();
    await expect(await describeReading(bytes)).toMatchFileSnapshot(
      `../golden/${name.replaceAll(" ", "-")}.txt`,
    );
  });

  it.each(names)("every row of %s has its place", async (name) => {
    const bytes = await corpus[name]!();
    const file = await readOwnFile(bytes).catch(() => ({ tables: [] }));
    const accounts = file.tables.map(({ grid }) => accountOf(grid, readOwnTable(grid)));
    expect(accounts.map(({ head, aside, blank, rows }) => head + aside + blank + rows)).toEqual(
      accounts.map(({ height }) => height),
    );
  });
});
