import { describe, expect, it } from "vitest";
import { citySummary, standingWords, waysOn } from "../../src/my-city/city-summary.js";
import { contextOf } from "../../src/my-city/context-of.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { rowsOf } from "../support/model/real-model.js";
import { emptyPage } from "../support/page/page.js";

const cities = readCityContexts(rowsOf);
const cityOf = (id: string) => cities.find((city) => city.id === id)!;
const unknown = { social: null, cultural: null, legal: null, political: null, economic: null };
const partnerships = { "public-private": null, "third-private": null, "third-public": null, other: null };
const ghent = (initiatives: Partial<Record<keyof typeof unknown, number>>) =>
  contextOf(
    { name: "Ghent", country: "Belgium", initiatives: { ...unknown, ...initiatives }, partnerships },
    cities,
  );

describe("standingWords(city, cities)", () => {
  it("names the gaps of a mapped city, largest first, with both counts", () => {
    expect(standingWords(cityOf("auckland"), cities)).toBe(
      "Auckland has fewer initiatives than the median of the mapped cities in political (0 against 1), legal (3 against 7) and social (10 against 10.5), as counted in 2013.",
    );
  });

  it("names a type of partnership that there is none of", () => {
    expect(standingWords(cityOf("lisbon"), cities)).toBe(
      "Lisbon reaches the median of the mapped cities in every dimension, as counted in 2013. It has no public–private partnership.",
    );
  });

  it("says of a city without a mapping that its gaps are not known", () => {
    expect(standingWords(cityOf("toronto"), cities)).toContain("Nobody counted Toronto’s initiatives");
  });

  it("speaks of a reader's own city only as far as she gave counts", () => {
    expect(standingWords(ghent({ political: 0 }), cities)).toBe(
      "Ghent has fewer initiatives than the median of the mapped cities in political (0 against 1), by your numbers.",
    );
    expect(standingWords(ghent({ political: 9 }), cities)).toContain(
      "in every dimension that was counted, by your numbers",
    );
    expect(standingWords(ghent({}), cities)).toContain("You gave no count");
  });
});

describe("waysOn(city)", () => {
  it("offers what can be done with what is known", () => {
    const names = (of: Parameters<typeof waysOn>[0]) => waysOn(of).map(({ name }) => name);
    expect(names(cityOf("lisbon"))).toEqual([
      "Lisbon in brief",
      "Compare it with others",
      "Practices for its gaps",
      "Its checklist",
      "What if?",
    ]);
    expect(names(cityOf("toronto"))).toEqual([
      "Toronto in brief",
      "Practices of similar places",
      "Its checklist",
    ]);
    expect(names(ghent({ social: 1 }))).toEqual([
      "Compare it with others",
      "Practices for its gaps",
      "Its checklist",
      "What if?",
    ]);
  });

  it("stands as links", () => {
    const [, list] = citySummary(emptyPage(), (path) => `/site${path}`, cityOf("lisbon"), cities);
    expect([...list!.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toContain(
      "/site/practices?city=lisbon",
    );
  });
});
