import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { changeFrom } from "../../src/scenario-charts/change-from.js";
import { barsOf, mostBars } from "../../src/scenario-charts/draw-changes.js";
import { changeByLever } from "../../src/scenario-charts/change-by-lever.js";
import { emptyPage } from "../support/page/page.js";
import { leversOf, viewOf, views } from "../support/page/views.js";

const draw = (view: ReturnType<typeof viewOf>, width = 760) =>
  changeByLever.draw!(changeByLever.rows(view), { document: emptyPage(), width, marks: noMarks }, view);

describe("the change by lever", () => {
  it("goes from the mapping to the scenario, a step a lever, and the steps sum to the change", () => {
    const view = views["every city to the target"]!;
    const rows = changeByLever.rows(view);
    expect(rows).toHaveLength(view.leverNames.length + 2);
    const sum = rows.slice(1, -1).reduce((total, row) => total + (row.change as number), 0);
    expect(sum).toBeCloseTo(rows.at(-1)!.change as number, 12);
    expect(rows.at(-2)!.coverage).toBeCloseTo(rows.at(-1)!.coverage as number, 12);
  });

  it("draws a bar a lever, twelve at most, and one for all: the least of sixteen levers are one", () => {
    const bars = barsOf(changeByLever.rows(views["every city to the target"]!));
    const levers = bars.filter(({ kind }) => kind !== "all");
    expect(levers).toHaveLength(mostBars);
    const rest = bars.find(({ kind }) => kind === "rest")!;
    expect(rest.name).toBe("5 more levers");
    const sum = levers.reduce((total, { change }) => total + change!, 0);
    expect(bars.at(-1)).toMatchObject({ kind: "all", name: "All together: 83 % to 100 %" });
    expect(sum).toBeCloseTo(bars.at(-1)!.change!, 12);
    expect(
      bars.filter(({ kind }) => kind === "lever").every(({ change }) => change! >= rest.change! / 5),
    ).toBe(true);
  });

  it("starts every bar at the line of no change, on the side of its sign, as long as its change is large", () => {
    const levers = [
      ...leversOf("rotterdam-cut"),
      { kind: "initiatives", city: "auckland", dimension: "political", initiatives: 1 } as const,
    ];
    const view = viewOf({ levers });
    const picture = draw(view);
    const zeros = [...picture.querySelectorAll(".reference line")];
    const bars = barsOf(changeByLever.rows(view));
    expect(zeros).toHaveLength(bars.length);
    const zero = Number(zeros[0]!.getAttribute("x1"));
    const rects = [...picture.querySelectorAll("rect")].map((rect) => {
      const [x, width] = [Number(rect.getAttribute("x")), Number(rect.getAttribute("width"))];
      return x < zero - 0.2 ? [x + width, -width] : [x, width];
    });
    for (const [start] of rects) expect(start).toBeCloseTo(zero, 0);
    const unit = rects[0]![1]! / bars[0]!.change!;
    rects.forEach(([, length], i) => expect(length! / unit).toBeCloseTo(bars[i]!.change!, 3));
    expect(bars.map(({ change }) => Math.sign(change!))).toEqual([-1, 1, 1]);
  });

  it("writes names of levers whole, in as many lines as they need", () => {
    const view = viewOf({
      levers: [...leversOf("one-in-five-public-private"), ...leversOf("rotterdam-cut")],
    });
    const picture = draw(view, 300);
    const words = [...picture.querySelectorAll("text")].map((text) => text.textContent).join(" ");
    for (const name of view.leverNames) expect(words).toContain(name);
    expect(words).not.toContain("…");
  });

  it("draws nothing but a sentence where nothing moved", () => {
    const sentences = {
      untouched: "Move a lever to see its part of the change of coverage here.",
      "one city untouched": "Move a lever to see its part of the change of coverage here.",
      "turned partnerships": "7 levers do not change coverage.",
    };
    for (const [name, sentence] of Object.entries(sentences)) {
      const view = views[name]!;
      for (const width of [300, 760]) {
        const picture = draw(view, width);
        expect(picture.querySelectorAll("line, rect, circle, path")).toHaveLength(0);
        const lines = [...picture.querySelectorAll("text")].map((text) => text.textContent);
        expect(lines.join(" ")).toBe(sentence);
      }
      expect(changeByLever.words!(view)).toEqual([]);
      expect(changeByLever.description(view)).toContain(sentence);
    }
    expect(changeByLever.title(views.untouched!)).toBe("No changes yet");
    expect(changeByLever.title(views["turned partnerships"]!)).toBe(
      "What is changed leaves coverage at 83 %",
    );
  });

  it("draws parts that make up for each other, though coverage stays", () => {
    const initiatives = { kind: "initiatives", dimension: "political" } as const;
    const up = viewOf({ levers: [{ ...initiatives, city: "auckland", initiatives: 0.5 }] });
    const view = {
      ...up,
      leverNames: ["A", "B"],
      result: up.baseline,
      attribution: { ok: true as const, value: { levers: [0.1, -0.1] } },
    } as unknown as typeof up;
    expect(draw(view).querySelectorAll("rect")).toHaveLength(2);
    expect(changeByLever.words!(view)).toHaveLength(1);
  });

  it("follows the slider while the split is on its way, where levers are few", () => {
    const waiting = views["Rotterdam’s cut, ranges on their way"]!;
    expect(waiting.attribution).toBeNull();
    expect(changeByLever.rows(waiting)).toEqual(changeByLever.rows(views["Rotterdam’s cut"]!));
  });

  it("says plainly why a change cannot be split, and draws the whole change", () => {
    const lever = { kind: "initiatives", city: "nairobi", dimension: "economic", initiatives: 0.01 } as const;
    const view = viewOf({ levers: Array.from({ length: 13 }, () => lever) });
    expect(view.attribution).toMatchObject({ ok: false });
    expect(changeByLever.words!(view)[0]).toMatch(
      /^The change cannot be split by lever: 13 levers act on Nairobi; .+\.$/,
    );
    expect(draw(view).querySelectorAll("rect")).toHaveLength(1);
    const waiting = { ...view, attribution: null };
    expect(changeByLever.words!(waiting)).toEqual(["The change is being split among 13 levers."]);
    expect(draw(waiting).outerHTML).not.toMatch(/NaN|undefined/);
  });

  it("is of the city in view", () => {
    const view = viewOf({ levers: leversOf("rotterdam-cut"), view: { city: "rotterdam" } });
    expect(changeByLever.title(view)).toBe(
      "Coverage in Rotterdam falls from 69 % to 54 %: all of it from “Public funding, Rotterdam: −50 %”",
    );
    const elsewhere = viewOf({ levers: leversOf("rotterdam-cut"), view: { city: "lisbon" } });
    expect(draw(elsewhere).textContent).toBe(
      "“Public funding, Rotterdam: −50 %” does not change coverage here.",
    );
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

describe("the title of the change by lever", () => {
  it("names both of two levers that do the same", () => {
    const levers = (["political", "legal"] as const).map((dimension) => ({
      ...{ kind: "initiatives" as const, city: "lisbon", dimension, initiatives: 0.05 },
    }));
    const view = viewOf({ levers, target: { kind: "best" }, view: { city: "lisbon" } });
    const parts = view.attribution?.ok ? view.attribution.value.levers : [];
    expect(changeByLever.title(view)).toMatch(/^Coverage in Lisbon rises from [\d.]+ % to [\d.]+ %: /);
    expect(changeByLever.title(view)).toContain(changeFrom(parts, view.leverNames));
    expect(changeFrom(parts, view.leverNames)).not.toBe("");
  });
});
