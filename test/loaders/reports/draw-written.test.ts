import { csvParse } from "d3-dsv";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { writtenBlocksOf } from "../../../loaders/pages/block-body.js";
import { drawWritten, type WrittenBlock } from "../../../loaders/reports/draw-written.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";
import { hostileName, said } from "../../support/page/page.js";
import { scenariosOn } from "../../support/site/read-reports.js";

const initiatives = "from initiatives where round = 'thp-2013'";
const texts = {
  chart: `::: chart political
title: "{{ select max(initiatives) ${initiatives} and dimension = 'political' | number }} at most"
words: Bars of political initiatives.
sql: select city_id, initiatives, source_id, locator ${initiatives} and dimension = 'political'
mark: bar
x: initiatives
y: city_id
note: Counted because somebody named it.
:::`,
  hostile: `::: chart hostile
title: ${JSON.stringify(hostileName)}
words: A bar.
sql: select '${hostileName.replaceAll("'", "''")}' as name, 2 as n
mark: bar
x: n
y: name
source: [thp-2014, Table 7]
:::`,
  table: `::: table by-city
title: Initiatives by city
sql: select city_id, sum(initiatives) as total ${initiatives} group by city_id order by city_id
source: [[thp-2014, Table 7], [seidle-2019, Table 2]]
:::`,
  number: `::: number all
sql: select sum(initiatives) ${initiatives}
format: number
says: initiatives in {{ select count(distinct city_id) ${initiatives} | words }} cities
:::`,
  compare: `::: compare pair
says: Share of {{ select 4 | words }}
format: percent 1
values:
  - { label: First, sql: select 0.25 }
  - { label: More, sql: select 0.4 }
  - { label: Same, sql: select 0.25 }
  - { label: Less, sql: select 0.125 }
:::`,
  amounts: `::: compare
says: Amount
values:
  - { label: A, sql: select 1200 }
  - { label: B, sql: select 200 }
:::`,
  scenario: "::: scenario rotterdam-cut\nshows: cost-by-year\n:::",
  plain: "::: scenario rotterdam-cut",
};

describe("drawWritten(evidence, database, asked)", () => {
  const drawn: Record<string, WrittenBlock> = {};
  beforeAll(async () => {
    for (const [name, text] of Object.entries(texts)) {
      const { blocks, faults } = await drawWritten(
        evidence,
        await realDatabase(),
        writtenBlocksOf(text),
        scenariosOn(evidence),
      );
      expect(faults, name).toEqual({});
      drawn[name] = Object.values(blocks)[0]!;
    }
  });
  const page = (name: keyof typeof texts) =>
    parseHTML(`<!doctype html><html><body>${drawn[name]!.html}</body></html>`).document;

  it("a chart is a figure with title, words, note, sources and rows", async () => {
    const { id, title, figure, rows, sources, csv } = drawn["chart"]!;
    expect({ id, figure, count: rows!.length }).toEqual({ id: "political", figure: true, count: 8 });
    const [most] = await (
      await realDatabase()
    ).query(`select max(initiatives) as n ${initiatives} and dimension = 'political'`);
    expect(title).toBe(`${String(most!["n"])} at most`);
    expect(new Set(sources.map(({ source_id }) => source_id))).toEqual(new Set(["thp-2014"]));
    expect(csv).toMatch(/^City id,Initiatives,/);
    const text = said(page("chart").body);
    expect(text).toContain("Counted because somebody named it.");
    expect(page("chart").querySelector("#political, figure")).not.toBeNull();
    expect(drawn["chart"]!.html).toContain("Bars of political initiatives.");
  });

  it("its CSV has the rows of the query, in their order", async () => {
    const rows = await (
      await realDatabase()
    ).query(`select city_id, initiatives, source_id, locator ${initiatives} and dimension = 'political'`);
    const found = csvParse(drawn["chart"]!.csv!);
    expect(found.map((row) => [row["City id"], Number(row["Initiatives"])])).toEqual(
      rows.map(({ city_id, initiatives }) => [city_id, initiatives]),
    );
  });

  it("HTML in names and titles stays text", () => {
    const document = page("hostile");
    expect(document.querySelector("img, script")).toBeNull();
    expect(said(document.querySelector("h2"))).toBe(hostileName);
  });

  it("a table is named as one, and cites the documents that its author names", () => {
    expect(drawn["table"]).toMatchObject({
      figure: "table",
      id: "by-city",
      sources: [
        { source_id: "thp-2014", locator: "Table 7" },
        { source_id: "seidle-2019", locator: "Table 2" },
      ],
    });
    expect(page("table").querySelectorAll("tbody tr")).toHaveLength(8);
  });

  it("a number stands with what it counts, and its query behind it", () => {
    expect(said(page("number").querySelector("#all p"))).toMatch(/^\d+ initiatives in eight cities$/);
    expect(said(page("number").querySelector("code"))).toBe(`select sum(initiatives) ${initiatives}`);
    expect(drawn["number"]!.figure).toBe(false);
  });

  it("values are compared with the first, shares in points", () => {
    const cells = (name: keyof typeof texts) =>
      [...page(name).querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => said(cell)));
    expect(cells("compare")).toEqual([
      ["First", "25.0 %", ""],
      ["More", "40.0 %", "15.0 points more"],
      ["Same", "25.0 %", "the same"],
      ["Less", "12.5 %", "12.5 points less"],
    ]);
    expect(drawn["compare"]!.title).toBe("Share of four");
    expect(cells("amounts").map(([, , difference]) => difference)).toEqual(["", "1,000 less"]);
  });

  it("a scenario names its case, opens in the workbench, and says its data", () => {
    expect(drawn["scenario"]!.id).toBe("rotterdam-cut-cost-by-year");
    expect(drawn["plain"]!.id).toBe("rotterdam-cut-coverage-by-city");
    const way = page("scenario").querySelector(".scenario-way")!;
    expect(said(way)).toMatch(/^Documented case: .+\. Open it in the workbench$/);
    expect(way.querySelector("a")!.getAttribute("href")).toMatch(/^\/scenarios#s=\S{20,}$/);
    expect(drawn["scenario"]!.rows!.length).toBeGreaterThan(0);
  });

  it.each([
    ["::: chart a b\ntitle: A\n:::", 'the chart is given "b" in its first line'],
    ["::: chart\ntitle: A\n:::", "the chart has no id"],
    ["::: chart 1a\ntitle: A\n:::", '"1a" is no id'],
    ["::: number\nsql: select null::int\nsays: a\n:::", "the query gives a missing value"],
    ["::: number\nsql: select 'a'\nformat: percent\nsays: a\n:::", 'the query gives "a", which is no number'],
    ["::: number\nsql: select 1\nsays: a {{ select a from b }}\n:::", 'the database has no table "b"'],
    [
      "::: compare\nsays: A\nvalues:\n  - { label: B, sql: select 1 }\n  - { label: C, sql: select 1 where false }\n:::",
      "C: the query gives no row",
    ],
    ["::: scenario\nshows: breadth\n:::", "the scenario has no name"],
    ["::: scenario s=abc\nshows: breadth\n:::", /^the scenario cannot be opened/],
    ["::: scenario rotterdam-cuts\nshows: breadth\n:::", 'there is no documented case "rotterdam-cuts"'],
  ])("of %j is told what is wrong", async (text, what) => {
    const { faults } = await drawWritten(
      evidence,
      await realDatabase(),
      writtenBlocksOf(text),
      scenariosOn(evidence),
    );
    const [told] = Object.values(faults);
    if (typeof what === "string") expect(told![0]!.what).toBe(what);
    else expect(told![0]!.what).toMatch(what);
  });
});
