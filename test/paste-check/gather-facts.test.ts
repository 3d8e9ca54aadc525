import { describe, expect, it } from "vitest";
import { facts } from "./checker.js";

const one = (indicator: string, place: string, part?: string) =>
  facts.facts.find((fact) => fact.indicator === indicator && fact.place === place && fact.part === part);

describe("gatherFacts", () => {
  it("adds up cells, and keeps the reading that the tables do not take", () => {
    expect(one("initiatives", "all")).toMatchObject({ value: 263, derived: "sum", locator: "Table 7" });
    expect(one("initiatives", "all", "political")).toMatchObject({
      value: 12,
      readings: [{ said: "13", value: 13 }],
    });
    expect(one("partnerships", "all")?.readings?.[0]).toMatchObject({ value: 121 });
  });

  it("has the mean of the mapped cities with the average that the document prints", () => {
    expect(one("initiatives-mean", "all")).toMatchObject({ value: 32.875, readings: [{ value: 32 }] });
  });

  it("has no year where the document states none", () => {
    expect(one("foreign-born-pct", "lisbon")?.year).toBeUndefined();
    expect(one("population-persons", "erlangen")?.year).toBe(2018);
  });

  it("gives every fact a place with a name, a document and an address of this site", () => {
    const places = new Set(["all", ...facts.places.map(({ id }) => id)]);
    for (const fact of facts.facts) {
      expect(places.has(fact.place) || fact.indicator === "practices", fact.place).toBe(true);
      expect(fact.link).toMatch(/^\/[a-z/-]*/);
      expect(fact.source).not.toBe("");
    }
  });

  it("stays small", () => {
    expect(JSON.stringify(facts).length).toBeLessThan(260_000);
  });
});
