import { describe, expect, it } from "vitest";
import { ownCityId, type OwnCity } from "../../src/model/own-city.js";
import { noCity, type MyCity } from "../../src/my-city/my-city.js";
import { untouched } from "../../src/scenario/document.js";
import { scenarioHash } from "../../src/scenario/link.js";
import { beginningOf } from "../../src/workbench/beginning.js";
import { model } from "../support/model/real-model.js";

const today = { model, dataVersion: "0123abcd" };
const unknown = { social: null, cultural: null, legal: null, political: null, economic: null };
const partnerships = { "public-private": null, "third-private": null, "third-public": null, other: null };
const ghent: OwnCity = {
  name: "Ghent",
  country: "Belgium",
  initiatives: { ...unknown, social: 7 },
  partnerships,
};
const begin = (search: string, mine: MyCity = noCity, hash = "") =>
  beginningOf({ search, hash }, mine, today);
const lisbon: MyCity = { chosen: "lisbon", own: null };

describe("beginningOf(address, my city, today)", () => {
  it("shows all cities to who chose none, and her city to who chose one", () => {
    expect(begin("")).toEqual({ document: untouched, city: null, note: "" });
    expect(begin("", lisbon)).toMatchObject({ city: "lisbon", document: { view: { city: "lisbon" } } });
  });

  it("lets the city of the address win, and leaves what is to be adopted to who adopts it", () => {
    expect(begin("?city=nairobi", lisbon).city).toBe("nairobi");
    expect(begin("?adopt=x&city=nairobi", lisbon).city).toBeNull();
    expect(begin("?adopt=x&city=own-city", { chosen: null, own: ghent }).city).toBe(ownCityId);
    expect(begin("?city=any", lisbon)).toEqual({ document: untouched, city: null, note: "" });
  });

  it("says of a city that was not mapped, or that nobody knows, why all are shown", () => {
    expect(begin("?city=toronto").note).toContain("Toronto was not mapped");
    expect(begin("", { chosen: "toronto", own: null }).note).toContain("Toronto was not mapped");
    expect(begin("?city=atlantis").note).toContain("“atlantis”, which the evidence does not hold");
  });

  it("begins with a city of the reader's own where anything of it is counted", () => {
    const { document, city, note } = begin("", { chosen: ownCityId, own: ghent });
    expect([document.ownCity, document.view.city, city, note]).toEqual([ghent, ownCityId, ownCityId, ""]);
    const bare = { ...ghent, initiatives: unknown };
    expect(begin("", { chosen: ownCityId, own: bare }).note).toContain("no count of Ghent’s initiatives");
    expect(begin("?city=own-city").note).toContain("Its numbers stay in that browser");
  });

  it("takes the mapped cities of a link, also where a reader keeps a city of her own", () => {
    const mine = { chosen: ownCityId, own: ghent };
    for (const search of ["", "?city=own-city"])
      expect(begin(search, mine, scenarioHash(untouched, today)).document.ownCity).toBeUndefined();
  });

  it("takes the city of a link, whoever opens it", () => {
    const document = { ...untouched, ownCity: ghent, view: { city: ownCityId } };
    expect(begin("", lisbon, scenarioHash(document, today)).document.ownCity).toEqual(ghent);
  });
});
