import { describe, expect, it } from "vitest";
import { ordinal } from "../../src/components/ordinal.js";
import { comparatorsOf, equalWeights, everyVariable } from "../../src/model/comparators.js";
import { readCityContexts, type CityContext } from "../../src/model/city-contexts.js";
import { rankRanges } from "../../src/model/rank-ranges.js";
import { comparatorsBlock } from "../../src/my-city/comparators/comparators-block.js";
import { comparatorsView } from "../../src/my-city/comparators/comparators-view.js";
import {
  nearestThreeWords,
  nearestTitle,
  nearestWords,
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
    const range = (best: number, worst: number, nearestThree = 0.5, unplaced = 0) => ({
      ...{ best, worst, nearestThree, unplaced },
    });
    expect([range(1, 1), range(1, 1, 0.8, 0.2), range(1, 2), range(2, 6)].map(rangeWords)).toEqual([
      "always 1st",
      "1st where it has a place",
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
    expect(nearestThreeWords(range(1, 1, 0.84, 0.16))).toBe(
      "nearest three in 84\u202f%, no place in 16\u202f%",
    );
  });

  it("says of level cities that they are level, and of one without a distance that it has no place", () => {
    const mapped = { initiatives: counts(1, 1, 1, 1, 1) };
    const all = [city("b", mapped), city("c", mapped), city("d", { ...mapped, region: "" })];
    const near = comparatorsOf(city("a"), all);
    expect(near.map(placeWords)).toEqual(["equal 1st", "equal 1st", "no place"]);
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
    expect(nearestWords(near, rankRanges(near), equalWeights)).toEqual([
      "Only world region could be compared.",
    ]);
  });

  it("says which other city weights can put first, or that none can", () => {
    const words = (id: string) => {
      const near = comparatorsOf(of(id), cities);
      return nearestWords(near, rankRanges(near), equalWeights);
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

describe("places that are shared, and cities of which little is known", () => {
  const asked = city("a", { region: "Asia" });
  const mapped = (id: string, region = "Europe") => city(id, { region, initiatives: counts(1, 1, 1, 1, 1) });
  const told = (others: readonly CityContext[], about = asked, weights = equalWeights) => {
    const near = comparatorsOf(about, others, weights);
    return nearestWords(near, rankRanges(near), weights);
  };

  it("names what comes next with all that are level in it, and never some of them", () => {
    const [b, c, d, e, f] = ["b", "c", "d", "e", "f"].map((id) => mapped(id)) as [
      CityContext,
      ...CityContext[],
    ];
    const asian = mapped("z", "Asia");
    expect(told([asian, b])[0]).toBe("Then comes City b.");
    expect(told([asian, b, c!])[0]).toBe("Then come City b and City c, which are level.");
    expect(told([asian, b, c!, d!, e!, f!])[0]).toBe("The other five are level.");
    const half = (id: string) => ({ ...mapped(id), policyLevel: "national" as const });
    const known = { ...asked, policyLevel: "national" as const };
    const near = { ...asian, policyLevel: "national" as const };
    expect(told([near, half("b"), c!, d!], known)[0]).toBe(
      "Then comes City b, then City c and City d, which are level.",
    );
    expect(told([near, half("b"), c!, d!, e!, f!], known)[0]).toBe(
      "Then comes City b, then the other four, which are level.",
    );
    expect(told([near, half("b"), half("c"), half("d"), half("e"), f!], known)[0]).toBe(
      "Then come four, which are level.",
    );
  });

  it("names of no real city fewer or more than stand in the places named", () => {
    for (const about of cities) {
      const near = comparatorsOf(about, cities);
      const [first = "", ...others] = nearestWords(near, rankRanges(near), equalWeights);
      const all = [first, ...others].join(" ");
      for (const of of near.filter(({ isShared, rank }) => isShared && rank! > 1))
        if (first.includes(of.city.name))
          for (const level of near.filter(({ rank }) => rank === of.rank))
            expect(first, about.id).toContain(level.city.name);
      const known = new Set(
        near
          .flatMap(({ differences }) => differences.filter(({ apart }) => apart !== null))
          .map((d) => d.variable),
      );
      expect(all.includes("could be compared"), about.id).toBe(known.size > 0 && known.size < 3);
    }
  });

  it("says on what alone the nearest rests, where the others rest on more", () => {
    const full = { ...asked, policyLevel: "national" as const, challenges: ["housing"] };
    const thin = mapped("b", "Asia");
    const rich = { ...mapped("c"), policyLevel: "none" as const, challenges: ["work"] };
    expect(told([thin, rich], full)).toContain("The distance to City b rests on world region alone.");
  });

  it("calls no city always first that has no place in some weightings, and names who is first there", () => {
    for (const about of cities) {
      for (const weights of [equalWeights, { ...everyVariable(() => 0), "foreign-born": 4 }]) {
        const near = comparatorsOf(about, cities, weights);
        const ranges = rankRanges(near);
        const words = nearestWords(near, ranges, weights).join(" ");
        const canLead = near.filter(({ city, rank }) => rank !== 1 && ranges.get(city.id)?.best === 1);
        const leaders = near.filter(({ rank }) => rank === 1);
        if (words.includes("No weights make another"))
          expect(ranges.get(leaders[0]!.city.id), about.id).toMatchObject({ worst: 1, unplaced: 0 });
        else for (const { city } of canLead) expect(words, about.id).toContain(city.name);
      }
    }
    const rotterdam = rankRanges(comparatorsOf(of("barcelona"), cities)).get("rotterdam")!;
    expect(rotterdam.unplaced).toBeGreaterThan(0);
    expect(shown(of("barcelona")).text).not.toContain("always 1st");
  });

  it("offers a comparison with those alone that are nearer than all others", () => {
    const button = (about: CityContext, all: readonly CityContext[], weights = equalWeights) => {
      const made = shown(about, weights, all).document.querySelector(".near-ways a")!;
      return made.hasAttribute("hidden") ? null : made.textContent;
    };
    const own = mapped("own", "Asia");
    const level = ["b", "c", "d", "e"].map((id) => mapped(id));
    expect(button(own, [own, ...level])).toBeNull();
    expect(button(own, [own, mapped("z", "Asia"), ...level])).toBe("Compare with the nearest");
    expect(button(own, [own, ...level.slice(0, 2)])).toBe("Compare with the two nearest");
    expect(button(asked, [mapped("z", "Asia"), ...level])).toBeNull();
    expect(button(of("lisbon"), cities)).toBe("Compare with the three nearest");
    expect(
      button(
        of("lisbon"),
        cities,
        everyVariable(() => 0),
      ),
    ).toBeNull();
  });

  it("tells weights that leave nothing to compare from documents that tell nothing", () => {
    const share = { ...everyVariable(() => 0), "foreign-born": 4 };
    expect(shown(of("nairobi"), share).document.querySelector("h3")?.textContent).toBe(
      "Nothing that counts with these weights is known of both Nairobi and another city",
    );
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
      "1st to 4th nearest three in 98\u202f%, no place in under 1\u202f%".replace(/\s+/g, " "),
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
