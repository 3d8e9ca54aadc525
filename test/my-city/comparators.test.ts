import { describe, expect, it } from "vitest";
import { comparatorsOf, equalWeights, everyVariable } from "../../src/model/comparators.js";
import { readCityContexts, type CityContext } from "../../src/model/city-contexts.js";
import { rankRanges } from "../../src/model/rank-ranges.js";
import { comparatorsBlock } from "../../src/my-city/comparators/comparators-block.js";
import { comparatorsView } from "../../src/my-city/comparators/comparators-view.js";
import {
  nearestThreeWords,
  nearestTitle,
  nearestWords,
  ordinal,
  placeWords,
  rangeWords,
} from "../../src/my-city/comparators/place-words.js";
import { city, counts } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";
import { emptyPage, hostileName } from "../support/page/page.js";

const cities = readCityContexts(rowsOf);
const of = (id: string) => cities.find((city) => city.id === id)!;
const link = (path: string) => `/site${path}`;
const nothing = { choose: () => {}, weigh: () => {}, level: () => {} };

/** The table as it is shown, a list of cells a row. */
function shown(about: CityContext, weights = equalWeights, all: readonly CityContext[] = cities) {
  const document = emptyPage();
  const view = comparatorsView({ document, link }, all, nothing, false);
  view.show({ city: about, weights }, "?from=mail");
  document.body.append(...view.parts);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
  );
  return { document, rows, text: document.body.textContent ?? "" };
}

describe("words of a place", () => {
  it("counts places", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103].map(ordinal)).toEqual(
      "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 103rd".split(" "),
    );
  });

  it("says where a city moves, and how often it is among the nearest", () => {
    const range = (best: number, worst: number, nearestThree = 0.5) => ({ best, worst, nearestThree });
    expect([range(1, 1), range(1, 2), range(2, 6)].map(rangeWords)).toEqual([
      "always 1st",
      "1st or 2nd",
      "2nd to 6th",
    ]);
    expect([0, 0.0001, 0.5, 0.9999, 1].map((part) => nearestThreeWords(range(1, 2, part)))).toEqual([
      "nearest three in 0\u202f%",
      "nearest three in under 1\u202f%",
      "nearest three in 50\u202f%",
      "nearest three in over 99\u202f%",
      "nearest three in 100\u202f%",
    ]);
  });

  it("says of level cities that they are level, and of one without a distance that it has no place", () => {
    const mapped = { initiatives: counts(1, 1, 1, 1, 1) };
    const all = [city("b", mapped), city("c", mapped), city("d", { ...mapped, region: "" })];
    const near = comparatorsOf(city("a"), all);
    expect(near.map(placeWords)).toEqual(["1st, level", "1st, level", "no place"]);
    expect(nearestTitle("A", near, equalWeights)).toBe(
      "City b and City c are equally near to A with equal weights",
    );
    expect(nearestTitle("A", near.slice(0, 2), { ...equalWeights, region: 4 })).toBe(
      "All cities are equally near to A with these weights",
    );
    expect(nearestTitle("A", near.slice(2), equalWeights)).toBe(
      "No document tells what could be compared with A",
    );
    expect(
      nearestTitle(
        "A",
        near,
        everyVariable(() => 0),
      ),
    ).toMatch(/^Nothing counts/);
    expect(nearestWords(near, rankRanges(near))).toEqual([]);
  });

  it("says which other city weights can put first, or that none can", () => {
    const words = (id: string) => {
      const near = comparatorsOf(of(id), cities);
      return nearestWords(near, rankRanges(near));
    };
    expect(words("lisbon")).toEqual([
      "Then come Buenos Aires and São Paulo.",
      "Over all weightings Rotterdam is 1st to 4th.",
      "Other weights put one of these first: Buenos Aires and São Paulo.",
    ]);
    expect(words("kuala-lumpur")).toEqual([
      "Then come São Paulo and Chicago.",
      "No weights make another city nearer than Nairobi.",
    ]);
  });
});

describe("comparatorsView(context, cities, deeds, live)", () => {
  it("shows the city itself, then the mapped others by distance, with values, differences and what is missing", () => {
    const { rows, document } = shown(of("lisbon"));
    expect(rows[0]!.filter(Boolean)).toEqual([
      "Lisbon",
      "8.1 %",
      "mostly economic migrants",
      "national",
      "Europe",
      "9 named",
    ]);
    expect(rows[1]).toEqual([
      "Rotterdam",
      "1st",
      "1st to 4th nearest three in 98\u202f%".replace(/\s+/g, " "),
      "0.21",
      "counted differently: the second generation included",
      "neither group put first",
      "national the same",
      "Europe the same",
      "5 of 13 in common 0.62 apart",
    ]);
    expect(rows.map(([name]) => name)).toEqual([
      "Lisbon",
      ...comparatorsOf(of("lisbon"), cities).map(({ city }) => city.name),
    ]);
    for (const cell of document.querySelectorAll("tbody tr:not(.self) td"))
      expect(cell.getAttribute("data-label")).toBeTruthy();
  });

  it("says of a value that the city in view lacks that it was not compared", () => {
    const lisbon = shown(of("rotterdam")).rows.find(([name]) => name === "Lisbon")!;
    expect(lisbon.slice(4, 6)).toEqual(["8.1 %, not compared", "mostly economic migrants, not compared"]);
  });

  it("leads to the comparison with the three nearest and to the practices, with the weights", () => {
    const hrefs = (about: CityContext, weights = equalWeights) =>
      [...shown(about, weights).document.querySelectorAll(".near-ways a")].map((a) => a.getAttribute("href"));
    const weights = { ...equalWeights, region: 0 };
    expect(hrefs(of("lisbon"), weights)).toEqual([
      "/site/compare?from=mail&cities=lisbon,buenos-aires,rotterdam,sao-paulo&near=lisbon&weights=2,2,2,0,2",
      "/site/practices?city=lisbon&weights=2,2,2,0,2",
    ]);
    expect(hrefs(of("toronto"))[0]).toMatch(/cities=chicago,auckland,buenos-aires&near=toronto$/);
  });

  it("shows the weights in proportion, in sliders that say so", () => {
    const { document, text } = shown(of("lisbon"), { ...everyVariable(() => 0), region: 3, challenges: 1 });
    expect([...document.querySelectorAll("output")].map((of) => of.textContent)).toEqual(
      ["0", "0", "0", "75", "25"].map((share) => `${share}\u202f%`),
    );
    const slider = document.querySelector("#weight-region")!;
    expect(slider.getAttribute("aria-label")).toBe("Weight of world region");
    expect(slider.getAttribute("aria-valuetext")).toBe("3 of 4, 75\u202f% of all weights");
    expect(text).toContain("challenges named 25\u202f%");
  });

  it("says where nothing counts, and shows no distance", () => {
    const { rows, text } = shown(
      of("lisbon"),
      everyVariable(() => 0),
    );
    expect(text).toContain("Nothing counts, so that no city is nearer than another");
    expect(rows.slice(1).every((cells) => cells[1] === "no place" && cells[3] === "not known")).toBe(true);
  });

  it("takes names for text", () => {
    const mapped = { initiatives: counts(1, 1, 1, 1, 1) };
    const all = [city("a", { ...mapped, name: hostileName }), city("b", { ...mapped, name: hostileName })];
    const { document, text } = shown(all[0]!, equalWeights, all);
    expect(document.querySelector("img")).toBeNull();
    expect(text).toContain(hostileName);
  });
});

describe("comparatorsBlock(context, cities)", () => {
  it("stands in the page's HTML with the first mapped city and equal weights, its controls asleep", () => {
    const made = comparatorsBlock({ document: emptyPage(), link }, cities);
    expect(made.querySelector("h3")?.textContent).toBe("Chicago is nearest to Auckland with equal weights");
    expect(made.querySelector("noscript")?.textContent).toContain("Drawn for Auckland, with equal weights.");
    for (const control of made.querySelectorAll("input, select, button"))
      expect(control.hasAttribute("disabled")).toBe(true);
  });

  it("says so where no city is mapped", () => {
    const made = comparatorsBlock({ document: emptyPage(), link }, [city("a")]);
    expect(made.textContent).toBe("No city is mapped, so that there is none to compare with.");
  });
});
