import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Model } from "../../src/model/model.js";
import { dimensions } from "../../src/model/names.js";
import { costings } from "../../src/model/choices.js";
import type { Band } from "../../src/model/percentiles.js";
import type { Scenario } from "../../src/model/scenario.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { anyOwnRun, anyRun } from "../support/model/any-run.js";
import { near } from "../support/model/near.js";
import { plainBand, plainDraws } from "../support/model/plain-draws.js";
import type { PlainYear } from "../support/model/plain-year.js";
import { model as realModel, valueOf } from "../support/model/real-model.js";

/** Compares the percentiles of every result over the draws. */
function compareDraws(model: Model, scenario: Scenario, draws: number, seed: number) {
  const plain = plainDraws(model, scenario, draws, seed);
  const lastOf = (years: readonly PlainYear[]) => years.at(-1)!;
  const goal = 0.75;
  const found = valueOf(uncertainty(model, scenario, { draws, seed, goals: [{ coverage: goal }] }));
  const band = (
    what: string,
    given: Band,
    of: (draw: (typeof plain)[number]) => number,
    scale: (draw: (typeof plain)[number]) => number = () => 1,
  ) => {
    const expected = plainBand(plain.map(of));
    const size = Math.max(...plain.map(scale));
    for (const p of ["p10", "p50", "p90"] as const) near(given[p], expected[p], size, `${what}, ${p}`);
  };
  const total = ({ years, before }: (typeof plain)[number]) =>
    Math.max(lastOf(years).cost.total, lastOf(before).cost.total);
  found.years.forEach((year, t) => {
    band("K", year.coverage, ({ years }) => years[t]!.coverage);
    band("Gini", year.inequality, ({ years }) => years[t]!.inequality);
    band(
      "total",
      year.total,
      ({ years }) => years[t]!.cost.total,
      ({ years }) => years[t]!.cost.total,
    );
    band(
      "public",
      year.public,
      ({ years }) => years[t]!.cost.public,
      ({ years }) => years[t]!.cost.total,
    );
  });
  band("K", found.all.coverage, ({ years }) => lastOf(years).coverage);
  band(
    "change of K",
    found.all.coverageChange,
    ({ years, before }) => lastOf(years).coverage - lastOf(before).coverage,
  );
  band(
    "change of public cost",
    found.all.publicChange,
    ({ years, before }) => lastOf(years).cost.public - lastOf(before).cost.public,
    total,
  );
  found.cities.forEach((city, c) => {
    const own = (years: readonly PlainYear[]) => lastOf(years).cities[c]!;
    band("K of a city", city.coverage, ({ years }) => own(years).cityCoverage);
    band(
      "change of K of a city",
      city.coverageChange,
      ({ years, before }) => own(years).cityCoverage - own(before).cityCoverage,
    );
    band("total of a city", city.total, ({ years }) => own(years).cost.total, total);
    band(
      "change of the total of a city",
      city.totalChange,
      ({ years, before }) => own(years).cost.total - own(before).cost.total,
      total,
    );
    dimensions.forEach((dimension, d) => {
      const cell = c * dimensions.length + d;
      const kappa = (years: readonly PlainYear[]) => own(years).coverage[d]!;
      if (Number.isNaN(kappa(plain[0]!.years))) return;
      band(`κ ${dimension}`, found.coverage[cell]!, ({ years }) => kappa(years));
      band(
        `n ${dimension}`,
        found.initiatives[cell]!,
        ({ years }) => own(years).initiatives[d]!,
        ({ years }) => own(years).initiatives[d]!,
      );
    });
  });
  const sum = (years: readonly PlainYear[]) => years.reduce((all, { discounted }) => all + discounted, 0);
  band(
    "discounted",
    found.discounted,
    ({ years }) => sum(years),
    ({ years }) => sum(years),
  );
  const levels = plain.map(({ years }) => lastOf(years).coverage);
  if (levels.every((level) => Math.abs(level - goal) > 1e-7))
    expect(found.chances[0]).toBeCloseTo(levels.filter((level) => level > goal).length / draws, 12);
}

describe("draws", () => {
  it("agree with the plain ones, draw by draw, whatever is chosen", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.constantFrom(...costings),
        fc.constantFrom(1, 2, 7, 12),
        fc.integer({ min: 0, max: 0xffffffff }),
        ({ model, scenario }, costing, draws, seed) => {
          compareDraws(model, { ...scenario, costing }, draws, seed);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("agree where a reader changed who lives in a city and what was found of it", () => {
    const [city, other] = realModel.baseline.cities as [string, string];
    compareDraws(
      realModel,
      {
        levers: [{ kind: "funding", city, change: -0.5 }],
        counts: "uncertain",
        weighting: "migrants",
        target: { kind: "upper-quartile", per: "residents" },
        overrides: {
          [`found-${city}`]: { central: 0.4 },
          [`found-${other}`]: { central: 1 },
          [`residents-${city}`]: { central: 2_000_000 },
          [`migrant-share-${other}`]: { central: 0.3 },
        },
      },
      40,
      9,
    );
  });

  it("agree for a reader's own city, where nothing was missed", () => {
    fc.assert(
      fc.property(anyOwnRun, fc.integer({ min: 0, max: 99 }), (scenario, seed) => {
        compareDraws(realModel, scenario, 5, seed);
      }),
      { numRuns: 60 },
    );
  });
});
