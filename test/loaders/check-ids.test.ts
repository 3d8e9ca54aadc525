import { anyCityId } from "../../loaders/reserved-ids.js";
import { checkIds } from "../../loaders/check-ids.js";
import { eachCity, everyCity } from "../../src/model/levers/every-city.js";
import { any } from "../../src/recommendations/any.js";
import { anotherPlace } from "../../src/recommendations/place.js";
import { describe, expect, it } from "vitest";
import { changedEvidence, problemsAfter, row } from "../support/evidence/changed-evidence.js";
import { problemsOf, replacing } from "../support/evidence/small-evidence.js";

const idOf = (table: string, column: string, from: string, to: string) =>
  problemsAfter({ [table]: row(column, from, { [column]: to }) }).filter((line) =>
    line.includes(`"${to.slice(0, 50)}`),
  );

describe("checkIds(table)", () => {
  it.each(["index", anyCityId, everyCity, eachCity, anotherPlace])(
    "refuses a city called %s, which the site calls something else",
    (id) => {
      expect(idOf("cities", "city_id", "paris", id)).toEqual([
        expect.stringMatching(`^cities, row \\d+, city_id "${id}": stands for something else on the site`),
      ]);
    },
  );

  it("holds ids of the site's tables to their form also where the package gives them no pattern and another key", () => {
    for (const id of ["../../../x", "index"]) {
      const cities = changedEvidence({ cities: row("city_id", "paris", { city_id: id }) }).get("cities")!;
      const fields = cities.resource.schema.fields.map((field) => ({ ...field, constraints: {} }));
      const schema = { ...cities.resource.schema, fields, primaryKey: ["city_id", "source_id"] };
      const problems = checkIds({ ...cities, resource: { ...cities.resource, schema } });
      expect(problems.map(({ field, value }) => [field, value])).toEqual([["city_id", id]]);
    }
  });

  it("refuses a document called any, which leaves none out", () => {
    expect(idOf("sources", "source_id", "thp-2014", any)).toContainEqual(
      expect.stringMatching(/^sources, row \d+, source_id "any": stands for something else on the site/),
    );
  });

  it.each(["con", "nul", "lpt1", "constructor"])(
    "refuses %s, which no file or object can be called",
    (id) => {
      expect(idOf("cities", "city_id", "paris", id)).toEqual([
        expect.stringMatching(/is a name that computers keep for themselves → choose another id/),
      ]);
    },
  );

  it("refuses ids that are places of the page already", () => {
    const taken = expect.stringMatching(/stands for something else on the site → choose another id/);
    for (const id of ["observablehq-main", "search-practices", "practices-by-region"])
      expect(idOf("practices", "practice_id", "clip-network", id), id).toContainEqual(taken);
    for (const id of ["data-dictionary", "table-cities"])
      expect(idOf("discrepancies", "discrepancy_id", "thp-partnership-total", id), id).toContainEqual(taken);
    expect(idOf("discrepancies", "discrepancy_id", "thp-auckland-non-replies", "thp-2014")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/must not be the id of a document: both are places on one page/),
      ]),
    );
  });

  it("refuses an id that is too long for a file, and odd letters also where the package has no pattern", () => {
    expect(idOf("cities", "city_id", "paris", "p".repeat(101))).toEqual([
      expect.stringMatching(/must have at most 100 characters → shorten it/),
    ]);
    const free = replacing(
      '"constraints": { "required": true, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }\n          },\n          {\n            "name": "name"',
      '"constraints": { "required": true }\n          },\n          {\n            "name": "name"',
    );
    for (const id of ["../up", "a/b", "A", "São", "a--b", "a-", "a.b", "a b"])
      expect(
        problemsOf({ "datapackage.json": free, "towns.csv": replacing("tagged,", `${id},`) }),
        id,
      ).toEqual([expect.stringMatching(/^towns, row 4, town_id .*: must (be small letters|not start)/)]);
  });
});

describe("checkOrder(table)", () => {
  it("refuses a first year after the last, and a network of figures before it was founded", () => {
    const funding = problemsAfter({
      funding: (rows) => Object.assign(rows[0]!, { year_from: 2015, year_to: 2014 }) && rows,
    });
    expect(funding).toContainEqual(
      'funding, row 2, year_to "2014": must not be less than year_from, which is 2015 → mend one of the two, or exchange them',
    );
    const networks = problemsAfter({
      networks: (rows) => Object.assign(rows[0]!, { founded: 2015, as_of_year: 2014 }) && rows,
    });
    expect(networks).toContainEqual(
      expect.stringMatching(
        /^networks, row 2, as_of_year "2014": must not be less than founded, which is 2015/,
      ),
    );
  });

  it("passes over what is empty, and accepts one year", () => {
    const years = (year_from: number | null, year_to: number | null) =>
      problemsAfter({ funding: (rows) => Object.assign(rows[0]!, { year_from, year_to }) && rows }).filter(
        (line) => line.includes("year_to"),
      );
    expect([years(null, 2014), years(2014, null), years(2014, 2014), years(null, null)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
