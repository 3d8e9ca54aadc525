import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { nearestCities } from "../../src/briefs/nearest.js";
import { comparatorsOf } from "../../src/model/comparators.js";
import { readCityContexts, type CityContext } from "../../src/model/city-contexts.js";
import { city, counts } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

const { document } = parseHTML("<html><body></body></html>");
const line = (of: CityContext, cities: readonly CityContext[]) =>
  nearestCities({ city: of, nearest: comparatorsOf(of, cities) }, { document, link: (path) => `..${path}` });
const linksOf = (made: HTMLElement | null) =>
  [...(made?.querySelectorAll("a") ?? [])].map((a) => [a.textContent, a.getAttribute("href")]);

describe("nearestCities(brief, context)", () => {
  const cities = readCityContexts(rowsOf);
  const of = (id: string) => cities.find((city) => city.id === id)!;

  it("names the three nearest of a mapped city, says that weights decide, and leads to both", () => {
    const made = line(of("lisbon"), cities);
    expect(made?.textContent).toBe(
      "Rotterdam, Buenos Aires and São Paulo are the mapped cities nearest to Lisbon where all that is compared counts the same; with other weights the order is another. Compare them or set the weights.",
    );
    expect(linksOf(made)).toEqual([
      ["Compare them", "../compare?cities=lisbon,rotterdam,buenos-aires,sao-paulo&near=lisbon"],
      ["set the weights", "../compare?near=lisbon#whom-to-compare-it-with"],
    ]);
  });

  it("says what alone could be compared, and names no city that is near in nothing", () => {
    const made = line(of("washington"), cities);
    expect(made?.textContent).toMatch(
      /^Chicago is the mapped city nearest to Washington .* Only world region could be compared\. /,
    );
    expect(linksOf(made)[0]).toEqual(["Compare it", "../compare?near=washington"]);
  });

  it("says nothing where no mapped city is near in anything", () => {
    const far = city("far", { region: "Asia", initiatives: counts(1, 1, 1, 1, 1) });
    expect(line(city("here"), [far])).toBeNull();
    expect(line(city("here"), [])).toBeNull();
  });
});
