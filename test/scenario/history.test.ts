import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { History, mostSteps } from "../../src/scenario/history.js";

const at = (horizon: number): ScenarioDocument => ({ ...untouched, horizon });

describe("History", () => {
  test("undo and redo walk over every step, each with its label", () => {
    const history = new History(untouched);
    expect([history.canUndo, history.canRedo, history.undoLabel, history.lastChange]).toEqual([
      false,
      false,
      null,
      null,
    ]);
    history.push(at(6), "Horizon: 6 years");
    history.push(at(7), "Horizon: 7 years");
    expect(history.undoLabel).toBe("Horizon: 7 years");
    expect(history.lastChange).toEqual({ before: at(6), after: at(7), label: "Horizon: 7 years" });
    expect(history.undo()).toEqual(at(6));
    expect([history.undoLabel, history.redoLabel]).toEqual(["Horizon: 6 years", "Horizon: 7 years"]);
    expect(history.lastChange?.after).toEqual(at(6));
    expect(history.undo()).toEqual(untouched);
    expect(history.undo()).toBeNull();
    expect(history.redo()).toEqual(at(6));
    expect(history.redo()).toEqual(at(7));
    expect(history.redo()).toBeNull();
    expect(history.current).toEqual(at(7));
  });

  test("a new step lets go of what was undone", () => {
    const history = new History(untouched);
    history.push(at(6), "6");
    history.undo();
    history.push(at(7), "7");
    expect(history.canRedo).toBe(false);
  });

  test("an equal document is no step, whatever the order of its fields", () => {
    const history = new History(untouched);
    history.push({ ...untouched }, "nothing");
    history.push(Object.fromEntries(Object.entries(untouched).reverse()) as never, "nothing");
    history.push({ ...untouched, preset: undefined }, "nothing");
    expect(history.canUndo).toBe(false);
  });

  test("the moves of one gesture are one step with the last label", () => {
    const history = new History(untouched);
    for (const h of [6, 7, 8]) history.push(at(h), `${h}`, { coalesce: "horizon" });
    expect(history.lastChange).toEqual({ before: untouched, after: at(8), label: "8" });
    expect(history.undo()).toEqual(untouched);
    expect(history.redo()).toEqual(at(8));
  });

  test("settle, another gesture and undo each end a gesture", () => {
    const history = new History(untouched);
    history.push(at(6), "6", { coalesce: "a" });
    history.settle();
    history.push(at(7), "7", { coalesce: "a" });
    history.push(at(8), "8", { coalesce: "b" });
    history.push(at(9), "9");
    history.push(at(10), "10", { coalesce: "b" });
    const seen = [];
    while (history.canUndo) seen.push(history.undo()!.horizon);
    expect(seen).toEqual([9, 8, 7, 6, 5]);
    history.redo();
    history.push(at(1), "1", { coalesce: "a" });
    expect(history.undo()).toEqual(at(6));
  });

  test("a gesture that ends where it began is no step, and keeps what could be redone", () => {
    const history = new History(untouched);
    history.push(at(6), "6");
    history.push(at(7), "7");
    history.undo();
    for (const h of [8, 9, 6]) history.push(at(h), `${h}`, { coalesce: "a" });
    expect([history.undoLabel, history.redoLabel]).toEqual(["6", "7"]);
    for (const h of [4, 3, 6]) history.push(at(h), `${h}`, { coalesce: "a" });
    expect([history.undoLabel, history.redoLabel]).toEqual(["6", "7"]);
    history.push(at(4), "4", { coalesce: "a" });
    expect([history.undoLabel, history.redoLabel]).toEqual(["4", null]);
  });

  test("keeps the last 200 steps", () => {
    const history = new History(untouched);
    for (let seed = 2; seed < 500; seed++) history.push({ ...untouched, seed }, `${seed}`);
    let steps = 0;
    while (history.undo()) steps++;
    expect(steps).toBe(mostSteps);
    expect(history.current.seed).toBe(499 - mostSteps);
  });

  test("whatever is pushed, undone and redone: undo goes back along the way that redo comes", () => {
    const deed = fc.oneof(
      fc.record({ horizon: fc.integer({ min: 1, max: 4 }), key: fc.constantFrom(undefined, "a", "b") }),
      fc.constantFrom("undo", "redo", "settle"),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const history = new History(untouched);
        for (const deed of deeds)
          if (deed === "undo") history.undo();
          else if (deed === "redo") history.redo();
          else if (deed === "settle") history.settle();
          else if (typeof deed === "object")
            history.push(at(deed.horizon), "x", deed.key ? { coalesce: deed.key } : {});
        const end = history.current;
        const way = [];
        let steps = 0;
        while (history.canUndo) {
          way.unshift(history.current);
          history.undo();
          steps++;
        }
        expect(history.current).toEqual(untouched);
        for (let i = 0; i < steps; i++) expect(history.redo()).toEqual(way[i]);
        expect(history.current).toEqual(end);
      }),
    );
  });
});
