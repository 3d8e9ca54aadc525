import { describe, expect, it } from "vitest";
import { presetLevers } from "../../src/model/preset-levers.js";
import { presets } from "../../src/model/presets.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate } from "../../src/model/simulate.js";
import { startOf } from "../../src/model/start.js";
import type { Target } from "../../src/model/targets.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";

const median: Target = { kind: "median" };
const leversOf = (id: string, target: Target = median) =>
  presetLevers(
    presets.find((preset) => preset.id === id)!,
    model.baseline,
    valueOf(startOf(model, { target })),
  );
const last = (scenario: Scenario) => valueOf(simulate(model, scenario)).years.at(-1)!;

describe("presets", () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s can be run and cites its document",
    (id, preset) => {
      expect(simulate(model, { levers: leversOf(id) }).ok).toBe(true);
      expect(rowsOf("sources").map((row) => row["source_id"])).toContain(preset.source_id);
      for (const { table, where, column, value } of preset.facts) {
        const found = rowsOf(table).filter((row) =>
          Object.entries(where).every(([name, is]) => row[name] === is),
        );
        expect(found.map((row) => row[column])).toEqual([value]);
      }
    },
  );

  it("have ids of their own", () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });

  it.each([median, { kind: "upper-quartile" }, { kind: "best" }] as Target[])(
    "every-city-to-target reaches the target $kind in every city",
    (target) => {
      const { coverage } = last({ levers: leversOf("every-city-to-target", target), target });
      expect(coverage).toBe(1);
    },
  );

  it("every-city-to-target goes no further than a lever can, however far the target", () => {
    const target: Target = {
      kind: "own",
      initiatives: { social: 100, cultural: 6, legal: 7, political: 1, economic: 30 },
    };
    const { cities } = last({ levers: leversOf("every-city-to-target", target), target });
    const rotterdam = cities.find(({ city }) => city === "rotterdam")!;
    expect(rotterdam.initiatives).toEqual([25, 6, 7, 1, 23]);
  });

  it("one-in-five-public-private brings every city there that has third–public partnerships enough", () => {
    const { cities } = last({ levers: leversOf("one-in-five-public-private") });
    for (const { publicPrivateShare } of cities)
      expect(publicPrivateShare).toBeGreaterThanOrEqual(0.2 - 1e-12);
    // Auckland was above before: 4 of 18.
    expect(cities[0]).toMatchObject({ city: "auckland", publicPrivateShare: 4 / 18 });
  });

  it("chicago-new-americans adds 26 initiatives by 2015", () => {
    const { years } = valueOf(simulate(model, { levers: leversOf("chicago-new-americans") }));
    const chicago = years.map(({ cities }) =>
      cities.find(({ city }) => city === "chicago")!.initiatives.reduce((a, b) => a + b, 0),
    );
    expect(chicago.slice(0, 4)).toEqual([28, 41, 54, 54]);
  });

  it("rotterdam-cut halves Rotterdam's public cost from 2014 and leaves every other city as it was", () => {
    const { years } = valueOf(simulate(model, { levers: leversOf("rotterdam-cut") }));
    expect(years[1]!.year).toBe(2014);
    for (const [c, city] of years[1]!.cities.entries())
      if (city.city === "rotterdam")
        expect(city.cost.public).toBeCloseTo(years[0]!.cities[c]!.cost.public / 2, 6);
      else expect(city.initiatives).toEqual(years[0]!.cities[c]!.initiatives);
  });

  it("brings no city up to a target of which only rounding leaves something", () => {
    const target: Target = { kind: "best", per: "residents" };
    const overrides = { "residents-auckland": { low: 110_000, central: 110_000, high: 110_000 } };
    const start = valueOf(startOf(model, { target, overrides }));
    const levers = presetLevers(
      presets.find(({ id }) => id === "every-city-to-target")!,
      model.baseline,
      start,
    );
    expect(levers.every((lever) => lever.kind === "initiatives" && lever.initiatives > 1e-9)).toBe(true);
    // Auckland's social initiatives are the most per head: it is its own target.
    expect(
      levers.some(
        (lever) => lever.kind === "initiatives" && lever.city === "auckland" && lever.dimension === "social",
      ),
    ).toBe(false);
  });
});
