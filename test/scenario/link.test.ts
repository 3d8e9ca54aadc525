import fc from "fast-check";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { compareVersions } from "../../src/model/compare-versions.js";
import { mostLevers } from "../../src/model/levers/lever-kinds.js";
import { simulate } from "../../src/model/simulate.js";
import { pack, unpack } from "../../src/scenario/pack.js";
import { basisOf, modelOfBasis } from "../../src/scenario/basis.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import {
  decodeScenario,
  encodeScenario,
  openHash,
  scenarioHash,
  scenarioText,
} from "../../src/scenario/link.js";
import { dictionaries } from "../../src/scenario/link-dictionary.js";
import { model, valueOf } from "../support/model/real-model.js";
import { anyDocument, cut, today } from "../support/model/any-document.js";

/** What a link opens as, when it does. */
function opened(text: string) {
  const opening = decodeScenario(text, today);
  if (!opening.ok) throw new Error(faultsWords(opening.faults));
  return opening.value;
}

describe("a link", () => {
  test("opens as the document it was made of, without a word", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const opening = opened(encodeScenario(document, today));
        expect(opening.document).toEqual(document);
        expect(opening.notes).toEqual([]);
        expect(opening.differences.sentences).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same for the same scenario, whatever the order of its fields", () => {
    const turned = Object.fromEntries(
      Object.entries({ ...cut, levers: [{ change: -0.5, city: "rotterdam", kind: "funding" }] }).reverse(),
    ) as unknown as ScenarioDocument;
    expect(encodeScenario(turned, today)).toBe(encodeScenario(cut, today));
  });

  test("is short, of letters that stand in any address", () => {
    const small = encodeScenario(cut, today);
    expect(small).toMatch(/^[\w-]+$/);
    expect(small.length).toBeLessThan(150);
  });

  test("that adopts practices carries what the model reads of them, and of no others", () => {
    const levers = [
      { kind: "practice" as const, city: "lisbon", practice: "barcelona-anti-rumour-strategy" },
      { kind: "practice" as const, city: "all", practice: "auckland-new-kiwis" },
      { kind: "practice" as const, city: "chicago", practice: "auckland-new-kiwis", start: 3 },
    ];
    const link = encodeScenario({ ...untouched, levers }, today);
    expect(link.length).toBeLessThan(420);
    const { document, record } = opened(link);
    expect(document.levers).toEqual(levers);
    expect(record.basis.practices).toEqual({
      "auckland-new-kiwis": {
        dimensions: model.practices.get("auckland-new-kiwis")!.dimensions,
        city: "auckland",
      },
      "barcelona-anti-rumour-strategy": {
        dimensions: model.practices.get("barcelona-anti-rumour-strategy")!.dimensions,
        cost: 245_000,
        city: "barcelona",
      },
    });
  });

  test("is packed to the letter as it was when it was published, by the dictionary of then", () => {
    const published = readFileSync(new URL("links/funding-cut.txt", import.meta.url), "utf8").trim();
    expect(pack(valueOf(unpack(published)), 1)).toBe(published);
  });

  test("of the fullest scenario opens too", () => {
    const levers = Array.from({ length: mostLevers }, (_, i) => ({
      kind: "funding" as const,
      city: "kuala-lumpur",
      change: Math.sin(i) / 2,
      spend: "weights" as const,
      weights: { social: Math.sqrt(i + 1), cultural: 1 / (i + 3), legal: 1, political: 2, economic: 3 },
      start: i % 11,
      ramp: (i * 3) % 11,
    }));
    const full = encodeScenario({ ...untouched, levers }, today);
    expect(opened(full).document.levers).toEqual(levers);
    expect(full.length).toBeLessThan(20_000);
  });

  test("that a mail broke into lines, or ended with a full stop, opens", () => {
    const text = encodeScenario(cut, today);
    expect(opened(`${text.slice(0, 40)}\r\n ${text.slice(40)}.`).document).toEqual(cut);
    expect(opened(`${text}>)`).document).toEqual(cut);
  });

  test("has its place in the hash of an address", () => {
    const hash = scenarioHash(cut, today);
    expect(openHash(hash, today)).toMatchObject({ ok: true, value: { document: cut } });
    expect(openHash(`#panel=find&${hash.slice(1)}&more`, today)).toMatchObject({
      ok: true,
      value: { document: cut },
    });
    for (const other of ["", "#", "#find", "#ds=1", "#x=1"]) expect(openHash(other, today)).toBeNull();
    expect(["#s=1&figure=x", "s=1", "#s=1&s=2", "#ds=1&s=3", "#ds=1"].map(scenarioText)).toEqual([
      ...["1", "1", "2", "3", null],
    ]);
    expect(openHash("#s=", today)).toEqual({ ok: false, faults: [{ message: "it is empty" }] });
  });

  test("carries a name as text, on one line, of at most 80 letters", () => {
    const named = (name: string) => opened(encodeScenario(cut, today, name)).record.name;
    expect(named("  <script>alert(1)</script>\n twice ")).toBe("<script>alert(1)</script> twice");
    expect(named("é".repeat(200))).toBe("é".repeat(80));
    expect(named("🎈".repeat(200))).toBe("🎈".repeat(80));
    expect(named("a\u202Eb\u0000c\uD800d")).toBe("abcd");
    expect(named(" \n ")).toBeUndefined();
  });

  test("keeps a preset's story beside the preset's own levers alone", () => {
    const open = (document: ScenarioDocument) => opened(encodeScenario(document, today));
    const told = open({ ...cut, preset: "rotterdam-cut" });
    expect(told.document).toEqual(cut);
    expect(told.notes).toEqual([expect.stringContaining("that story is left out")]);
    expect(open({ ...cut, preset: "atlantis" }).notes).toEqual([expect.stringContaining("“atlantis”")]);
  });

  test("that shows an unknown city shows all, and says so", () => {
    const opening = opened(encodeScenario({ ...cut, view: { city: "atlantis" } }, today));
    expect(opening.document).toEqual(cut);
    expect(opening.notes).toEqual([expect.stringContaining("“atlantis”")]);
  });
});

describe("modelOfBasis", () => {
  test("gives the model back to the last bit", () => {
    const again = valueOf(modelOfBasis(basisOf(model, []), model));
    // Of which round the counts were, and of practices that cannot be adopted, a basis does not tell.
    expect(again).toEqual({
      ...model,
      baseline: { ...model.baseline, rounds: undefined },
      setAside: undefined,
    });
    expect(simulate(again, scenarioOf(cut))).toEqual(simulate(model, scenarioOf(cut)));
  });

  test("does without today's names, and says which assumption is nowhere", () => {
    const basis = basisOf(model, []);
    const moved = {
      ...basis,
      cities: basis.cities.map((city) => (city === "lisbon" ? "atlantis" : city)),
    };
    const ofAtlantis = ["price-level-atlantis", "public-share-atlantis", "discount-rate-atlantis"];
    expect(modelOfBasis(moved, model)).toMatchObject({
      ok: false,
      faults: [{ kind: "missing-assumptions-then", assumptions: ofAtlantis }],
    });
    const whole = {
      ...moved,
      assumptions: {
        ...basis.assumptions,
        ...Object.fromEntries(ofAtlantis.map((id) => [id, [0.1, 0.2, 0.3, "triangular"] as const])),
      },
    };
    const then = valueOf(modelOfBasis(whole, model));
    expect(then.baseline.names.get("atlantis")).toBe("atlantis");
    expect(simulate(then, { levers: [{ kind: "funding", city: "atlantis", change: -1 }] }).ok).toBe(true);
  });

  test("has a practice as it was told, and today's where it was not", () => {
    const levers = [{ kind: "practice" as const, city: "lisbon", practice: "auckland-new-kiwis" }];
    const basis = basisOf(model, levers);
    expect(valueOf(modelOfBasis(basis, model)).practices).toEqual(model.practices);
    const told = {
      ...basis,
      practices: { "auckland-new-kiwis": { dimensions: ["legal" as const], cost: 5 } },
    };
    const then = valueOf(modelOfBasis(told, model)).practices;
    expect(then.get("auckland-new-kiwis")).toEqual({
      name: "New Kiwis",
      dimensions: ["legal"],
      cost: 5,
      city: null,
    });
    expect(then.size).toBe(model.practices.size);
  });

  test("lets two links be compared: levers, assumptions and data sum to the difference", () => {
    const other: ScenarioDocument = { ...cut, overrides: { "pass-through": { central: 1 } } };
    const versionOf = (text: string) => {
      const { record } = opened(text);
      return {
        model: valueOf(modelOfBasis(record.basis, model)),
        scenario: scenarioOf(record.document),
      };
    };
    const split = valueOf(
      compareVersions(versionOf(encodeScenario(untouched, today)), versionOf(encodeScenario(other, today)), {
        kind: "coverage",
      }),
    );
    expect(split.choices).toBeLessThan(0);
    expect(split.data).toBe(0);
    expect(split.choices + split.assumptions + split.data).toBeCloseTo(split.after - split.before, 12);
  });
});

test("a dictionary that links were written with is as it was", () => {
  // Links of dictionary n can be read with its very letters alone: add one at the end, and a line here.
  const written = ["89f683b358f2fa4e", "8af54afcb75022cb"];
  const hashes = dictionaries.map((text) => createHash("sha256").update(text).digest("hex").slice(0, 16));
  expect(hashes).toEqual(written);
});
