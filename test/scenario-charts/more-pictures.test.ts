import { describe, expect, it, vi } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { sensitivity } from "../../src/model/sensitivity.js";
import { compareCost, compareCoverage, type CompareView } from "../../src/scenario-charts/compare.js";
import { frontier, type FrontierView } from "../../src/scenario-charts/frontier.js";
import { drawPicture } from "../../src/scenario-charts/scenario-figure.js";
import { mostSwings, tornado, type TornadoView } from "../../src/scenario-charts/tornado.js";
import { scenarioOf } from "../../src/scenario/document.js";
import { emptyPage, hostileName } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";
import { views } from "../support/page/views.js";

const broken = /NaN|undefined|null|Infinity|\[object/;
const canvas = (width: number) => ({ document: emptyPage(), width, marks: noMarks });

describe("tornado", () => {
  const view = views["Rotterdam’s cut"]!;
  const of = (measure: TornadoView["measure"]): TornadoView => ({
    ...view,
    measure,
    tornado: valueOf(sensitivity(model, scenarioOf(view.document), measure)),
  });

  it.each(["coverage", "total", "public", "private", "inequality"] as const)(
    "draws %s, ten bars at most",
    (kind) => {
      const shown = of({ kind });
      for (const width of [320, 760]) {
        const drawing = drawPicture(tornado, tornado.rows(shown), canvas(width), shown);
        expect(drawing.outerHTML).not.toMatch(broken);
        expect(drawing.querySelectorAll("g:not(.glyph) > rect").length).toBeLessThanOrEqual(2 * mostSwings);
      }
      expect([tornado.title(shown), tornado.description(shown), ...tornado.words!(shown)].join()).not.toMatch(
        broken,
      );
      expect(tornado.rows(shown).map(({ at_low }) => at_low)).toEqual(
        shown.tornado.swings.map(({ atLow }) => atLow),
      );
    },
  );

  it("names what drives the outcome, or that nothing does", () => {
    expect(tornado.title(of({ kind: "total" }))).toBe(
      "What drives the total cost most: cost of an initiative",
    );
    const still = { ...of({ kind: "coverage" }), tornado: { central: 0.5, swings: [] } };
    expect(tornado.title(still)).toBe("Coverage is the same whatever the assumptions");
    expect(drawPicture(tornado, tornado.rows(still), canvas(340), still).outerHTML).not.toMatch(broken);
  });

  it("says that a change from the baseline is meant, and gives it its sign", () => {
    const measure = { kind: "total" } as const;
    const swings = valueOf(sensitivity(model, scenarioOf(view.document), measure, { change: true }));
    const shown: TornadoView = { ...view, measure, change: true, tornado: swings };
    expect(tornado.title(shown)).toMatch(/^What drives the change of the total cost most: /);
    expect(tornado.description(shown)).toMatch(/^Bars of the change of the total cost around −€/);
    const risen = { ...shown, tornado: { central: 0.1, swings: [] }, measure: { kind: "coverage" } as const };
    expect(tornado.title(risen)).toBe("The change of coverage is the same whatever the assumptions");
    const drawing = drawPicture(tornado, tornado.rows(risen), canvas(760), risen);
    expect(drawing.textContent).toContain("change +10.0 points");
  });
});

describe("frontier", () => {
  const points = Array.from({ length: 12 }, (_, i) => ({
    budget: i * 4e5,
    spent: i * 3.9e5,
    coverage: 1 - 0.2 * 0.7 ** i,
  }));
  const view: FrontierView = { model, points, current: { budget: 5e5, coverage: 0.82 } };

  it("has a button a point, with its name, one stop for the Tab key", () => {
    const drawing = drawPicture(frontier, frontier.rows(view), canvas(340), { ...view, onPoint: () => {} });
    expect(drawing.outerHTML).not.toMatch(broken);
    expect(drawing.getAttribute("role")).toBe("group");
    const buttons = [...drawing.querySelectorAll("[role=button]")];
    expect(buttons).toHaveLength(12);
    expect(buttons[1]!.getAttribute("aria-label")).toBe("Show the plan for €400,000 a year: 86.0 %");
    expect(buttons.filter((button) => button.getAttribute("tabindex") === "0")).toHaveLength(1);
    expect(drawing.querySelectorAll(".current")).toHaveLength(1);
  });

  it("is an image where no point can be chosen", () => {
    const drawing = drawPicture(frontier, frontier.rows(view), canvas(760), view);
    expect(drawing.getAttribute("role")).toBe("img");
    expect(drawing.querySelector("[role=button], [tabindex]")).toBeNull();
  });

  it("calls back on click, Enter and Space, and goes along the points with arrows", () => {
    const onPoint = vi.fn();
    const page = canvas(760);
    const drawing = drawPicture(frontier, frontier.rows(view), page, { ...view, onPoint });
    const buttons = [...drawing.querySelectorAll<HTMLElement>("[role=button]")];
    const event = (name: string, key?: string) => {
      const made = new (page.document.defaultView as unknown as { Event: typeof Event }).Event(name);
      return key ? Object.assign(made, { key }) : made;
    };
    buttons[3]!.dispatchEvent(event("click"));
    buttons[4]!.dispatchEvent(event("keydown", "Enter"));
    buttons[5]!.dispatchEvent(event("keydown", " "));
    buttons[5]!.dispatchEvent(event("keydown", "toString"));
    expect(onPoint.mock.calls).toEqual([[3], [4], [5]]);
    buttons[0]!.dispatchEvent(event("keydown", "ArrowRight"));
    expect(buttons.map((button) => button.getAttribute("tabindex")).indexOf("0")).toBe(1);
    buttons[1]!.dispatchEvent(event("keydown", "End"));
    expect(buttons.map((button) => button.getAttribute("tabindex")).indexOf("0")).toBe(11);
  });

  it("says what half the gain costs, and stands with no point or one", () => {
    expect(frontier.title(view)).toBe("€780,000 a year brings half of what €4.3 million can");
    for (const few of [[], points.slice(0, 1)]) {
      const own = { model, points: few, current: null };
      expect(frontier.title(own)).not.toMatch(broken);
      expect(drawPicture(frontier, frontier.rows(own), canvas(340), own).outerHTML).not.toMatch(broken);
    }
  });
});

describe("compare", () => {
  const view: CompareView = {
    scenarios: [
      { name: "Mapping", view: views.untouched! },
      { name: hostileName, view: views["Rotterdam’s cut"]! },
      { name: "All to the median", view: views["every city to the target"]! },
    ],
  };

  it.each([compareCoverage, compareCost])(
    "draws scenarios of different horizons on one scale, names as text",
    (picture) => {
      for (const width of [320, 760]) {
        const drawing = drawPicture(picture, picture.rows(view), canvas(width), view);
        const { document } = canvas(width);
        document.body.innerHTML = drawing.outerHTML;
        expect(document.querySelector("img, script")).toBeNull();
        expect(drawing.outerHTML.replaceAll("onerror", "")).not.toMatch(broken);
      }
      expect([picture.title(view), picture.description(view)].join()).not.toMatch(broken);
    },
  );
});
