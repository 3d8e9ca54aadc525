import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";
import { printedAdvice } from "../../src/briefs/answers.js";
import { briefElement } from "../../src/briefs/brief.js";
import { printedRows } from "../../src/briefs/printed-rows.js";
import { briefDescription } from "../../src/briefs/description.js";
import { paperSize, paperSizes } from "../../src/briefs/paper-size.js";
import { briefSources, numbersJoined } from "../../src/briefs/places.js";
import { setAsideWords } from "../../src/scenario/set-aside-words.js";
import { openRealBriefs, type RealBriefs } from "../support/evidence/real-briefs.js";
import { model } from "../support/model/real-model.js";

let real: RealBriefs;
beforeAll(async () => {
  real = await openRealBriefs();
});

const of = (id: string) => real.briefs.find(({ city }) => city.id === id)!;

describe("briefElement(brief)", () => {
  it("there is a brief for every city of the table, in its order", () => {
    expect(real.briefs.map(({ city }) => city.id)).toEqual(
      real.tables.get("cities")!.rows.map((row) => row.city_id),
    );
  });

  it("Nairobi: gaps, practices for them and advice come first, then context and figures, silence, sources", () => {
    const parts = [...briefElement(of("nairobi"), real.context).children].map(
      (part) => part.id || part.getAttribute("class"),
    );
    expect(parts).toEqual([
      "city-tabs",
      "on-paper",
      "ways",
      "finding brief-opening",
      "brief-nearest",
      "brief-contents",
      "brief-gaps",
      "brief-practices",
      "brief-advice",
      "brief-context",
      "brief-newer",
      "brief-profiles",
      "brief-challenges",
      "brief-coverage",
      "brief-partnerships",
      "brief-conditions",
      "brief-advice-to-city",
      "brief-interviewees",
      "brief-practices",
      "brief-statistics",
      "brief-unsaid",
      "brief-sources",
    ]);
  });

  it("Nairobi's gaps are those below the median and the types it has none of", () => {
    const gaps = briefElement(of("nairobi"), real.context).querySelector(".brief-gaps")!;
    expect([...gaps.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
      "Cultural: 3 initiatives, the median is 6.",
      "Economic: 5 initiatives, the median is 5.5.",
      "No public–private partnership was found; the mapped cities have 10 of them.",
    ]);
  });

  it("a city without a mapping has no picture of one, no link to scenarios, and says why", () => {
    const made = briefElement(of("toronto"), real.context);
    expect(made.querySelector("svg, #brief-coverage, #brief-partnerships, #brief-interviewees")).toBeNull();
    expect(made.querySelector("a[href*='/scenarios']")).toBeNull();
    expect(made.querySelector(".brief-gaps")!.textContent).toContain("is not known");
    expect(made.querySelector(".no-scenario")!.textContent).toMatch(
      /^No scenario for this city: Toronto was not mapped, so .* no counts of it to simulate\./,
    );
  });

  it("each city: a scenario of it, or why there is none; never both", () => {
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      const link = [...made.querySelectorAll("a")].filter((a) => a.textContent === "Scenario for this city");
      expect(link.map((a) => a.getAttribute("href")?.replace(/^.*\/scenarios/, "/scenarios"))).toEqual(
        brief.city.initiatives ? [`/scenarios?city=${brief.city.id}`] : [],
      );
      expect(made.querySelector(".no-scenario") === null).toBe(brief.city.initiatives !== null);
    }
  });

  it("each city: the contents name every part once, in its order, and each leads to a place that is there", () => {
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      const links = [...made.querySelectorAll(".brief-contents a")];
      const ids = links.map((a) => a.getAttribute("href")!.slice(1));
      const parts = [...made.querySelectorAll(":scope > :is(section, figure)")];
      expect(ids).toEqual(parts.map((part) => part.id || part.querySelector("h2")!.id));
      const names = links.map((a) => a.textContent);
      expect(new Set(names).size, brief.city.id).toBe(parts.length);
    }
  });

  it("Auckland: every way on keeps the city", () => {
    const brief = of("auckland");
    const made = briefElement(brief, real.context);
    const hrefs = (selector: string) =>
      [...made.querySelectorAll(selector)].map((a) => a.getAttribute("href"));
    for (const href of hrefs(
      ".city-tabs a, .ways a, .brief-practices a, .brief-advice a, #brief-practices tbody a[href*=practices]",
    ))
      expect(href).toContain("auckland");
    expect(hrefs(".ways a").at(-1)).toMatch(/\/scenarios\?adopt=.+&city=auckland$/);
  });

  it("a scenario is offered with those practices worth a look that can be adopted, and says which cannot", () => {
    const kinds = new Set<boolean>();
    for (const brief of real.briefs.filter(({ gaps }) => gaps)) {
      const offer = [...briefElement(brief, real.context).querySelectorAll(".ways li")].at(-1)!;
      const asked = offer
        .querySelector("a")
        ?.getAttribute("href")
        ?.match(/\?adopt=(.+)&city=/)?.[1];
      const able = brief.practices.filter(({ practice }) => model.practices.has(practice.id));
      const asides = brief.practices.flatMap(({ practice }) => model.setAside!.get(practice.id) ?? []);
      expect(asked, brief.city.id).toBe(able.map(({ practice }) => practice.id).join(","));
      expect(able.length + asides.length).toBe(brief.practices.length);
      const of = asides.length ? `${able.length} of the ${brief.practices.length}` : "the";
      expect(offer.textContent, brief.city.id).toContain(`What if it adopted ${of} practices below?`);
      for (const { name, why } of asides)
        expect(offer.textContent).toContain(`“${name}” ${setAsideWords[why]}`);
      kinds.add(asides.length > 0);
    }
    expect(kinds.size).toBe(2);
  });

  it("tabs lead to every page that has something of the city; the brief is the one that is open", () => {
    const tabs = (id: string) =>
      [...briefElement(of(id), real.context).querySelectorAll(".city-tabs a")].map((a) => a.textContent);
    expect(tabs("auckland")).toEqual([
      "Brief",
      "Practices",
      "Checklist",
      "Scenario for this city",
      "Compare",
      "Statistics",
    ]);
    expect(tabs("toronto").slice(0, 4)).toEqual(expect.arrayContaining(["Brief", "Practices", "Checklist"]));
    expect(tabs("toronto").join()).not.toContain("Scenario");
    const made = briefElement(of("auckland"), real.context);
    expect([...made.querySelectorAll("[aria-current]")].map((a) => a.textContent)).toEqual(["Brief"]);
    expect(made.querySelector("nav")!.getAttribute("aria-label")).toBe("Auckland");
  });

  it("each city: what the study says names its place row by row, and what it points to is a link", () => {
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      for (const id of ["brief-profiles", "brief-challenges", "brief-conditions", "brief-advice-to-city"]) {
        const places = [...made.querySelectorAll(`#${id} [data-label="Place in the study"]`)];
        expect(
          places.map((cell) => cell.textContent),
          `${brief.city.id} ${id}`,
        ).toEqual((brief.rows[id] ?? []).map(({ locator }) => locator));
      }
      for (const source of made.querySelectorAll("figcaption .source"))
        expect(source.textContent.includes("listed where the brief ends")).toBe(
          source.querySelector('a[href="#sources"]') !== null,
        );
      expect(made.querySelector("#sources")).not.toBeNull();
      if (brief.rows["brief-conditions"]?.length)
        expect(made.querySelector("#brief-conditions .words a")?.getAttribute("href")).toMatch(
          /\/partnerships#partnership-conditions$/,
        );
    }
  });

  it("each city: the conditions that are printed are of both kinds, where it has both", () => {
    for (const { rows, city } of real.briefs) {
      const kinds = (rows["brief-conditions"] ?? []).map(({ kind }) => kind);
      expect(new Set(kinds.slice(0, printedRows["brief-conditions"])).size, city.id).toBe(
        new Set(kinds).size,
      );
    }
  });

  it("Auckland: what it copied from Toronto is not worth a look, and no lead fills the list alone", () => {
    const practices = of("auckland").practices.map(({ practice }) => practice);
    expect(practices.map(({ id }) => id)).not.toContain("toronto-settlement-website");
    const leads = practices.flatMap(({ leadActor }) => leadActor ?? []);
    expect(new Set(leads).size).toBe(leads.length);
  });

  it("each city: no practice of its own among those worth a look, at most five, each with a reason", () => {
    for (const brief of real.briefs) {
      expect(brief.practices.length).toBeLessThanOrEqual(5);
      for (const { practice } of brief.practices) expect(practice.city).not.toBe(brief.city.id);
      const items = [...briefElement(brief, real.context).querySelectorAll(".brief-practices li small")];
      for (const item of items) expect(item.textContent).toMatch(/^(Why: |Answers )./);
    }
  });

  it("Lisbon: its one gap is of public–private partnerships, and each of the five says whom it joins", () => {
    const made = briefElement(of("lisbon"), real.context);
    const answers = [...made.querySelectorAll(".brief-practices .answers")].map((words) => words.textContent);
    expect(answers).toHaveLength(5);
    for (const words of answers)
      expect(words).toMatch(
        /^Answers the gap in public–private partnerships: Lisbon has none; this practice joins \S.* and \S.*\.$/,
      );
    expect(made.querySelector(".brief-practices .unanswered")).toBeNull();
  });

  it("each mapped city: every gap of its list is answered by a practice, or said to be unanswered", () => {
    for (const brief of real.briefs.filter(({ gaps }) => gaps !== null)) {
      const made = briefElement(brief, real.context);
      const told = [...made.querySelectorAll(".brief-practices :is(.answers, .unanswered)")]
        .map((words) => words.textContent)
        .join(" ");
      for (const { dimension } of brief.gaps!)
        expect(told, brief.city.id).toContain(`the gap in ${dimension} initiatives`);
      const none = Object.entries(brief.city.partnerships!).filter(
        ([type, n]) => type !== "other" && n === 0,
      );
      for (const [type] of none)
        expect(told, brief.city.id).toContain(`the gap in ${type.replace("-", "–")} partnerships`);
      expect(made.querySelectorAll(".brief-gaps li")).toHaveLength(brief.gaps!.length + none.length);
    }
  });

  it("a gap that no practice answers is said to have none", () => {
    const brief = of("lisbon");
    const lonely = {
      ...brief,
      practices: [],
      unanswered: [{ need: "public-private" as const, elsewhere: 0 }],
    };
    expect(briefElement(lonely, real.context).querySelector(".unanswered")!.textContent).toBe(
      "No practice of another place in the register answers the gap in public–private partnerships.",
    );
  });

  it("each city: at most six recommendations, those of a mapped city with a gap about a gap", () => {
    for (const { advice, gaps } of real.briefs) {
      expect(advice.length).toBeGreaterThan(0);
      expect(advice.length).toBeLessThanOrEqual(6);
      for (const { gap } of advice) expect(gap !== null).toBe(Boolean(gaps?.length));
    }
  });

  it("each city: the footer's documents are those its brief lists with places", () => {
    for (const brief of real.briefs) {
      const links = [...briefElement(brief, real.context).querySelectorAll(".brief-sources a")];
      expect(links.map((link) => link.getAttribute("href")!.split("#")[1])).toEqual(briefSources(brief));
    }
  });

  it("no two cities have the same description", () => {
    const words = real.briefs.map(briefDescription);
    expect(new Set(words).size).toBe(words.length);
  });

  it("the style has a rule for every size of type that a brief may be printed in, the smallest without one", () => {
    const style = readFileSync(join(projectFolder, "src/briefs/brief-paper.css"), "utf8");
    const rules = [...style.matchAll(/data-paper="([\d.]+)"\]\) \{\s*--paper: ([\d.]+)pt;/g)];
    expect(rules.map(([, size]) => Number(size))).toEqual(paperSizes.slice(1));
    for (const [, size, points] of rules) expect(points).toBe(size);
    expect(style).toContain(`font-size: var(--paper, ${paperSizes[0]}pt)`);
  });

  it("a brief with less to tell is printed in larger type, and none in smaller than 10 points", () => {
    const sizes = new Map(
      real.briefs.map((brief) => [brief.city.id, paperSize(briefElement(brief, real.context))]),
    );
    expect(sizes.get("amman")).toBeGreaterThan(sizes.get("chicago")!);
    for (const [id, size] of sizes) {
      expect(paperSizes, id).toContain(size);
      expect(briefElement(of(id), real.context).dataset.paper).toBe(String(size));
    }
    const long = briefElement(of("chicago"), real.context);
    long.append(...briefElement(of("auckland"), real.context).children);
    expect(paperSize(long)).toBe(10);
  });

  it("the rows that the style leaves on paper are those the line beside the table tells", () => {
    const style = readFileSync(join(projectFolder, "src/briefs/brief-paper.css"), "utf8");
    for (const [id, rows] of Object.entries(printedRows))
      expect(style).toContain(`#${id} tbody tr:nth-child(n + ${rows + 1})`);
    expect(style).toContain(`.brief-advice li:nth-child(n + ${printedAdvice + 1})`);
  });
});

describe("numbersJoined(locators)", () => {
  it("says once what numbered places share, and leaves the others as they are", () => {
    const places = [
      "Table 2",
      "Local Governments, 9",
      "Box 1",
      "Local Governments, 10",
      "Local Governments, 4",
      "Box 1",
    ];
    expect(numbersJoined(places)).toEqual(["Table 2", "Local Governments, 4, 9 and 10", "Box 1"]);
  });
});
