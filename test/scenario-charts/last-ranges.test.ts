import { describe, expect, it } from "vitest";
import { AwaitedWords } from "../../src/scenario-charts/awaited-words.js";
import { costByYear } from "../../src/scenario-charts/cost-by-year.js";
import { coverageByCity } from "../../src/scenario-charts/coverage-by-city.js";
import { inequality } from "../../src/scenario-charts/inequality.js";
import { rangesToDraw, type LastRanges } from "../../src/scenario-charts/last-ranges.js";
import { LiveScenarioFigure } from "../../src/scenario-charts/live-scenario-figure.js";
import { noMarks } from "../../src/components/marks.js";
import { contextWith, emptyPage, said } from "../support/page/page.js";
import { leversOf, viewOf, views } from "../support/page/views.js";

const [cut, moving] = [views["Rotterdam’s cut"]!, views["Rotterdam’s cut, ranges on their way"]!];
const canvas = (ranges?: LastRanges) => ({
  document: emptyPage(),
  width: 760,
  marks: noMarks,
  ...(ranges && { ranges }),
});

describe("rangesToDraw(rows, canvas, view)", () => {
  const rows = coverageByCity.rows(moving);
  const known = coverageByCity.rows(cut);

  it("is the rows' own where ranges are known, and where a picture stands alone", () => {
    const ranges: LastRanges = {};
    expect(rangesToDraw(known, canvas(ranges), cut)).toEqual({ rows: known, last: false });
    expect(ranges.shown).toBe(false);
    expect(rangesToDraw(rows, canvas(), moving)).toEqual({ rows, last: false });
  });

  it("is the last ones known while the new ones are on their way, and says so", () => {
    const ranges: LastRanges = { known: { document: cut.document, rows: known } };
    expect(rangesToDraw(rows, canvas(ranges), moving)).toEqual({ rows: known, last: true });
    expect(ranges.shown).toBe(true);
  });

  it("is none of another city, target or horizon", () => {
    const { document } = cut;
    for (const other of [
      { ...document, view: { city: "rotterdam" } },
      { ...document, target: { kind: "best" } as const },
      { ...document, horizon: document.horizon + 1 },
    ])
      expect(rangesToDraw(rows, canvas({ known: { document: other, rows: known } }), moving).last).toBe(
        false,
      );
    const few = { known: { document, rows: known.slice(1) } };
    expect(rangesToDraw(rows, canvas(few), moving).last).toBe(false);
  });
});

describe("a live picture while ranges are on their way", () => {
  it.each([coverageByCity, costByYear, inequality])("$id keeps the last ones and marks them", (picture) => {
    const live = new LiveScenarioFigure(picture, cut, contextWith());
    live.update(cut);
    const holder = live.frame.querySelector<HTMLElement>(".picture")!;
    const marks = holder.querySelectorAll(".range").length;
    expect(marks).toBeGreaterThan(0);
    expect(holder.dataset.ranges).toBeUndefined();
    live.update({ ...moving, document: { ...cut.document, levers: moving.document.levers } });
    expect(holder.querySelectorAll(".range")).toHaveLength(marks);
    expect(holder.dataset.ranges).toBe("last");
    live.update(cut);
    expect(holder.dataset.ranges).toBeUndefined();
  });

  it("keeps the room of sentences with ranges, unseen and unread, and never their words", () => {
    const live = new LiveScenarioFigure(costByYear, cut, contextWith());
    live.update(cut);
    const sentences = [...live.frame.querySelectorAll(".words li")].map((line) => said(line));
    expect(sentences).toHaveLength(1);
    live.update(moving);
    const [kept] = live.frame.querySelectorAll(".words li");
    expect(said(kept)).toBe(sentences[0]);
    expect([kept!.getAttribute("class"), kept!.getAttribute("aria-hidden")]).toEqual(["awaited", "true"]);
    live.update(cut);
    expect(live.frame.querySelector(".awaited")).toBeNull();
  });
});

describe("AwaitedWords", () => {
  it("is nothing where a view has no ranges to wait for", () => {
    const awaited = new AwaitedWords();
    awaited.of(viewOf({ levers: leversOf("rotterdam-cut") }), ["one", "two"]);
    expect(awaited.of({ points: [] }, [])).toEqual([]);
  });
});
