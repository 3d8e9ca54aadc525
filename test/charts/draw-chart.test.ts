import { beforeAll, describe, expect, it } from "vitest";
import type { ChartSpec } from "../../src/charts/chart-spec.js";
import { chartFigure } from "../../src/charts/chart-figure.js";
import { drawChart } from "../../src/charts/draw-chart.js";
import type { Canvas, Row } from "../../src/components/figure.js";
import { estimatedWidth } from "../../src/components/text-width.js";
import { colourOf, dimensions } from "../../src/model/names.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";
import { hostileName } from "../support/page/page.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});
const rowsOf = (sql: string): Promise<Row[]> => real.database.query(sql);
const canvas = (width: number): Canvas => real.canvas(width);

const spec = (
  mark: ChartSpec["mark"],
  channels: ChartSpec["channels"],
  more: Partial<ChartSpec> = {},
): ChartSpec => ({
  ...{ id: "a", title: "Title", words: "Words", sql: "select 1", mark, channels, sort: null, columns: [] },
  ...{ sources: [], rows: "f", ...more },
});

const byCity =
  "select c.name as city, i.dimension, i.initiatives from initiatives i join cities c using (city_id) where round = 'thp-2013'";
const political = `${byCity} and dimension = 'political' order by city`;
const places = "select name, latitude, longitude, population, region from cities";

/** One chart of each kind, of real rows. */
const kinds: Record<string, [ChartSpec, string]> = {
  bars: [spec("bar", { x: "initiatives", y: "city" }), political],
  "stacked bars": [spec("bar", { x: "initiatives", y: "city", colour: "dimension" }), byCity],
  "bars in panels": [spec("bar", { x: "initiatives", y: "city", facet: "dimension" }), byCity],
  columns: [spec("column", { x: "city", y: "initiatives" }), political],
  "stacked columns": [spec("column", { x: "city", y: "initiatives", colour: "dimension" }), byCity],
  dots: [spec("dot", { x: "initiatives", y: "city", colour: "dimension" }), byCity],
  "dots between numbers": [
    spec("dot", { x: "longitude", y: "latitude", label: "name" }),
    `${places} where mapped`,
  ],
  lines: [
    spec(
      "line",
      { x: "year", y: "n", colour: "kind" },
      { columns: [{ name: "year", title: "Year", year: true }] },
    ),
    "select 2010 + range as year, range * 100 as n, 'refugees' as kind from range(6)",
  ],
  cells: [spec("cell", { x: "dimension", y: "city", value: "initiatives" }), byCity],
  map: [spec("map", { x: "longitude", y: "latitude", label: "name" }), `${places} where mapped`],
};

const shift = (element: Element) => {
  const found = /translate\(([-\d.e]+)(?:,\s*([-\d.e]+))?\)/.exec(element.getAttribute("transform") ?? "");
  return { x: Number(found?.[1] ?? 0), y: Number(found?.[2] ?? 0) };
};

/** Texts of a picture that stand outside of it by more than three pixels, as wide as they are in the widest fonts. */
function outside(picture: Element): string[] {
  const svg = picture.tagName.toLowerCase() === "svg" ? picture : picture.querySelector("svg")!;
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    let [x, y] = [Number(text.getAttribute("x") ?? 0), 0];
    if (/rotate/.test(text.getAttribute("transform") ?? "")) return [];
    let anchor = "middle";
    let size = Number.parseFloat(svg.getAttribute("style")?.match(/font-size:\s*([\d.]+)/)?.[1] ?? "12");
    const above: Element[] = [];
    for (let at: Element | null = text; at && at !== svg; at = at.parentElement) above.push(at);
    for (const element of above) {
      const by = shift(element);
      x += by.x;
      y += by.y;
    }
    const nearest = (name: string) => above.find((element) => element.hasAttribute(name))?.getAttribute(name);
    anchor = nearest("text-anchor") ?? "middle";
    size = Number.parseFloat(nearest("font-size") ?? String(size));
    const lines = text.querySelectorAll("tspan").length
      ? [...text.querySelectorAll("tspan")].map((line) => line.textContent)
      : [text.textContent];
    return lines.flatMap((line) => {
      const wide = estimatedWidth(line, { size });
      const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
      return left < -3 || left + wide > width + 3 || y < 0 || y > height + 1
        ? [
            `${line} (${Math.round(left)} to ${Math.round(left + wide)} of ${width}, ${Math.round(y)} of ${height})`,
          ]
        : [];
    });
  });
}

const bars = (picture: Element) => [...picture.querySelectorAll('g[aria-label="bar"] rect')];
const words = (picture: Element) => [...picture.querySelectorAll("text")].map((text) => text.textContent);

describe.each(Object.keys(kinds))("%s", (kind) => {
  const [of, sql] = kinds[kind]!;

  it.each([360, 760])("draw real rows with no label outside the picture of %i pixels", async (width) => {
    const rows = await rowsOf(sql);
    const picture = drawChart(of, rows, canvas(width));
    expect(picture.querySelectorAll("rect, circle, path").length).toBeGreaterThan(1);
    expect(outside(picture)).toEqual([]);
    expect(picture.outerHTML ?? "").not.toContain("NaN");
  });

  it("draw one row", async () => {
    const picture = drawChart(of, (await rowsOf(sql)).slice(0, 1), canvas(760));
    // No number has more decimals than its rows.
    expect(words(picture).filter((word) => /\.\d{5}/.test(word))).toEqual([]);
    expect(outside(picture)).toEqual([]);
    expect(picture.outerHTML).not.toContain("NaN");
  });

  it("draw no number at all without a fault", async () => {
    const numbers = ["initiatives", "latitude", "longitude", "n", "year", "population"];
    const rows = (await rowsOf(sql)).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, numbers.includes(name) ? null : value]),
      ),
    );
    const picture = drawChart(of, rows, canvas(760));
    expect(picture.outerHTML).not.toMatch(/NaN|null|undefined/);
    expect(picture.querySelectorAll('circle, g[aria-label="bar"] rect')).toHaveLength(0);
  });

  it("leave HTML in names text", async () => {
    const rows = (await rowsOf(sql)).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "string" ? `${hostileName} ${value}` : value,
        ]),
      ),
    );
    const picture = drawChart(of, rows, canvas(760));
    expect(picture.querySelector("img, script")).toBeNull();
  });
});

describe("drawChart(spec, rows, canvas)", () => {
  it("has no picture for a table", () =>
    expect(() => drawChart(spec(null, { x: "", y: "" }), [], canvas(760))).toThrow(
      "the table a has no picture",
    ));

  it("begins bars at zero, and draws their lengths in proportion", async () => {
    const rows = (await rowsOf(political)).filter(({ initiatives }) => initiatives !== 0);
    const found = bars(drawChart(kinds["bars"]![0], rows, canvas(760)));
    expect(found).toHaveLength(rows.length);
    const left = new Set(found.map((bar) => Math.round(Number(bar.getAttribute("x")))));
    expect(left.size).toBe(1);
    const units = found.map((bar, i) => Number(bar.getAttribute("width")) / Number(rows[i]!["initiatives"]));
    for (const unit of units) expect(unit / units[0]!).toBeCloseTo(1, 1);
  });

  it("stands columns on zero", async () => {
    const rows = (await rowsOf(political)).filter(({ initiatives }) => initiatives !== 0);
    const found = bars(drawChart(kinds["columns"]![0], rows, canvas(760)));
    const feet = found.map((bar) => Number(bar.getAttribute("y")) + Number(bar.getAttribute("height")));
    for (const foot of feet) expect(foot).toBeCloseTo(feet[0]!, 1);
  });

  it.each([
    ["bar", { x: "n", y: "name" }],
    ["column", { x: "name", y: "n" }],
  ] as const)("draws what is below zero on the other side of it: %s", (mark, channels) => {
    const rows = [
      { name: "A", n: 10 },
      { name: "B", n: -5 },
    ];
    const picture = drawChart(spec(mark, channels), rows, canvas(760));
    const [above, below] = bars(picture).map((bar) =>
      ["x", "y", "width", "height"].map((name) => Number(bar.getAttribute(name))),
    );
    if (mark === "bar") expect(below![0]! + below![2]!).toBeLessThanOrEqual(above![0]! + 4);
    else expect(above![1]! + above![3]!).toBeLessThanOrEqual(below![1]! + 4);
    expect(words(picture)).toContain("−5");
    expect(outside(picture)).toEqual([]);
  });

  it("names what is missing and draws nothing for it", () => {
    const rows = [
      { name: "Known", n: 10 },
      { name: "Missing", n: null },
      { name: "Zero", n: 0 },
    ];
    const of = spec("bar", { x: "n", y: "name" });
    const picture = drawChart(of, rows, canvas(760));
    expect(bars(picture)).toHaveLength(2);
    expect(words(picture)).toContain("no figure");
    expect(words(picture)).toContain("0");
    expect(chartFigure(of, rows).words?.(rows, {})).toEqual(["No figure: Missing."]);
    expect(chartFigure(of, rows).words?.(rows.slice(0, 1), {})).toEqual([]);
    for (const mark of ["column", "dot", "line"] as const) {
      const channels =
        mark === "column"
          ? { x: "name", y: "n" }
          : mark === "dot"
            ? { x: "n", y: "name" }
            : { x: "n", y: "n" };
      const drawn = drawChart(spec(mark, channels), rows, canvas(760));
      expect(drawn.querySelectorAll('circle, g[aria-label="bar"] rect'), mark).toHaveLength(2);
    }
  });

  it("leaves a gap in a line where a number is missing", () => {
    const rows = [1, 2, null, 4, 5].map((n, i) => ({ year: 2010 + i, n }));
    const picture = drawChart(spec("line", { x: "year", y: "n" }), rows, canvas(760));
    const [path] = picture.querySelectorAll('g[aria-label="line"] path');
    expect(path!.getAttribute("d")!.match(/M/g)).toHaveLength(2);
  });

  it.each(["stacked bars", "stacked columns", "dots"])(
    "gives the dimensions their colours: %s",
    async (kind) => {
      const [of, sql] = kinds[kind]!;
      const picture = drawChart(of, await rowsOf(sql), canvas(760));
      const used = new Set(
        [...picture.querySelectorAll("[fill]")]
          .map((part) => part.getAttribute("fill")!)
          .filter((fill) => fill.startsWith("var(")),
      );
      for (const dimension of dimensions) expect(used, dimension).toContain(colourOf(dimension));
    },
  );

  it("does not group years, and groups other numbers", () => {
    const rows = [2010, 2011, 2012].map((year) => ({ year, n: (year - 2000) * 1000 }));
    const of = spec(
      "line",
      { x: "year", y: "n" },
      { columns: [{ name: "year", title: "Year", year: true }] },
    );
    const shown = words(drawChart(of, rows, canvas(760)));
    expect(shown).toContain("2010");
    expect(shown.filter((word) => word.includes("2,01"))).toEqual([]);
    expect(shown.some((word) => /^\d{1,2},000$/.test(word))).toBe(true);
  });

  it.each([
    ["-x", { by: "x", descending: true }, ["B", "C", "A"]],
    ["x", { by: "x", descending: false }, ["A", "C", "B"]],
    ["y", { by: "y", descending: false }, ["A", "B", "C"]],
    ["the query", null, ["C", "A", "B"]],
  ] as const)("orders bars by %s", (_, sort, order) => {
    const rows = [
      { name: "C", n: 2 },
      { name: "A", n: 1 },
      { name: "B", n: 3 },
    ];
    const picture = drawChart(spec("bar", { x: "n", y: "name" }, { sort }), rows, canvas(760));
    const names = [...picture.querySelectorAll('g[aria-label="y-axis tick label"] text')].map(
      (text) => text.textContent,
    );
    expect(names).toEqual(order);
  });
});
