import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenCities,
  citiesChoice,
  citiesSql,
  everyMappedCity,
  mappedCities,
  ofChosenCities,
} from "../../src/figures/mapped-cities.js";
import { evidence } from "../support/evidence/real-evidence.js";

const ids = mappedCities.map((city) => city.value);

describe("mappedCities", () => {
  it("are the cities that the evidence marks as mapped, with their names, by name", () => {
    const mapped = evidence
      .get("cities")!
      .rows.filter((row) => row.mapped === true)
      .map((row) => ({ value: String(row.city_id), label: String(row.name) }))
      .sort((a, b) => a.label.localeCompare(b.label, "en"));
    expect(mappedCities).toEqual(mapped);
    expect(mappedCities).toHaveLength(8);
    expect(everyMappedCity.split(",")).toEqual(ids);
    expect(citiesChoice.values).toBe(mappedCities);
  });
});

describe("chosenCities(options)", () => {
  it("gives every mapped city where nothing is chosen", () => {
    expect(chosenCities({})).toEqual(ids);
  });

  it("keeps the order of names, whatever the order of asking, and each city once", () => {
    expect(chosenCities({ cities: "sao-paulo,auckland,sao-paulo" })).toEqual(["auckland", "sao-paulo"]);
  });

  it.each([
    "x'; drop table cities; --",
    "lisbon' or '1'='1",
    "lisbon,' union select * from sources --",
    "__proto__,constructor",
    "LISBON",
    "%6cisbon",
    "lisbon\0",
    "",
  ])("lets no id through that is not offered: %j", (cities) => {
    const known = cities.split(",").filter((id) => ids.includes(id));
    expect(chosenCities({ cities })).toEqual(known);
    expect(ofChosenCities([{ city_id: cities }], { cities })).toEqual([]);
  });

  it("writes nothing into SQL but offered ids, for any text", () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...ids), fc.string(), fc.constantFrom("'", "--", ");", "/*")),
    );
    fc.assert(
      fc.property(texts, (asked) => {
        const sql = citiesSql({ cities: asked.join(",") });
        expect(sql).toMatch(/^('[a-z-]+'(, '[a-z-]+')*|null)$/);
        const written = [...sql.matchAll(/'([^']*)'/g)].map(([, id]) => id!);
        expect(ids).toEqual(expect.arrayContaining(written));
      }),
    );
  });
});
