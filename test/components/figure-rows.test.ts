import { afterEach, describe, expect, it, vi } from "vitest";
import { rowsToArrowFile } from "../../loaders/arrow.js";
import { openDatabase } from "../../loaders/database.js";
import { arrowRows, figureRows } from "../../src/components/figure-rows.js";
import { figures } from "../../src/figures/registry.js";

afterEach(() => vi.unstubAllGlobals());

const file = rowsToArrowFile(
  [
    { city: "São Paulo", n: 3, share: 0.5, mapped: true },
    { city: null, n: null, share: null, mapped: null },
  ],
  [
    { name: "city", type: "string" },
    { name: "n", type: "integer" },
    { name: "share", type: "number" },
    { name: "mapped", type: "boolean" },
  ],
);
const rows = [
  { city: "São Paulo", n: 3, share: 0.5, mapped: true },
  { city: null, n: null, share: null, mapped: null },
];

describe("arrowRows(bytes)", () => {
  it("gives the rows of an Arrow file, with null where a value is missing", () => {
    expect(arrowRows(file)).toEqual(rows);
  });

  it("gives every figure's rows as the query gave them", async () => {
    const database = await openDatabase();
    for (const figure of Object.values(figures)) {
      const result = await database.result(figure.sql(figure.options ?? {}));
      expect(arrowRows(rowsToArrowFile(result.rows, result.columns)), figure.id).toEqual(result.rows);
    }
    await database.close();
  });
});

describe("figureRows(id, version)", () => {
  it("fetches a file once for a version of the data", async () => {
    const asked = vi.fn<(address: string) => Promise<Response>>(() =>
      Promise.resolve(new Response(file as BodyInit)),
    );
    vi.stubGlobal("fetch", asked);
    expect(await figureRows("once", "v1")).toEqual(rows);
    expect(await figureRows("once", "v1")).toEqual(rows);
    expect(asked).toHaveBeenCalledTimes(1);
    await figureRows("once", "v2");
    expect(
      asked.mock.calls.map(([address]) => /\/data\/figures\/once\.arrow\?v=\w+$/.exec(address)?.[0]),
    ).toEqual(["/data/figures/once.arrow?v=v1", "/data/figures/once.arrow?v=v2"]);
  });

  it("says the status of a file that cannot be had, and asks again the next time", async () => {
    const answers = [new Response("", { status: 503 }), new Response(file as BodyInit)];
    vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
    await expect(figureRows("again", "v1")).rejects.toThrow(/status 503/);
    expect(await figureRows("again", "v1")).toEqual(rows);
  });

  it("says in words of the reader that the connection was lost", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(figureRows("lost", "v1")).rejects.toThrow(
      "the figure's data could not be fetched (the connection was lost or refused)",
    );
  });
});
