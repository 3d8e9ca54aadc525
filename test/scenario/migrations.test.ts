import { describe, expect, test } from "vitest";
import { dimensions, partnershipTypes } from "../../src/model/names.js";
import { leverKinds } from "../../src/model/levers/lever-kinds.js";
import { presets } from "../../src/model/presets.js";
import { migrated, migrations, type Migration } from "../../src/scenario/migrations.js";
import { readRecord } from "../../src/scenario/read-record.js";
import { recordOf } from "../../src/scenario/record.js";
import { renamed, renames, type Renames } from "../../src/scenario/renames.js";
import { schemaVersion } from "../../src/scenario/versions.js";
import { model } from "../support/model/real-model.js";
import { cut, today } from "../support/model/any-document.js";

describe("migrated", () => {
  // Two made-up steps: shares were once percent, and the horizon was once called years.
  const steps: Migration[] = [
    { from: 1, migrate: ({ percent, ...rest }) => ({ ...rest, share: (percent as number) / 100 }) },
    { from: 2, migrate: ({ years, ...rest }) => ({ ...rest, horizon: years }) },
  ];

  test("takes a record through every step from its version to the present", () => {
    const first = Object.freeze({ schemaVersion: 1, percent: 40, years: 7 });
    expect(migrated(first, steps, 3)).toEqual({
      ok: true,
      value: { schemaVersion: 3, share: 0.4, horizon: 7 },
    });
    const second = { schemaVersion: 2, share: 0.4, years: 7 };
    expect(migrated(second, steps, 3)).toEqual(migrated(first, steps, 3));
    expect(migrated({ schemaVersion: 3, share: 1 }, steps, 3)).toEqual({
      ok: true,
      value: { schemaVersion: 3, share: 1 },
    });
  });

  test("says when a record is newer, too old, damaged, or none", () => {
    const messageOf = (record: unknown, list = steps) => {
      const outcome = migrated(record, list, 3);
      return outcome.ok ? "" : outcome.faults[0]!.message;
    };
    expect(messageOf({ schemaVersion: 4 })).toMatch(
      /newer Arrivals \(scenario version 4, this page reads up to 3\)/,
    );
    expect(messageOf({ schemaVersion: 1 }, steps.slice(1))).toMatch(/version 1 can no longer be read/);
    const throwing: Migration[] = [{ from: 2, migrate: () => JSON.parse("{") as never }];
    expect(messageOf({ schemaVersion: 2 }, throwing)).toMatch(/version 2 is damaged/);
    for (const version of [undefined, null, 0, -1, 1.5, Infinity, "1"])
      expect(messageOf({ schemaVersion: version })).toMatch(/which version/);
    for (const none of [null, undefined, 3, "x", []]) expect(messageOf(none)).toMatch(/does not hold/);
  });

  test("has a step from every version but the present", () => {
    expect(migrations.map(({ from }) => from)).toEqual(
      Array.from({ length: schemaVersion - 1 }, (_, i) => i + 1),
    );
  });
});

describe("renamed", () => {
  const none: Renames = {
    cities: new Map(),
    dimensions: new Map(),
    partnershipTypes: new Map(),
    assumptions: new Map(),
    levers: new Map(),
    presets: new Map(),
    practices: new Map(),
  };
  const table: Renames = {
    ...none,
    cities: new Map([["rotterdam-nl", "rotterdam-old"], ["rotterdam-old", "rotterdam"]]), // prettier-ignore
    dimensions: new Map([["civic", "political"]]),
    partnershipTypes: new Map([["ppp", "public-private"]]),
    assumptions: new Map([["leak", "pass-through"]]),
    levers: new Map([["money", "funding"]]),
    presets: new Map([["dutch-cut", "rotterdam-cut"]]),
    practices: new Map([["chicago-working-groups", "chicago-ibic-chamber-advocacy"]]),
  };
  const present = JSON.stringify(
    recordOf(
      {
        ...cut,
        levers: [
          { kind: "funding", city: "rotterdam", change: 0.5, spend: "weights", weights: { political: 2 } },
          { kind: "initiatives", city: "rotterdam", dimension: "political", initiatives: 3 },
          { kind: "partnerships", city: "all", type: "public-private", partnerships: 3 },
          { kind: "practice", city: "rotterdam", practice: "chicago-ibic-chamber-advocacy" },
          { kind: "practice", city: "all", practice: "rotterdam-radar" },
        ],
        target: {
          kind: "own",
          initiatives: { social: 1, cultural: 1, legal: 1, political: 4, economic: 1 },
        },
        overrides: {
          "pass-through": { central: 0.9 },
          "cost-political": { central: 50_000 },
          "public-share-rotterdam": { central: 0.6 },
        },
        view: { city: "rotterdam" },
        preset: "rotterdam-cut",
      },
      today,
    ),
  );
  const old = JSON.parse(
    present
      .replaceAll('"rotterdam"', '"rotterdam-nl"')
      .replaceAll("public-share-rotterdam", "public-share-rotterdam-nl")
      .replaceAll(/(?<!new )political/g, "civic")
      .replaceAll('"public-private"', '"ppp"')
      .replaceAll("pass-through", "leak")
      .replaceAll('"funding"', '"money"')
      .replaceAll("rotterdam-cut", "dutch-cut")
      .replaceAll("chicago-ibic-chamber-advocacy", "chicago-working-groups"),
  );

  test("gives every id of an old record its name of today, through chains of renames", () => {
    expect(JSON.stringify(old)).not.toMatch(/"political"|"rotterdam"|pass-through|mayor/);
    expect(old.basis.practices).toEqual({
      "chicago-working-groups": { dimensions: ["civic"], city: "chicago" },
      "rotterdam-radar": { dimensions: ["social"], city: "rotterdam-nl" },
    });
    expect(renamed(old, table)).toEqual(JSON.parse(present));
    expect(readRecord(renamed(old, table), model).ok).toBe(true);
    expect(readRecord(old, model).ok).toBe(false);
  });

  test("keeps the newer of two, ends in a ring, and leaves what is damaged", () => {
    const both = { document: { overrides: { leak: { central: 0.1 }, "pass-through": { central: 0.9 } } } };
    expect(renamed(both, table)).toEqual({ document: { overrides: { "pass-through": { central: 0.9 } } } });
    const ring = { ...none, cities: new Map([["a", "b"], ["b", "a"]]) }; // prettier-ignore
    expect(() => renamed({ basis: { cities: ["a", "b"] } }, ring)).not.toThrow();
    for (const damaged of [
      { document: 3 },
      { basis: [] },
      { document: { levers: 1, view: null, target: [] } },
    ])
      expect(renamed(damaged, table)).toEqual(damaged);
  });

  test("the real table gives up no id that is in use, and leads only to ids that are", () => {
    const inUse: Record<keyof Renames, readonly string[]> = {
      cities: model.baseline.cities,
      dimensions,
      partnershipTypes,
      assumptions: model.assumptions.map(({ id }) => id),
      levers: Object.keys(leverKinds),
      presets: presets.map(({ id }) => id),
      practices: [...model.practices.keys()],
    };
    const faultsOf = (table: Renames) =>
      (Object.entries(table) as [keyof Renames, ReadonlyMap<string, string>][]).flatMap(([kind, names]) =>
        [...names].flatMap(([from, to]) => [
          ...(inUse[kind].includes(from) ? [`${from} is in use`] : []),
          ...(inUse[kind].includes(to) || names.has(to) ? [] : [`${to} is not in use`]),
        ]),
      );
    expect(faultsOf({ ...renames, cities: new Map([["lisbon", "lisboa"]]) })).toEqual([
      "lisbon is in use",
      "lisboa is not in use",
    ]);
    expect(faultsOf(renames)).toEqual([]);
  });
});
