import { describe, expect, it } from "vitest";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { citiesToAskFor, hasBaseline, withMyCity, withoutMyCity } from "../../src/my-city/asked-city.js";
import type { OwnCity } from "../../src/model/own-city.js";
import { rowsOf } from "../support/model/real-model.js";

const cities = readCityContexts(rowsOf);
const own: OwnCity = {
  name: "Porto",
  country: "portugal",
  initiatives: { social: 1, cultural: 2, legal: 3, political: 4, economic: 5 },
  partnerships: { "public-private": null, "third-private": null, "third-public": null, other: null },
};

describe("withMyCity(search, city, cities)", () => {
  it("asks for my city where the address asks for none, and leaves one that does", () => {
    const mine = { chosen: "lisbon", own: null };
    expect(withMyCity("?q=work", mine, cities)).toBe("?q=work&city=lisbon");
    for (const search of ["?city=nairobi", "?city=any", "?city="])
      expect(withMyCity(search, mine, cities)).toBe(search);
  });

  it("asks for none while none is chosen, or one that the evidence holds no longer", () => {
    expect(withMyCity("", { chosen: null, own: null }, cities)).toBe("");
    expect(withMyCity("", { chosen: "atlantis", own: null }, cities)).toBe("");
  });
});

describe("withoutMyCity(search)", () => {
  it("says that no city is asked for, and keeps the commas of the rest", () => {
    expect(withoutMyCity("?dimension=legal,social")).toBe("?dimension=legal,social&city=any");
  });
});

describe("citiesToAskFor(own, cities)", () => {
  it("has the reader's own first, with the region of its country as the evidence tells it", () => {
    const [porto, ...others] = citiesToAskFor(own, cities);
    expect(others).toEqual(cities);
    const lisbon = cities.find(({ id }) => id === "lisbon")!;
    expect(porto).toMatchObject({ id: "own-city", country: lisbon.country, region: lisbon.region });
    expect(citiesToAskFor({ ...own, country: "Atlantis" }, cities)[0]).toMatchObject({
      country: "Atlantis",
      region: "",
    });
    expect(
      citiesToAskFor({ ...own, country: "" }, cities, [{ country: null, region: "Asia" }])[0]!.region,
    ).toBe("");
  });

  it("is a baseline of a scenario where some of it was counted", () => {
    expect(hasBaseline(citiesToAskFor(own, cities)[0]!)).toBe(true);
    expect(cities.filter(hasBaseline)).toHaveLength(8);
  });
});
