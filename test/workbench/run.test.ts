import { describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { run } from "../../src/workbench/run.js";
import { model, valueOf } from "../support/model/real-model.js";

describe("run(model, document, before)", () => {
  const before = valueOf(
    run(model, { ...untouched, levers: [{ kind: "funding", city: "rotterdam", change: -0.5 }] }),
  );
  const changes: [string, Partial<ScenarioDocument>, boolean][] = [
    ["levers alone", { levers: [] }, true],
    ["the city in view", { view: { city: "lisbon" } }, true],
    ["the years ahead", { horizon: 9 }, false],
    ["the target", { target: { kind: "best" } }, false],
    ["how costs are taken", { costing: "by-dimension" }, false],
    ["an assumption", { overrides: { "cost-legal": { central: 1000 } } }, false],
  ];

  it.each(changes)("gives after a change of %s what it gives without a view before", (_what, part, again) => {
    const document = { ...before.document, ...part };
    const after = valueOf(run(model, document, before));
    expect(after).toEqual(valueOf(run(model, document)));
    expect(after.baseline === before.baseline).toBe(again);
  });
});
