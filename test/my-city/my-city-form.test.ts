import { describe, expect, it } from "vitest";
import { type MyCity } from "../../src/my-city/my-city.js";
import { ownCityId, type OwnCity } from "../../src/model/own-city.js";
import { myCityForm } from "../../src/my-city/my-city-form.js";

const ghent: OwnCity = {
  name: "Ghent",
  country: "Belgium",
  initiatives: { social: 7, cultural: null, legal: 0, political: 2, economic: null },
  partnerships: { "public-private": null, "third-private": 1, "third-public": 3, other: 0 },
};
const read = (value: unknown) => myCityForm.read(JSON.stringify(value));

describe("myCityForm", () => {
  it.each<[string, MyCity]>([
    ["a city of the evidence", { chosen: "lisbon", own: null }],
    ["a city of her own", { chosen: ownCityId, own: ghent }],
    ["a city of her own that is not chosen", { chosen: null, own: ghent }],
  ])("reads what it wrote: %s", (_, city) => {
    expect(myCityForm.read(myCityForm.write(city)!)).toEqual({ value: city, fault: null });
  });

  it("takes signs out of a name that would turn the words around it", () => {
    const own = { ...ghent, name: "\u202Etneg\n" };
    expect(read({ version: 1, chosen: null, own }).value?.own?.name).toBe("tneg");
  });

  it("keeps nothing where nothing is chosen", () => {
    expect(myCityForm.write({ chosen: null, own: null })).toBeNull();
  });

  it.each<[string, unknown]>([
    ["no JSON of its own", []],
    [
      "a negative count",
      { version: 1, chosen: null, own: { ...ghent, initiatives: { ...ghent.initiatives, social: -1 } } },
    ],
    ["half a city", { version: 1, chosen: null, own: { name: "Ghent", country: "" } }],
    ["a name without letters", { version: 1, chosen: null, own: { ...ghent, name: "" } }],
    ["a name of what cannot be seen", { version: 1, chosen: null, own: { ...ghent, name: "\u200B " } }],
    ["an id that is none", { version: 1, chosen: "<b>", own: null }],
    ["a chosen city of her own that is not there", { version: 1, chosen: ownCityId, own: null }],
  ])("says of %s that it is damaged", (_, value) => {
    expect(read(value).fault).toBe("damaged");
  });

  it("knows a newer form for newer", () => {
    expect(read({ version: 2, cities: [] })).toEqual({ value: null, fault: "newer" });
  });
});
