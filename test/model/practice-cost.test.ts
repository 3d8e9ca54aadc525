import { describe, expect, it } from "vitest";
import { adoptablesOf, whyNotAdoptable } from "../../src/model/adoptable.js";
import { readRates, yearlyCost } from "../../src/model/practice-cost.js";
import { readPractices, type PracticeCost } from "../../src/model/practices.js";
import { model, rowsOf } from "../support/model/real-model.js";

const rates = readRates([
  { currency: "USD", year: 2016, units_per_eur: 1.25 },
  { currency: "USD", year: 2017, units_per_eur: 1.28 },
]);
const budget: PracticeCost = {
  what: "Budget of the year",
  kind: "budget",
  level: "local",
  amount: 200_000,
  currency: "EUR",
  per: "year",
  yearFrom: 2016,
  yearTo: 2016,
};
const eurosOf = (...changes: Partial<PracticeCost>[]) =>
  yearlyCost(
    changes.map((change) => ({ ...budget, ...change })),
    rates,
  )?.euros ?? null;

describe("yearlyCost(costs, rates)", () => {
  it.each<[string, Partial<PracticeCost>, number | null]>([
    ["takes an amount a year as it is", {}, 200_000],
    ["needs no year for euros a year", { yearFrom: null, yearTo: null }, 200_000],
    ["turns other money into euros of its year", { currency: "USD" }, 160_000],
    ["takes the rate of the first year", { currency: "USD", yearTo: 2017 }, 160_000],
    ["rounds to whole euros", { amount: 100_000.4 }, 100_000],
    ["divides a project by its years, first and last among them", { per: "project", yearTo: 2019 }, 50_000],
    ["divides a total alike", { per: "total", yearTo: 2017 }, 100_000],
    ["takes a total of one year for that year", { per: "total", yearTo: null }, 200_000],
    ["counts what an organisation pays", { level: null }, 200_000],
    ["takes nothing paid once without years", { per: "project", yearFrom: null, yearTo: null }, null],
    ["takes nothing of years that end before they begin", { per: "total", yearTo: 2015 }, null],
    ["converts nothing without a currency", { currency: null }, null],
    ["converts nothing without a year", { currency: "USD", yearFrom: null, yearTo: null }, null],
    ["converts nothing without a rate of the year", { currency: "USD", yearFrom: 2015 }, null],
    ["takes no amount for a person", { per: "person" }, null],
    ["takes no amount for a member", { per: "member" }, null],
    ["takes no loan", { kind: "loan" }, null],
    ["takes no fee", { kind: "fee" }, null],
    ["takes no investment", { kind: "investment" }, null],
    ["takes no transfer", { kind: "transfer" }, null],
    ["takes no amount of a nation", { level: "national" }, null],
    ["takes no amount of several nations", { level: "international" }, null],
    ["takes no amount of 0, which is an end and no price", { amount: 0 }, null],
  ])("%s", (_, change, euros) => {
    expect(eurosOf(change)).toBe(euros);
  });

  it("takes the latest of several, and the first of one year", () => {
    const year = (yearFrom: number, amount: number) => ({ yearFrom, yearTo: yearFrom, amount });
    expect(eurosOf(year(2015, 1), year(2017, 2), year(2017, 3), year(2016, 4))).toBe(2);
    expect(eurosOf({ yearFrom: null, yearTo: null, amount: 5 }, year(2015, 6))).toBe(6);
    expect(eurosOf()).toBeNull();
  });

  it("names the amount it stands on", () => {
    expect(yearlyCost([budget], rates)!.from).toBe(budget);
  });
});

describe("adoptablesOf(practices)", () => {
  const practices = readPractices(rowsOf);

  it("has every practice of the register that can be adopted, with its name, dimensions and city", () => {
    const some = practices.filter((practice) => whyNotAdoptable(practice) === null);
    expect([...model.practices.keys()]).toEqual(some.map(({ id }) => id));
    expect(some.length).toBeGreaterThan(150);
    for (const { id, name, dimensions, city } of some)
      expect(model.practices.get(id)).toMatchObject({ name, dimensions, city });
  });

  it("sets the others aside, each with why: resources, plans, what serves the whole, what works in none", () => {
    expect(new Set([...model.practices.keys(), ...model.setAside!.keys()])).toEqual(
      new Set(practices.map(({ id }) => id)),
    );
    for (const { id, kind, planned } of practices) {
      if (kind === "resource") expect(model.setAside!.get(id)!.why, id).toBe("resource");
      else if (planned) expect(model.setAside!.get(id)!.why, id).toBe("planned");
    }
    const whyOf = (id: string) => model.setAside!.get(id)?.why;
    expect(whyOf("cities-of-migration-newsletter")).toBe("resource");
    expect(whyOf("kuala-lumpur-pro-bono-legal-aid-clinic")).toBe("planned");
    expect(whyOf("auckland-plan")).toBe("whole");
    expect(whyOf("athens-network-exchange")).toBe("no-dimension");
    expect(whyOf("dortmund-politik-mit-wirkung")).toBeUndefined();
  });

  it("has a cost exactly where a row of the table funding gives one", () => {
    const documented = [...model.practices].filter(([, { cost }]) => cost !== null).map(([id]) => id);
    const paid = new Set(rowsOf("funding").map((row) => row["practice_id"]));
    for (const id of documented) expect(paid).toContain(id);
  });

  it("leaves out a practice without a dimension", () => {
    const [first] = practices;
    expect(adoptablesOf([{ ...first!, dimensions: [], cost: null }]).size).toBe(0);
  });
});
