import { beforeAll, describe, expect, it } from "vitest";
import { openDuckDB, type DuckDBInNode } from "../support/site/duckdb-in-node.js";

describe("a long cell of a result that is only shown", () => {
  let duckdb: DuckDBInNode;
  beforeAll(async () => {
    duckdb = await openDuckDB();
  });

  async function cell(sql: string, limit = 100) {
    const { rows, cellsCut } = await duckdb.run(`select ${sql} as v`, limit);
    return { text: String(rows[0]!.v), cellsCut };
  }

  it.each([
    ["a list", "list_transform(range(5000), lambda n: n % 7)", 1001, "… (4,000 more values)"],
    ["an array", "list_transform(range(1001), lambda n: 1)::integer[1001]", 1001, "… (1 more value)"],
    ["a map", "map(range(1500), range(1500))", 1001, "… (500 more values)"],
  ])("of %s is cut to 1,000 values and says how many more there are", async (_, sql, length, last) => {
    const { text, cellsCut } = await cell(sql);
    const values = JSON.parse(text) as unknown[];
    expect(values).toHaveLength(length);
    expect(values.at(-1)).toBe(last);
    expect(cellsCut).toBe(true);
  });

  it("of lists in lists is cut as a whole", async () => {
    const { text } = await cell("list_transform(range(3000), lambda n: range(3000))");
    const [first, last] = JSON.parse(text) as unknown[][];
    expect(first).toHaveLength(1000);
    expect(first!.at(-1)).toBe("… (2,001 more values)");
    expect(last).toBe("… (2,999 more values)");
    expect(text.length).toBeLessThan(10_000);
  });

  it.each([
    ["repeat('a', 40000)", 32_000, "… (8,000 more characters)"],
    ["repeat('é', 40000)", 16_000, "… (24,000 more characters)"],
    ["'a' || repeat('🌍', 10000)", 1 + 2 * 7999, "… (2,001 more characters)"],
    ["repeat('a', 40000)::blob", 32_000, "… (8,000 more bytes)"],
  ])("of text is cut between its characters: %s", async (sql, kept, more) => {
    const { text, cellsCut } = await cell(sql);
    expect(text.slice(kept)).toBe(` ${more}`);
    expect(text).not.toContain("�");
    expect(cellsCut).toBe(true);
  });

  it("of many there is little of each, but the first are whole", async () => {
    const { rows } = await duckdb.run("select repeat('a', 30000) as v from range(2000)", 2000);
    expect(rows[0]!.v).toBe("a".repeat(30_000));
    expect(rows[1999]!.v).toBe(`${"a".repeat(200)} … (29,800 more characters)`);
  });

  it("is left alone below the limit, and where all is asked for", async () => {
    const list = "list_transform(range(1000), lambda n: 'word')";
    expect(await cell(list)).toMatchObject({ cellsCut: false });
    for (const sql of [list, "range(5000)", "repeat('a', 100000)"]) {
      const { text, cellsCut } = await cell(sql, Infinity);
      expect(text).not.toContain("…");
      expect(cellsCut).toBe(false);
    }
  });
});
