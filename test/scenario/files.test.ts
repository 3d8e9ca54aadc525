import { csvParse } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulate } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { inputsCsv, resultsCsv } from "../../src/scenario/export-csv.js";
import { scenarioFile, scenariosFile, scenariosFiles } from "../../src/scenario/export-json.js";
import { mostFileBytes, mostScenarios, readScenarioFile } from "../../src/scenario/import-json.js";
import { openHash } from "../../src/scenario/link.js";
import { recordOf } from "../../src/scenario/record.js";
import { ghent } from "../support/model/own-city.js";
import { model, valueOf } from "../support/model/real-model.js";
import { anyDocument, cut, today } from "../support/model/any-document.js";

const page = "https://example.org/scenarios?lang=en#s=old";

describe("a file of scenarios", () => {
  test("brings back what it was made of, to the last bit", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { scenarios, faults } = readScenarioFile(scenarioFile(document, today, page), today);
        expect(faults).toEqual([]);
        expect(scenarios.map((d) => d.document)).toEqual([document]);
        expect(scenarios[0]!.record).toEqual(recordOf(document, today));
      }),
      { numRuns: 40 },
    );
  });

  test("has readable names, versions, the evidence and the link", () => {
    const text = scenarioFile(cut, today, page, "Cut");
    const file = JSON.parse(text);
    expect(Object.keys(file)).toEqual([
      ...["format", "schemaVersion", "modelVersion", "dataVersion", "name", "coverage", "document", "basis"],
      "link",
    ]);
    expect(file).toMatchObject({ format: "arrivals-scenario", dataVersion: today.dataVersion, name: "Cut" });
    expect(file.link).toMatch(/^https:\/\/example\.org\/scenarios\?lang=en#s=2/);
    expect(openHash(new URL(file.link).hash, today)).toMatchObject({
      value: { document: cut, record: { name: "Cut" } },
    });
    expect(text).toContain('"discount-rate-rotterdam": [0.01, 0.03, 0.05, "triangular"]');
  });

  test("of more scenarios than a file is read with are several, and each is read again", () => {
    const records = Array.from({ length: mostScenarios + 1 }, (_, i) => recordOf(cut, today, `Cut ${i}`));
    const files = scenariosFiles(records, page);
    expect(files).toHaveLength(2);
    const read = files.map((text) => readScenarioFile(text, today));
    expect(read.flatMap(({ faults }) => faults)).toEqual([]);
    expect(read.flatMap(({ scenarios }) => scenarios.map((d) => d.record.name))).toEqual(
      records.map(({ name }) => name),
    );
  });

  test("may hold several, also as a bare list; what is bad keeps no good one out and is named by its path", () => {
    const records = [recordOf(cut, today, "One"), recordOf(untouched, today, "Two")];
    const several = scenariosFile(records, page);
    const namesOf = (text: string) => readScenarioFile(text, today).scenarios.map((d) => d.record.name);
    expect(namesOf(several)).toEqual(["One", "Two"]);
    expect(namesOf(JSON.stringify(records))).toEqual(["One", "Two"]);
    const spoilt = JSON.parse(several);
    spoilt.scenarios.splice(1, 0, structuredClone(spoilt.scenarios[0]), 7);
    spoilt.scenarios[1].document.levers[0].change = "much";
    const { scenarios, faults } = readScenarioFile(JSON.stringify(spoilt), today);
    expect(scenarios.map((d) => d.record.name)).toEqual(["One", "Two"]);
    expect(faults).toEqual([
      {
        field: "scenarios.1.document.levers.0.change",
        lever: 0,
        message: 'scenarios.1: the field document.levers.0.change must be a number, not "much"',
      },
      { field: "scenarios.2", message: "scenarios.2: it does not hold a scenario" },
    ]);
  });

  test.each([
    ["no JSON", "a,b\n1,2", /not JSON/],
    ["empty", "", /not JSON/],
    ["another file", '{"type":"FeatureCollection"}', /which version/],
    [
      "another format",
      JSON.stringify({ ...recordOf(cut, today), format: "vega" }),
      /field format is not known/,
    ],
    ["no scenarios", '{"scenarios":[]}', /holds no scenario/],
    ["scenarios that are no list", '{"scenarios":{}}', /must be a list/],
    ["too many", JSON.stringify(Array(101).fill(1)), /at most 100/],
    ["too large", `"${"x".repeat(mostFileBytes)}"`, /larger than 5 MB/],
    ["a prototype", '[{"__proto__":{"a":1}}]', /"__proto__"/],
  ])("that is %s gives a message", (_, text, says) => {
    const { scenarios, faults } = readScenarioFile(text, today);
    expect(scenarios).toEqual([]);
    expect(faults[0]!.message).toMatch(says);
  });

  test("of any JSON never throws", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { scenarios, faults } = readScenarioFile(text, today);
        expect(scenarios.length === 0 && faults.length > 0).toBe(true);
      }),
    );
  });
});

describe("CSV", () => {
  const document: ScenarioDocument = { ...cut, overrides: { "pass-through": { central: 0.9 } } };

  test("of inputs holds versions, choices, levers, and every assumption, with the changed ones marked", () => {
    const sources = new Map([["pass-through", "arrivals, Table assumptions"]]);
    const rows = csvParse(inputsCsv(document, today, sources));
    const row = (id: string) => rows.find((d) => d.id === id);
    expect(rows.find((d) => d.name === "data")!.value).toBe(today.dataVersion);
    expect(rows.find((d) => d.group === "lever")).toMatchObject({
      name: "Public funding, Rotterdam",
      value: "-0.5",
      details: "start 1; ramp 0; spent proportional",
    });
    expect(row("pass-through")).toMatchObject({
      ...{ value: "0.9", low: "0", high: "1", changed: "true", source: "arrivals, Table assumptions" },
      details: "triangular, assumed; own value; the table has 0, 0.5, 1",
    });
    expect(row("discount-rate-lisbon")!.changed).toBe("false");
    expect(rows.filter((d) => d.group === "assumption")).toHaveLength(model.assumptions.length);
    expect(rows.filter((d) => d.group === "target").map((d) => Number(d.value))).toHaveLength(5);
    expect([row("seed")!.value, row("draws")!.value, row("horizon")!.value]).toEqual(["1", "1000", "5"]);
  });

  test("of inputs says of an adopted practice what it adds, what it costs and where it is from", () => {
    const levers = ["barcelona-anti-rumour-strategy", "auckland-new-kiwis"].map((practice) => ({
      ...{ kind: "practice" as const, city: "lisbon", practice },
    }));
    const rows = csvParse(inputsCsv({ ...document, levers }, today)).filter((d) => d.group === "lever");
    expect(rows.map(({ name, value, details }) => [name, value, details])).toEqual([
      [
        "Practice Anti-Rumour Strategy, Lisbon",
        "1",
        "practice barcelona-anti-rumour-strategy; one initiative in social cultural; documented cost EUR 245000 a year; from Barcelona; start 1; ramp 0",
      ],
      [
        "Practice New Kiwis, Lisbon",
        "1",
        "practice auckland-new-kiwis; one initiative in economic; cost as assumed; from Auckland; start 1; ramp 0",
      ],
    ]);
  });

  test("of inputs has the start year, and an own city's counts, what is not known as empty with a note", () => {
    const own = { ...untouched, ownCity: ghent, view: { city: "own-city", startYear: 2027 } };
    const rows = csvParse(inputsCsv(own, today));
    expect(rows.find((d) => d.id === "start-year")).toMatchObject({
      value: "2027",
      unit: "calendar year of year 0",
    });
    const counts = rows.filter((d) => d.group === "own city");
    expect(counts.map((d) => [d.name, d.value, d.unit, d.details])).toEqual([
      ["name", "Ghent", "", ""],
      ["country", "Belgium", "", ""],
      ["social", "7", "initiatives", ""],
      ["cultural", "3", "initiatives", ""],
      ["legal", "", "initiatives", "not known"],
      ["political", "0", "initiatives", ""],
      ["economic", "4", "initiatives", ""],
      ["public–private", "1", "partnerships", ""],
      ["third–private", "2", "partnerships", ""],
      ["third–public", "6", "partnerships", ""],
      ["other", "", "partnerships", "not known"],
    ]);
    expect(
      csvParse(inputsCsv(untouched, today, new Map(), 2026)).find((d) => d.id === "start-year")!.value,
    ).toBe("2026");
  });

  test("of inputs starts no formula in a spreadsheet", () => {
    const evil = { ...document, preset: '=HYPERLINK("http://example.org")' };
    expect(inputsCsv(evil, today)).toContain("'=HYPERLINK");
  });

  test("of results has a row a year, city and measure, with what the draws say", () => {
    const result = valueOf(simulate(model, scenarioOf(document)));
    const before = valueOf(simulate(model, { ...scenarioOf(document), levers: [] }));
    const drawn = valueOf(uncertainty(model, scenarioOf(document), { draws: 50, seed: 3 }));
    const rows = csvParse(resultsCsv(today, before, result, drawn));
    const find = (year: string, city: string, measure: string, of = "") =>
      rows.find((d) => d.year === year && d.city_id === city && d.measure === measure && d.of === of)!;
    expect(rows).toHaveLength(6 * (2 + 4 + 5 + 8 * (2 + 10 + 3 + 4 + 5)));
    const last = find("2018", "rotterdam", "coverage");
    expect(Number(last.scenario)).toBe(result.years[5]!.cities[6]!.cityCoverage);
    expect(Number(last.baseline)).toBe(before.years[5]!.cities[6]!.cityCoverage);
    expect(Number(last.p90)).toBe(drawn.cities[6]!.coverage.p90);
    expect(Number(find("2018", "lisbon", "initiatives", "legal").p50)).toBe(
      drawn.initiatives[4 * 5 + 2]!.p50,
    );
    expect(Number(find("2015", "all", "cost", "public").p10)).toBe(drawn.years[2]!.public.p10);
    expect(find("2015", "rotterdam", "coverage").p10).toBe("");
    expect(Number(find("2018", "rotterdam", "place by coverage").p90)).toBe(drawn.places[6]!.p90);
    expect(Number(find("2014", "rotterdam", "cost", "total").scenario)).toBeLessThan(
      Number(find("2014", "rotterdam", "cost", "total").baseline),
    );
  });

  test("of results leaves a cell empty for what cannot be said, also without draws", () => {
    const result = valueOf(simulate(model, scenarioOf(cut)));
    result.years[5]!.cities[6]!.evenness = Number.NaN;
    const text = resultsCsv(today, result, result);
    expect(resultsCsv(today, result, result, null, { weighting: "residents" })).toContain(
      'all mapped cities,"coverage, cities weighed by residents"',
    );
    expect(text).not.toMatch(/NaN|undefined|null/);
    const [row] = csvParse(text).filter((d) => d.measure === "evenness" && d.year === "2018" && d.city_id === "rotterdam"); // prettier-ignore
    expect([row!.scenario, row!.p10]).toEqual(["", ""]);
  });
});
