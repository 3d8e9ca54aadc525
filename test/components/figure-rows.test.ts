import { afterEach, describe, expect, it, vi } from "vitest";
import { rowsToArrowFile, type ResultColumn } from "../../loaders/arrow.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { arrowRows, figureRows } from "../../src/components/figure-rows.js";
import { figures } from "../../src/figures/registry.js";
import { realDatabase } from "../support/evidence/real-evidence.js";

afterEach(() => vi.unstubAllGlobals());

const rows = [
  { city: "São Paulo", n: 3, share: 0.5, mapped: true },
  { city: null, n: null, share: null, mapped: null },
];
const columns: ResultColumn[] = [
  { name: "city", type: "string" },
  { name: "n", type: "integer" },
  { name: "share", type: "number" },
  { name: "mapped", type: "boolean" },
];
const file = rowsToArrowFile(rows, columns);

describe("arrowRows(bytes)", () => {
  it("gives the rows of an Arrow file, with null where a value is missing", () => {
    expect(arrowRows(file)).toEqual(rows);
  });

  it("gives every figure's rows as the query gave them, with the columns that the page asks for", async () => {
    const database = await realDatabase();
    for (const { id, sql, options = {}, columns } of [
      ...Object.values(figures),
      ...Object.values(briefFigures),
    ]) {
      const result = await database.result(sql(options));
      const bytes = rowsToArrowFile(result.rows, result.columns, { figure: id, version: "v1" });
      expect(arrowRows(bytes), id).toEqual(result.rows);
      vi.stubGlobal("fetch", () => Promise.resolve(new Response(bytes as BodyInit)));
      expect(await figureRows({ id, columns }, "v1")).toEqual(result.rows);
    }
  });
});

/** A figure whose columns are those of the file, and the file as it is made for it. */
const figure = (id: string) => ({ id, columns: ["city", "n"].map((name) => ({ name, title: name })) });
const fileOf = (id: string, version = "v1") =>
  new Response(rowsToArrowFile(rows, columns, { figure: id, version }) as BodyInit);

describe("figureRows(figure, version)", () => {
  it("fetches a file once for a version of the data", async () => {
    const asked = vi.fn<(address: string) => Promise<Response>>((address) =>
      Promise.resolve(fileOf("once", address.slice(-2))),
    );
    vi.stubGlobal("fetch", asked);
    expect(await figureRows(figure("once"), "v1")).toEqual(rows);
    expect(await figureRows(figure("once"), "v1")).toEqual(rows);
    expect(asked).toHaveBeenCalledTimes(1);
    await figureRows(figure("once"), "v2");
    expect(
      asked.mock.calls.map(([address]) => /\/data\/figures\/once\.arrow\?v=\w+$/.exec(address)?.[0]),
    ).toEqual(["/data/figures/once.arrow?v=v1", "/data/figures/once.arrow?v=v2"]);
  });

  it("says the status of a file that cannot be had, and asks again the next time", async () => {
    const answers = [new Response("", { status: 503 }), fileOf("again")];
    vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
    await expect(figureRows(figure("again"), "v1")).rejects.toThrow(/status 503/);
    expect(await figureRows(figure("again"), "v1")).toEqual(rows);
  });

  it("says in words of the reader that the connection was lost", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(figureRows(figure("lost"), "v1")).rejects.toThrow(
      "the figure's data could not be fetched (the connection was lost or refused)",
    );
  });

  it("believes no other figure's file, and no other version's", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(fileOf("other")));
    await expect(figureRows(figure("own"), "v1")).rejects.toThrow(
      "another file came in the place of the figure's data",
    );
    vi.stubGlobal("fetch", () => Promise.resolve(fileOf("own", "v0")));
    await expect(figureRows(figure("own"), "v1")).rejects.toThrow(
      "the figure's data came from another version of this site",
    );
  });

  it("takes a file that lacks a column of the figure's table for one of another version", async () => {
    const wider = { ...figure("own"), columns: [{ name: "cost", title: "Cost" }] };
    vi.stubGlobal("fetch", () => Promise.resolve(fileOf("own")));
    await expect(figureRows(wider, "v1")).rejects.toThrow("another version");
  });
});
