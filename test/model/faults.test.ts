import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultWords, faultsWords } from "../../src/components/fault-words.js";
import { leverKinds, mostLevers, type Lever } from "../../src/model/levers/lever-kinds.js";
import { timingRanges } from "../../src/model/levers/timing.js";
import { outOfRange } from "../../src/model/out-of-range.js";
import { prepare, readModel, type Scenario } from "../../src/model/scenario.js";
import { simulate } from "../../src/model/simulate.js";
import { toldLevers } from "../../src/scenario/told-levers/told-levers.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { model, rowsOf } from "../support/model/real-model.js";

const faultsOf = (scenario: unknown) => {
  const outcome = prepare(model, scenario as Scenario);
  return outcome.ok ? [] : outcome.faults;
};
const ofLever = (lever: object) =>
  faultsOf({ levers: [{ kind: "funding", city: "lisbon", change: 0, ...lever }] });

describe("a scenario that is not sound", () => {
  it.each([
    [{ change: -1.01 }, "out-of-range", "change"],
    [{ change: 1.01 }, "out-of-range", "change"],
    [{ change: Number.NaN }, "out-of-range", "change"],
    [{ change: "1" }, "out-of-range", "change"],
    [{ change: undefined }, "out-of-range", "change"],
    [{ start: 11 }, "out-of-range", "start"],
    [{ ramp: -1 }, "out-of-range", "ramp"],
    [{ city: "atlantis" }, "unknown-city", "city"],
    [{ city: "__proto__" }, "unknown-city", "city"],
    [{ city: undefined }, "unknown-city", "city"],
    [{ city: "amman" }, "city-without-mapping", "city"],
    [{ kind: "tax" }, "unknown-lever", "kind"],
    [{ kind: "constructor" }, "unknown-lever", "kind"],
    [{ spend: "at once" }, "unknown-spending", "spend"],
    [{ spend: "weights" }, "no-weights", "weights"],
    [{ spend: "weights", weights: { social: 0 } }, "no-weights", "weights"],
    [{ spend: "weights", weights: { social: -1 } }, "out-of-range", "weights.social"],
    [{ kind: "initiatives", dimension: "social", initiatives: 21 }, "out-of-range", "initiatives"],
    [{ kind: "initiatives", dimension: "housing", initiatives: 1 }, "unknown-dimension", "dimension"],
    [{ kind: "partnerships", type: "secret", partnerships: 1 }, "unknown-partnership-type", "type"],
    [{ kind: "turned", share: 1.5 }, "out-of-range", "share"],
    [{ kind: "practice", practice: "clam" }, "unknown-practice", "practice"],
    [{ kind: "practice", practice: "constructor" }, "unknown-practice", "practice"],
    [{ kind: "practice", practice: undefined }, "unknown-practice", "practice"],
  ])("with %j has the fault %s at %s", (lever, kind, field) => {
    expect(ofLever(lever)).toMatchObject([{ kind, field, lever: 0 }]);
  });

  it("is told in words with the value and what is allowed", () => {
    expect(faultsWords(ofLever({ change: 4 }))).toBe(
      "change must lie between -1 and 1 (share of the public funding at the mapping), not 4",
    );
    expect(faultsWords(ofLever({ city: "amman" }))).toBe(
      "Amman cannot be simulated: its initiatives and partnerships were not mapped",
    );
  });

  it.each([
    [{ levers: null }, "levers-not-listed"],
    [{ levers: [null] }, "unknown-lever"],
    [{ levers: Array.from({ length: mostLevers + 1 }, () => ({})) }, "too-many-levers"],
    [{ levers: [], horizon: 0 }, "out-of-range"],
    [{ levers: [], horizon: 11 }, "out-of-range"],
    [{ levers: [], horizon: 2.5 }, "out-of-range"],
    [{ levers: [], target: { kind: "worst" } }, "unknown-target"],
    [{ levers: [], target: 7 }, "unknown-target"],
    [{ levers: [], target: { kind: ["median"] } }, "unknown-target"],
    [{ levers: [], target: { kind: { toString: 1, valueOf: 1 } } }, "unknown-target"],
    [
      {
        levers: [],
        target: {
          kind: "own",
          initiatives: { social: -1, cultural: 0, legal: 0, political: 0, economic: 0 },
        },
      },
      "out-of-range",
    ],
    [{ levers: [], overrides: { "pass-through": { central: 2 } } }, "out-of-range"],
    [{ levers: [], overrides: { "pass-through": { central: { toString: 1, valueOf: 1 } } } }, "out-of-range"],
  ])("%j: %s", (scenario, kind) => {
    expect(faultsOf(scenario).map(({ kind }) => kind)).toEqual([kind]);
  });

  it("names every fault at once", () => {
    const levers = [
      { kind: "funding", city: "paris", change: 3 },
      { kind: "turned", city: "lisbon", share: -1 },
    ];
    expect(faultsOf({ levers, horizon: 99 }).map(({ kind, lever }) => [kind, lever])).toEqual([
      ["city-without-mapping", 0],
      ["out-of-range", 0],
      ["out-of-range", 1],
      ["out-of-range", undefined],
    ]);
  });

  it("never throws, whatever it is made of", () => {
    const lever = fc.record(
      {
        kind: fc.oneof(fc.constantFrom(...Object.keys(leverKinds)), fc.anything()),
        city: fc.oneof(fc.constantFrom("all", "lisbon", "paris"), fc.anything()),
        change: fc.oneof(fc.double(), fc.anything()),
        spend: fc.oneof(fc.constantFrom("gap-first", "weights"), fc.anything()),
        weights: fc.anything(),
        dimension: fc.anything(),
        practice: fc.oneof(fc.constantFrom(...model.practices.keys(), "clam"), fc.anything()),
        initiatives: fc.anything(),
        start: fc.anything(),
        ramp: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const anything = fc.record(
      {
        levers: fc.oneof(fc.array(fc.oneof(lever, fc.anything())), fc.anything()),
        horizon: fc.anything(),
        target: fc.anything(),
        overrides: fc.oneof(fc.object(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (scenario) => {
        expect(() => simulate(model, scenario as unknown as Scenario)).not.toThrow();
        expect(() => uncertainty(model, scenario as unknown as Scenario, { draws: 2 })).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe("leverKinds", () => {
  it("start where nothing changes, inside their range, with a step that fits into it", () => {
    for (const range of [...Object.values(leverKinds), ...Object.values(timingRanges)]) {
      expect(outOfRange(range.default, range, "default")).toBeNull();
      const steps = (range.maximum - range.minimum) / range.step;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
    }
  });

  it("cite documents of the evidence", () => {
    const known = rowsOf("sources").map((row) => row["source_id"]);
    for (const { example } of Object.values(toldLevers)) expect(known).toContain(example.source_id);
  });

  it("may stand at either end", () => {
    const levers: Lever[] = [
      { kind: "funding", city: "all", change: 1 },
      { kind: "funding", city: "all", change: -1 },
      { kind: "initiatives", city: "lisbon", dimension: "legal", initiatives: 20 },
      { kind: "turned", city: "lisbon", share: 1, start: 10, ramp: 10 },
    ];
    expect(faultsOf({ levers })).toEqual([]);
  });
});

describe("readModel(rows)", () => {
  const rows = Object.fromEntries([...evidence].map(([name, { rows }]) => [name, rows])) as never;

  it("names each count that a mapped city lacks: missing is not zero", () => {
    const outcome = readModel({
      ...(rows as Parameters<typeof readModel>[0]),
      initiatives: rowsOf("initiatives").filter(
        (row) => row["city_id"] !== "lisbon" || row["dimension"] !== "legal",
      ),
    });
    expect(outcome.ok ? [] : outcome.faults.map(faultWords)).toEqual([
      "there is no count of initiatives for Lisbon, legal",
      "there is no count of actors for Lisbon, legal",
    ]);
  });
});
