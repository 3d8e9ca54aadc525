import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { lastYear } from "../../src/model/last-year.js";
import { leverKinds } from "../../src/model/levers/lever-kinds.js";
import { presets } from "../../src/model/presets.js";
import { modelOfBasis } from "../../src/scenario/basis.js";
import { scenarioOf, type ScenarioDocument } from "../../src/scenario/document.js";
import { decodeScenario } from "../../src/scenario/link.js";
import { documentThen } from "../../src/scenario/older-model.js";
import { withOverrides } from "../../src/model/assumptions.js";
import { modelVersion, versionOf } from "../../src/scenario/versions.js";
import { model, valueOf } from "../support/model/real-model.js";
import { today } from "../support/model/any-document.js";

// Links that were published, each with what it means. Files are only ever added here: one that no longer opens, or
// opens as something else, is a promise broken, and what broke it wants a migration, a rename or a new version of
// the model, not a new file in its place.
const folder = new URL("links/", import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.slice(0, -4));

interface Expected {
  name?: string;
  coverage: number;
  document: ScenarioDocument;
}
const expected = (file: string) =>
  JSON.parse(readFileSync(new URL(`${file}.json`, folder), "utf8")) as Expected;

describe("published links", () => {
  test.each(files)("%s", (file) => {
    const opening = decodeScenario(readFileSync(new URL(`${file}.txt`, folder), "utf8"), today);
    if (!opening.ok) throw new Error(faultsWords(opening.faults));
    const { name, coverage, document } = expected(file);
    // A story may be rewritten or taken away; the scenario under it may not change.
    // What can no longer be adopted is left out, and the notes say so; all else is as it was.
    const aside = document.levers.filter(
      (lever) => lever.kind === "practice" && model.setAside!.has(lever.practice),
    );
    const levers = document.levers.filter((lever) => !aside.includes(lever));
    const { record } = opening.value;
    const then = valueOf(modelOfBasis(record.basis, model, versionOf(record)));
    const again = documentThen(record, then);
    expect({ ...again, overrides: {}, preset: undefined }).toEqual({
      ...document,
      levers,
      overrides: {},
      preset: undefined,
    });
    // An older record's changes of assumptions are told in full: they come to the same.
    expect(valueOf(withOverrides(then.assumptions, again.overrides))).toEqual(
      valueOf(withOverrides(then.assumptions, document.overrides)),
    );
    for (const lever of aside)
      expect(opening.value.notes.join(" ")).toContain(
        model.setAside!.get(lever.kind === "practice" ? lever.practice : "")!.name,
      );
    expect(record.name).toBe(name);
    expect(record.coverage).toBe(coverage);
    // By the version of the model that it was made with, on its own evidence: for ever what it was.
    expect(
      valueOf(lastYear(then, scenarioOf({ ...again, levers: document.levers }), { kind: "coverage" })),
    ).toBeCloseTo(coverage, 12);
    // And it runs today, and says what changed.
    expect(lastYear(model, scenarioOf(opening.value.document), { kind: "coverage" }).ok).toBe(true);
    if (record.modelVersion !== modelVersion)
      expect(opening.value.differences.sentences.join(" ")).toMatch(
        /Made with version 1 of the model on data \w+, and run with version 2 on today's: coverage was [\d.]+, and is [\d.]+\. Version 2 takes one cost .* By version 1 it cost €.* a year, €.* of it public; by version 2 it costs €/,
      );
  });

  test("tell of a practice that can no longer be adopted, by its name and why", () => {
    const notes = files.flatMap((file) => {
      const opening = decodeScenario(readFileSync(new URL(`${file}.txt`, folder), "utf8"), today);
      return opening.ok ? opening.value.notes : [];
    });
    expect(notes).toContain(
      "It adopts “IBIC and Mayor's Office: working groups”, which is exchange, research or work of which no field is known, and adds to no dimension; it is left out, also where then and now are compared.",
    );
  });

  test("hold every kind of lever, every preset, and each thing that can be set", () => {
    const documents = files.map((file) => expected(file).document);
    const levers = documents.flatMap((d) => d.levers);
    expect(new Set(levers.map(({ kind }) => kind))).toEqual(new Set(Object.keys(leverKinds)));
    expect(new Set(documents.map((d) => d.target.kind)).size).toBe(4);
    for (const { id } of presets) expect(documents.map((d) => d.preset)).toContain(id);
    expect(documents.some((d) => Object.keys(d.overrides).length > 2)).toBe(true);
    expect(documents.some((d) => d.view.city !== "all")).toBe(true);
    expect(documents.some((d) => d.horizon === 10 && d.levers.length > 0)).toBe(true);
    expect(files.length).toBeGreaterThanOrEqual(19);
  });
});
