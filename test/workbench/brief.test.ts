import { describe, expect, it } from "vitest";
import { ownCityId } from "../../src/model/own-city.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { brief } from "../../src/workbench/brief/brief.js";
import { pageData } from "../../src/workbench/page-data.js";
import { run } from "../../src/workbench/run.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { ofMappedCities } from "../../src/model/assumptions.js";
import { formatAsItIs } from "../../src/components/format.js";
import { cut, leversOfEveryCity, overrides } from "../support/model/long-scenarios.js";
import { ghent } from "../support/model/own-city.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";

const data = pageData(rowsOf, "0123abcd", {});
const inWords = (document: Partial<ScenarioDocument>, title = "A title") => {
  const context = contextWith();
  const made = brief(context, valueOf(run(model, { ...untouched, ...document })), {
    title,
    day: new Date(2026, 10, 22),
    link: "https://example.org/scenarios#s=abc",
    data,
  });
  return { made, words: said(made) };
};

describe("brief", () => {
  it("names the practices adopted and the places they are told of", () => {
    const { words } = inWords({
      levers: [{ kind: "practice", city: "auckland", practice: "barcelona-anti-rumour-strategy", start: 2 }],
    });
    expect(words).toContain(
      "Practice Anti-Rumour Strategy, from BarcelonaAucklandadopted2 (2015)0 (at once)",
    );
    expect(words).toContain("Promising practices in selected cities, Barcelona, Spain; Table 2");
  });

  it("says what the city in view lacked, and what is not known of one of the reader's own", () => {
    const lisbon = inWords({ target: { kind: "upper-quartile" }, view: { city: "lisbon" } }).words;
    expect(lisbon).toContain(
      "Gaps of Lisbon, as mapped in 2013: below the upper quartile of the mapped cities in social (12 of 12.3), legal (7 of 7.3), political (1 of 1.3) and economic (6 of 10.3). It has no public–private partnership.",
    );
    const own = inWords({ ownCity: ghent, view: { city: ownCityId } }).words;
    expect(own).toContain(
      "Gaps of Ghent, as you counted it: below what the median city has in social (7 of 10.5), cultural (3 of 6), political (0 of 1) and economic (4 of 5.5).",
    );
    expect(own).not.toContain("It has no");
    expect(inWords({}).words).not.toContain("Gaps of");
  });

  it("names day, versions, seed and draws, and has the link in full", () => {
    const { words } = inWords({ levers: [cut] });
    expect(words).toContain(
      "22 November 2026 · data version 0123abcd · model version 2 · seed 1 · 1,000 simulations",
    );
    expect(words).toContain("https://example.org/scenarios#s=abc");
    expect(words).toContain("A model, not a forecast.");
    expect(words).toContain("Ranges were not worked out");
  });

  it("has levers with start and ramp, every assumption, every city and the sources with their places", () => {
    const { made, words } = inWords({ levers: [cut], overrides });
    expect(words).toContain("Public fundingRotterdam−100 %0 (2013)1");
    const isOfCity = ({ id }: { id: string }) =>
      model.baseline.cities.some((city) => id.endsWith(`-${city}`));
    const changed = Object.keys(overrides).filter((id) => !isOfCity({ id }));
    const told = [...made.querySelectorAll(".brief-assumptions tbody tr")];
    expect(told.filter((row) => row.classList.contains("changed"))).toHaveLength(changed.length);
    expect(made.querySelectorAll(".brief-by-city td.changed")).toHaveLength(
      Object.keys(overrides).length - changed.length,
    );
    expect(made.querySelectorAll(".brief-by-city tbody tr")).toHaveLength(model.baseline.cities.length);
    const grounds = said(made.querySelector(".brief-assumptions")?.parentElement);
    for (const one of model.assumptions) {
      if (ofMappedCities.some((prefix) => one.id.startsWith(prefix))) continue;
      if (!isOfCity(one)) expect(grounds).toContain(one.name);
      else expect(grounds).toContain([one.low, one.central, one.high].join(", "));
    }
    expect(words).toContain("; Year of the mapping 2013.");
    expect(words).toContain("Not used: Correlation of costs among dimensions (costs are pooled).");
    // What only some choices read stands in a brief where they were made.
    expect(words).not.toContain("Share found by the mapping");
    const legal = model.assumptions.find(({ id }) => id === "cost-legal")!;
    expect(words).toContain(
      `changed; table ${[legal.low, legal.central, legal.high].map((value) => formatAsItIs(value)).join(", ")}; not used: costs are pooled`,
    );
    for (const city of model.baseline.cities) expect(words).toContain(model.baseline.names.get(city));
    expect(words).toMatch(/Citation of seidle-2019: Table 2 \(Barcelona\)/);
  });

  it("names every lever, however many there are", () => {
    const { made } = inWords({ levers: [...leversOfEveryCity, ...leversOfEveryCity] });
    expect(made.querySelectorAll(".brief-levers tbody tr")).toHaveLength(2 * leversOfEveryCity.length);
  });

  it("says how a rise is spent, so that no two ways of it print the same line", () => {
    const rise = { kind: "funding" as const, city: "lisbon", change: 0.3333, start: 1.5, ramp: 2 };
    const lines = [
      inWords({ levers: [rise] }),
      inWords({ levers: [{ ...rise, spend: "gap-first" }] }),
      inWords({ levers: [{ ...rise, spend: "weights", weights: { social: 1, legal: 0.25 } }] }),
      inWords({ levers: [{ ...rise, change: -0.3333, spend: "gap-first" }] }),
    ].map(({ made }) =>
      [...made.querySelectorAll(".brief-levers :is(tbody th, td)")].map((cell) => said(cell)).slice(2),
    );
    expect(lines).toEqual([
      ["+33.33 %", "1.5 (2015)", "2", "in proportion to what there is"],
      ["+33.33 %", "1.5 (2015)", "2", "on gaps first"],
      [
        "+33.33 %",
        "1.5 (2015)",
        "2",
        "by weights: social 1, cultural 0, legal 0.25, political 0, economic 0",
      ],
      ["−33.33 %", "1.5 (2015)", "2"],
    ]);
  });

  it("has what was chosen beside the levers, own target figures in numbers", () => {
    const { made } = inWords({
      target: {
        kind: "own",
        initiatives: { social: 10.25, cultural: 4, legal: 3, political: 0, economic: 8 },
      },
      horizon: 7,
      seed: 42,
      draws: 500,
      view: { city: "lisbon", startYear: 2027 },
      overrides: { "pass-through": { central: 0.612345 } },
    });
    expect([...made.querySelectorAll(".brief-choices > div")].map((line) => said(line))).toEqual([
      "City Lisbon",
      "Target own figures: social 10.25, cultural 4, legal 3, political 0, economic 8 initiatives",
      "Costs One cost for all dimensions",
      "Years ahead 7, to 2034",
      "Start year 2027, with the cities as they were mapped in 2013",
      "Seed 42",
      "Draws 500",
      "Changed assumptions 1, with their values in the table of assumptions",
      "Made with data version 0123abcd, model version 2",
    ]);
    expect(said(made.querySelector("tr.changed"))).toContain("0.612345");
    expect(said(made.querySelector("tr.changed"))).toContain("changed; table 0, 0.5, 1");
    expect([...made.querySelectorAll("tr.changed strong")].map((cell) => said(cell))).toEqual(["0.612345"]);
  });

  it("has every count of a city of the reader's own, and names what is not known", () => {
    const words = said(inWords({ ownCity: ghent, view: { city: ownCityId } }).made);
    expect(words).toContain("City Ghent, Belgium: a city with numbers of your own");
    expect(words).toContain("Initiatives social 7, cultural 3, legal not known, political 0, economic 4");
    expect(words).toContain(
      "Partnerships public–private 1, third–private 2, third–public 6, other not known",
    );
  });

  it("takes a title as text", () => {
    expect(inWords({}, hostileName).made.querySelector("img")).toBeNull();
  });
});
