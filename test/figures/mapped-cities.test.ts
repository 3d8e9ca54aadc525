import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { compareContext } from "../../src/figures/compare-context.js";
import {
  chosenCities,
  citiesChoice,
  citiesSql,
  everyMappedCity,
  knowMappedCities,
  mappedAmong,
  mappedCities,
  ofChosenCities,
} from "../../src/figures/mapped-cities.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { myCityField } from "../../src/my-city/my-city-field.js";
import { mappedCitiesOfPage } from "../../src/start/mapped-cities-of-page.js";
import { emptyPage } from "../support/page/page.js";
import { evidence } from "../support/evidence/real-evidence.js";

const ids = mappedCities().map((city) => city.value);

describe("mappedCities", () => {
  it("are the cities that the evidence marks as mapped, with their names, by name", () => {
    const mapped = evidence
      .get("cities")!
      .rows.filter((row) => row.mapped === true)
      .map((row) => ({ value: String(row.city_id), label: String(row.name) }))
      .sort((a, b) => a.label.localeCompare(b.label, "en"));
    expect(mappedCities()).toEqual(mapped);
    expect(mappedCities()).toHaveLength(8);
    expect(everyMappedCity().split(",")).toEqual(ids);
    expect(citiesChoice.values).toEqual(mapped);
    expect(citiesChoice.several).toEqual({ least: 2, most: 8 });
  });
});

describe("knowMappedCities(cities)", () => {
  const before = mappedCities();
  afterEach(() => knowMappedCities(before));

  it("offers a city more where the evidence has one more, in figures that hold the choice already", () => {
    knowMappedCities([...before, { value: "ghent", label: "Ghent" }]);
    expect(citiesChoice.values.map(({ label }) => label)).toEqual([
      "Auckland",
      "Buenos Aires",
      "Chicago",
      "Ghent",
      "Kuala Lumpur",
      "Lisbon",
      "Nairobi",
      "Rotterdam",
      "São Paulo",
    ]);
    expect(citiesChoice.several).toEqual({ least: 2, most: 9 });
    expect(compareContext.options!.cities!.split(",")).toContain("ghent");
    expect(chosenCities({ cities: "ghent,lisbon" })).toEqual(["ghent", "lisbon"]);
  });

  it("asks the table for all of them, be they known or not", () => {
    const all = "select city_id from cities where mapped";
    expect(citiesSql({})).toBe(all);
    knowMappedCities([]);
    expect(citiesSql({})).toBe(all);
    expect(compareContext.sql(compareContext.options!)).toContain(all);
  });
});

describe("mappedCitiesOfPage(document)", () => {
  it("reads the cities that were counted from the bar, with ids and names", () => {
    const document = emptyPage();
    document.body.append(
      myCityField(
        document,
        readCityContexts((table) => evidence.get(table)!.rows),
      ),
    );
    expect(mappedCitiesOfPage(document)).toEqual(mappedAmong(evidence.get("cities")!.rows));
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
        expect(sql).toMatch(/^('[a-z-]+'(, '[a-z-]+')*|null|select city_id from cities where mapped)$/);
        const written = [...sql.matchAll(/'([^']*)'/g)].map(([, id]) => id!);
        expect(ids).toEqual(expect.arrayContaining(written));
      }),
    );
  });
});
