import { describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { ReaderError } from "../../src/components/reader-error.js";
import { readPractices, type Practice } from "../../src/model/practices.js";
import { recommendationsBlock } from "../../src/recommendations/block.js";
import { Checklist } from "../../src/recommendations/checklist.js";
import { firstView } from "../../src/recommendations/choices.js";
import { marksCsv, marksMarkdown } from "../../src/recommendations/export-text.js";
import { finderPath, fitReasons } from "../../src/recommendations/ideas.js";
import { practicesForRecommendation } from "../../src/model/practices-for-recommendation.js";
import type { Marks } from "../../src/recommendations/marks.js";
import { placeOf } from "../../src/recommendations/place.js";
import { contextWith, emptyPage, hostileName, said } from "../support/page/page.js";
import { rowsOf } from "../support/model/real-model.js";
import { data, storeOn } from "../support/evidence/recommendations-data.js";
import { memoryStorage } from "../support/page/memory-storage.js";

const listed = data.recommendations.filter(({ listed }) => listed);
const marks = (...given: [string, "not-yet" | "started" | "in-place" | null, string?][]): Marks =>
  new Map(given.map(([id, state, note = ""]) => [id, { state, note }]));

function open(
  options: Record<string, string>,
  practices: Practice[] | Error | (() => Promise<Practice[]>) = [],
) {
  const document = emptyPage();
  const storage = memoryStorage();
  const store = storeOn(() => storage);
  const checklist = new Checklist(
    document,
    data,
    (path) => `/site${path}`,
    { ...firstView, ...options },
    null,
    {
      store,
      register: () => {
        if (typeof practices === "function") return practices();
        return practices instanceof Error ? Promise.reject(practices) : Promise.resolve(practices);
      },
      onOptions: () => {},
    },
  );
  document.body.append(...checklist.parts);
  return { document, checklist, store };
}

describe("recommendationsBlock(context, data)", () => {
  const context = contextWith();
  const block = recommendationsBlock(context, data);

  it("holds each of the fifty with its words, audience, document, place, dimensions and reasons, without scripts", () => {
    for (const of of listed) {
      const item = block.querySelector(`#${of.id}`)!;
      expect(said(item)).toContain(of.summary);
      expect(said(item.querySelector(".origin"))).toMatch(
        /^To (cities|community groups|all who take part)\. /,
      );
      expect(item.querySelector(".origin a")!.getAttribute("href")).toBe(`/site/sources#${of.source_id}`);
      expect(said(item.querySelector(".origin a"))).toContain(of.locator);
      expect(item.querySelectorAll(".readings > li")).toHaveLength(of.readings.length);
      for (const li of item.querySelectorAll(".readings > li"))
        expect(said(li)).toMatch(/^(no dimension our own reading|[a-z ]+ our own reading: \S.*)$/);
      expect(item.querySelectorAll(".boxes .box")).toHaveLength(3);
      expect(item.querySelectorAll("input")).toHaveLength(0);
    }
    expect(said(block.querySelector("#com-local-03 .readings"))).toMatch(/^any dimension/);
    expect(said(block.querySelector("#com-local-14 .readings"))).toMatch(/^no dimension/);
    expect(said(block.querySelector("#com-local-09 .advice-number"))).toBe("9");
    expect(said(block.querySelector("[id='100rc-vision-2'] .advice-number"))).toBe("Vision 2");
  });

  it("shows the other advice below, each with its address and nothing to mark", () => {
    const others = data.recommendations.filter(({ listed }) => !listed);
    const more = block.querySelector(".more-advice")!;
    expect([...more.querySelectorAll("li.recommendation")].map(({ id }) => id).sort()).toEqual(
      others.map(({ id }) => id).sort(),
    );
    expect(more.querySelectorAll(".boxes")).toHaveLength(0);
  });
});

describe("Checklist", () => {
  it("offers nothing to mark before a place is chosen", () => {
    const { document } = open({});
    expect(document.querySelectorAll("#com-local-01 input")).toHaveLength(0);
    expect(said(document.querySelector(".city-gaps"))).toMatch(/Choose your city/);
  });

  it("says which recommendations speak to the city's gaps, and that others' gaps are not known", () => {
    const { document } = open({ city: "auckland" });
    expect(said(document.querySelector(".city-gaps"))).toMatch(
      /political \(0 against 1\).* recommendations speak/,
    );
    expect(said(document.querySelector("#com-local-05 .gap-words"))).toBe(
      "Speaks to a gap: political (Auckland 0, median 1)",
    );
    const unmapped = data.cities.find(({ initiatives }) => !initiatives)!;
    expect(said(open({ city: unmapped.id }).document.querySelector(".city-gaps"))).toMatch(/not known/);
  });

  it("clears, and what was cleared can be brought back", () => {
    const { document, checklist, store } = open({ city: "lisbon" });
    checklist.replace(marks(["com-local-01", "started"]));
    expect(said(document.querySelector(".summary-place h2"))).toMatch(/^Lisbon: 0 in place, 1 started/);
    const button = (name: string) =>
      [...document.querySelectorAll<HTMLElement>("button")].find((of) => said(of) === name)!;
    button("Clear marks").click();
    expect(store.read(checklist.place!).size).toBe(0);
    expect(said(document.querySelector(".tool-status"))).toMatch(/1 mark of Lisbon cleared/);
    button("Undo").click();
    expect(store.read(checklist.place!).size).toBe(1);
  });

  it("brings cleared marks back to their own place, and keeps what was marked since", () => {
    const { checklist, store } = open({ city: "lisbon" });
    const [lisbon, nairobi] = ["lisbon", "nairobi"].map((id) => placeOf(id, "", data.cities)!);
    store.write(nairobi!, marks(["com-local-05", "in-place"]));
    checklist.replace(marks(["com-local-01", "started"], ["com-local-02", "started"]));
    const undo = checklist.clear();
    checklist.replace(marks(["com-local-02", "in-place"]));
    checklist.take({ city: "nairobi", name: "Nairobi", marks: new Map() });
    expect(checklist.place!.name).toBe("Nairobi");
    undo();
    expect([...store.read(nairobi!)]).toEqual([...marks(["com-local-05", "in-place"])]);
    expect([...store.read(lisbon!)]).toEqual([
      ...marks(["com-local-01", "started"], ["com-local-02", "in-place"]),
    ]);
  });

  it("undoes an import without what was marked after it", () => {
    const { checklist, store } = open({ city: "lisbon" });
    checklist.replace(marks(["com-local-01", "started"]));
    const file = marks(
      ["com-local-01", "in-place"],
      ["com-local-02", "started"],
      ["com-local-03", "started"],
    );
    const { undo } = checklist.take({ city: "lisbon", name: "Lisbon", marks: file })!;
    checklist.replace(
      new Map([...checklist.marks, ...marks(["com-local-03", "not-yet"], ["seidle-01", "started"])]),
    );
    undo();
    expect([...store.read(checklist.place!)]).toEqual([
      ...marks(["com-local-01", "started"], ["com-local-03", "not-yet"], ["seidle-01", "started"]),
    ]);
  });

  it("takes a file's marks over those there, goes to its place, and can undo it", () => {
    const { checklist, store } = open({ city: "lisbon" });
    const nairobi = placeOf("nairobi", "", data.cities)!;
    store.write(nairobi, marks(["com-local-01", "started"], ["com-local-02", "started"]));
    const file = marks(["com-local-01", "in-place"], ["not-here", "started"]);
    const { replaced, unknown, undo } = checklist.take({ city: "nairobi", name: "Nairobi", marks: file })!;
    expect({ replaced, unknown, place: checklist.place!.name }).toEqual({
      replaced: 1,
      unknown: 1,
      place: "Nairobi",
    });
    expect([...store.read(nairobi).keys()]).toEqual(["com-local-01", "com-local-02", "not-here"]);
    undo();
    expect([...store.read(nairobi)]).toEqual([
      ...marks(["com-local-01", "started"], ["com-local-02", "started"]),
    ]);
  });

  it("takes no file that it could not read again, and changes nothing, not even the place", () => {
    const { checklist, store } = open({ city: "lisbon" });
    const nairobi = placeOf("nairobi", "", data.cities)!;
    store.write(nairobi, marks(["com-local-01", "started"]));
    const many = marks(
      ...Array.from({ length: 15_001 }, (_, i): [string, "started"] => [`mark-${i}`, "started"]),
    );
    expect(checklist.take({ city: "nairobi", name: "Nairobi", marks: many })).toBeNull();
    expect(checklist.place!.name).toBe("Lisbon");
    expect([...store.read(nairobi).keys()]).toEqual(["com-local-01"]);
  });

  it("shows three practices for a “not yet” with reasons, and links to finder and scenario", async () => {
    const practices = readPractices(rowsOf);
    const { document, checklist } = open({ city: "auckland" }, practices);
    checklist.replace(marks(["com-local-05", "not-yet"], ["com-local-04", "started"]));
    await Promise.resolve();
    await Promise.resolve();
    const ideas = document.querySelector("#com-local-05 .ideas")!;
    expect(ideas.querySelectorAll("li")).toHaveLength(Math.min(3, practices.length));
    for (const li of ideas.querySelectorAll("li")) {
      expect(li.querySelector("a")!.getAttribute("href")).toMatch(/^\/site\/practices#[a-z0-9-]+$/);
      expect(said(li)).toMatch(/Why: /);
      expect(li.querySelector(".adopt")!.getAttribute("href")).toMatch(
        /^\/site\/scenarios\?adopt=.+&city=auckland$/,
      );
    }
    expect(ideas.querySelector(".more a")!.getAttribute("href")).toBe(
      "/site/practices?dimension=political&city=auckland",
    );
    expect(document.querySelector("#com-local-04 .ideas")).toBeNull();
  });

  it("says why practices cannot be shown, and where else to look", async () => {
    const { document, checklist } = open(
      { city: "auckland" },
      new ReaderError("the table practices could not be fetched (status 404)"),
    );
    checklist.replace(marks(["com-local-05", "not-yet"]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(said(document.querySelector("#com-local-05 .ideas"))).toMatch(/status 404.*Practice finder/);
  });

  it("shows them everywhere once the register comes after all", async () => {
    const answers = [Promise.reject(new Error("lost")), Promise.resolve(readPractices(rowsOf))];
    const { document, checklist } = open({ city: "auckland" }, () => answers.shift()!);
    checklist.replace(marks(["com-local-05", "not-yet"]));
    await new Promise((resolve) => setTimeout(resolve));
    checklist.replace(marks(["com-local-05", "not-yet"], ["com-local-04", "not-yet"]));
    await new Promise((resolve) => setTimeout(resolve));
    for (const id of ["com-local-04", "com-local-05"])
      expect(document.querySelectorAll(`#${id} .ideas li`).length, id).toBeGreaterThan(0);
  });

  it("takes the name of another place as text", () => {
    const { document } = open({ city: "another-place", place: hostileName });
    expect(document.querySelectorAll("img")).toHaveLength(0);
    expect(said(document.querySelector(".summary-place h2"))).toContain("<img");
  });
});

describe("words under a practice", () => {
  const advice = listed.find(({ id }) => id === "com-local-09")!;

  it("name the subject with the word that shows it, then the dimension where no gap is answered", () => {
    const ghent = placeOf("another-place", "Ghent", data.cities)!;
    const practice = {
      ...({
        id: "p",
        name: "P",
        city: null,
        region: null,
        criteria: [],
        dimensions: ["social"],
      } as unknown as Practice),
      summary: "Translators at the desk",
    };
    const [found] = practicesForRecommendation(advice, [practice], ghent.context, data.cities);
    expect(fitReasons(found!, ghent)).toEqual([
      "the same subject: language (“translators”)",
      "the same dimension: social",
    ]);
  });

  it("lead to the finder: the recommendation's dimensions and the city, where the evidence has it", () => {
    const lisbon = placeOf("lisbon", "", data.cities)!;
    const ghent = placeOf("another-place", "Ghent", data.cities)!;
    expect(finderPath(advice, lisbon)).toBe("/practices?dimension=social,cultural&city=lisbon");
    const any = listed.find(({ id }) => id === "com-local-14")!;
    expect(finderPath(any, lisbon)).toBe("/practices?city=lisbon");
    expect(finderPath(any, ghent)).toBe("/practices");
  });
});

describe("exports", () => {
  const marked = marks(
    ["com-local-01", "in-place", "=HYPERLINK(1)"],
    ["com-local-02", null, "a\n# b [x](y)"],
  );

  it("CSV: a row each of the fifty, and no note can start a formula", () => {
    const rows: Record<string, string>[] = parse(marksCsv("Lisbon", marked, data), { columns: true });
    expect(rows).toHaveLength(50);
    expect(rows[0]).toMatchObject({
      state: "in place",
      note: "'=HYPERLINK(1)",
      place: "Lisbon",
      dimensions_flag: "j",
    });
    expect(rows[2]).toMatchObject({ state: "not marked", note: "" });
  });

  it("Markdown: a list of tasks, ticked where it is in place, with notes as plain text", () => {
    const lines = marksMarkdown("Lisbon", marked, data).split("\n");
    expect(lines.filter((line) => line.startsWith("- ["))).toHaveLength(50);
    expect(lines.filter((line) => line.startsWith("- [x]"))).toHaveLength(1);
    expect(lines.find((line) => line.includes("# b"))).toMatch(
      /^- \[ \] \*\*not marked\*\*.* — a \\# b \\\[x\\\]\(y\)$/,
    );
  });
});
