import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { changeFrom } from "../../src/scenario-charts/change-from.js";
import { stepsOf } from "../../src/scenario-charts/draw-waterfall.js";
import { mostSteps } from "../../src/scenario-charts/draw-waterfall.js";
import { waterfall } from "../../src/scenario-charts/waterfall.js";
import { emptyPage } from "../support/page/page.js";
import { leversOf, viewOf, views } from "../support/page/views.js";

const draw = (view: ReturnType<typeof viewOf>) =>
  waterfall.draw!(waterfall.rows(view), { document: emptyPage(), width: 760, marks: noMarks }, view);

describe("waterfall", () => {
  it("goes from the mapping to the scenario, a step a lever, and the steps sum to the change", () => {
    const view = views["every city to the target"]!;
    const rows = waterfall.rows(view);
    expect(rows).toHaveLength(view.leverNames.length + 2);
    const sum = rows.slice(1, -1).reduce((total, row) => total + (row.change as number), 0);
    expect(sum).toBeCloseTo(rows.at(-1)!.change as number, 12);
    expect(rows.at(-2)!.coverage).toBeCloseTo(rows.at(-1)!.coverage as number, 12);
  });

  it("draws twelve steps at most: the least of sixteen levers are one", () => {
    const steps = stepsOf(waterfall.rows(views["every city to the target"]!));
    expect(steps.filter(({ kind }) => kind === "lever" || kind === "rest")).toHaveLength(mostSteps);
    const rest = steps.find(({ kind }) => kind === "rest")!;
    expect(rest.name).toBe("5 more");
    const sum = steps.slice(1, -1).reduce((total, { change }) => total + change!, 0);
    expect(sum).toBeCloseTo(steps.at(-1)!.change!, 12);
    expect(
      steps.filter(({ kind }) => kind === "lever").every(({ change }) => change! >= rest.change! / 5),
    ).toBe(true);
  });

  it("says in words that no lever is moved, and which levers change nothing", () => {
    expect(waterfall.title(views.untouched!)).toBe("No changes yet");
    expect(waterfall.words!(views.untouched!)).toEqual([
      "Move a lever to see its part of the change of coverage here.",
    ]);
    expect(waterfall.title(views["turned partnerships"]!)).toBe("What is changed leaves coverage at 83 %");
    expect(waterfall.words!(views["turned partnerships"]!)).toEqual(["7 levers do not change coverage."]);
  });

  it("follows the slider while the split is on its way, where levers are few", () => {
    const waiting = views["Rotterdam’s cut, ranges on their way"]!;
    expect(waiting.attribution).toBeNull();
    expect(waterfall.rows(waiting)).toEqual(waterfall.rows(views["Rotterdam’s cut"]!));
  });

  it("says plainly why a change cannot be split, and draws the whole change", () => {
    const lever = { kind: "initiatives", city: "nairobi", dimension: "economic", initiatives: 0.01 } as const;
    const view = viewOf({ levers: Array.from({ length: 13 }, () => lever) });
    expect(view.attribution).toMatchObject({ ok: false });
    expect(waterfall.words!(view)[0]).toMatch(
      /^The change cannot be split by lever: 13 levers act on Nairobi; .+\.$/,
    );
    expect(draw(view).querySelectorAll("rect")).toHaveLength(1);
    const waiting = { ...view, attribution: null };
    expect(waterfall.words!(waiting)).toEqual(["The change is being split among 13 levers."]);
    expect(draw(waiting).outerHTML).not.toMatch(/NaN|undefined/);
  });

  it("is of the city in view", () => {
    const view = viewOf({ levers: leversOf("rotterdam-cut"), view: { city: "rotterdam" } });
    expect(waterfall.title(view)).toBe(
      "Coverage in Rotterdam falls from 69 % to 23 %: all of it from “Public funding, Rotterdam: −100 %”",
    );
    const elsewhere = viewOf({ levers: leversOf("rotterdam-cut"), view: { city: "lisbon" } });
    expect(waterfall.words!(elsewhere)).toEqual([
      "“Public funding, Rotterdam: −100 %” does not change coverage here.",
    ]);
  });
});

describe("where a change comes from", () => {
  const from = (...parts: number[]) => changeFrom(parts, ["A", "B", "C", "D", "E"]);

  it("is all of it where no other lever changes anything", () => {
    expect(from(0, -0.4, 0)).toBe("all of it from “B”");
    expect(from(0.2, 1e-12)).toBe("all of it from “A”");
  });

  it("is most of it above a half alone", () => {
    expect(from(0.1, 0.51, 0.39)).toBe("most of it from “B”");
    expect(from(0.2, 0.4, 0.3, 0.1)).toBe("“B” and “C” most");
    expect(from(0.4, 0.2, 0.2, 0.2)).toBe("");
  });

  it("names two that are over a half together and near each other, and no third that ties with them", () => {
    expect(from(0.3, 0.3, 0.2, 0.1)).toBe("“A” and “B” most, as much each");
    expect(from(0.45, 0.2, 0.19, 0.16)).toBe("");
    expect(from(0.3, 0.3, 0.3, 0.1)).toBe("");
    expect(from(0.2, 0.19, 0.21, 0.18, 0.22)).toBe("");
  });

  it("tells parts of one size as such", () => {
    expect(from(0.2, 0.2)).toBe("half of it from “A”, half from “B”");
    expect(from(-0.1, -0.1, -0.1, -0.1)).toBe("as much from each of four levers");
  });

  it("leaves out what works against the change", () => {
    expect(from(-0.2, 0.5, 0.1)).toBe("most of it from “B”");
    expect(from(0.5, -0.5)).toBe("");
  });
});

describe("the title of the waterfall", () => {
  it("names both of two levers that do the same", () => {
    const levers = (["political", "legal"] as const).map((dimension) => ({
      ...{ kind: "initiatives" as const, city: "lisbon", dimension, initiatives: 0.05 },
    }));
    const view = viewOf({ levers, target: { kind: "best" }, view: { city: "lisbon" } });
    const parts = view.attribution?.ok ? view.attribution.value.levers : [];
    expect(waterfall.title(view)).toMatch(/^Coverage in Lisbon rises from [\d.]+ % to [\d.]+ %: /);
    expect(waterfall.title(view)).toContain(changeFrom(parts, view.leverNames));
    expect(changeFrom(parts, view.leverNames)).not.toBe("");
  });
});
