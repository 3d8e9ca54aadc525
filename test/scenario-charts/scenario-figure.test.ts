import { describe, expect, it, vi } from "vitest";
import { coverageByCity } from "../../src/scenario-charts/coverage-by-city.js";
import { everything } from "../../src/scenario-charts/everything.js";
import { LiveScenarioFigure } from "../../src/scenario-charts/live-scenario-figure.js";
import { sameRows } from "../../src/components/same-rows.js";
import type { ScenarioPicture } from "../../src/scenario-charts/picture.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { notAForecast, scenarioFigure } from "../../src/scenario-charts/scenario-figure.js";
import { changeByLever } from "../../src/scenario-charts/change-by-lever.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { viewOf, views } from "../support/page/views.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";
import { untouched as noLevers } from "../../src/scenario/document.js";
import { run } from "../../src/workbench/run.js";

const [untouched, cut] = [views.untouched!, views["Rotterdam’s cut"]!];

describe("scenarioFigure(picture, view, context)", () => {
  it.each(scenarioPictures.map((picture) => [picture.id, picture] as const))(
    "%s is a named figure with heading, unit, picture twice, source, versions and table",
    (id, picture) => {
      const frame = scenarioFigure(picture, cut, { ...contextWith(), versions: () => "model 1; seed 1" });
      expect(frame.localName).toBe("figure");
      expect(frame.getAttribute("aria-labelledby")).toBe(`${id}-title`);
      expect(said(frame.querySelector("h2"))).toBe(picture.title(cut));
      expect(said(frame.querySelector(".unit"))).toBe(picture.unit);
      const widths = [...frame.querySelectorAll(".picture svg")].map((svg) => svg.getAttribute("width"));
      expect(widths).toEqual(picture.draw ? ["760", "340"] : []);
      const caption = said(frame.querySelector("figcaption"));
      expect(caption).toContain(notAForecast);
      expect(caption).toContain("Document thp-2014, Table");
      expect(caption).toContain("Data version 0123abcd; model 1; seed 1.");
      expect(frame.querySelectorAll("tbody tr")).toHaveLength(picture.rows(cut).length);
      expect(frame.querySelector(".figure-table")!.hasAttribute("open")).toBe(picture.draw === null);
      expect(frame.querySelector(".figure-sql")).toBeNull();
      expect(frame.querySelector(".panel")!.getAttribute("tabindex")).toBe("0");
    },
  );

  it("keeps a lever's name text", () => {
    const view = { ...cut, leverNames: [hostileName] };
    const { document } = contextWith();
    document.body.innerHTML = scenarioFigure(changeByLever, view, contextWith()).outerHTML;
    expect(document.querySelector("img, script")).toBeNull();
    expect(said(document.querySelector("h2"))).toContain(hostileName);
  });
});

describe("second readings of the counts", () => {
  const marked = (table: HTMLElement) =>
    [...table.querySelectorAll("tr")]
      .filter((line) => line.querySelector("a.mark"))
      .map((line) => said(line.querySelector("th")));

  it("are marked in the table of what stands on them, and told in the caption", () => {
    const frame = scenarioFigure(coverageByCity, untouched, contextWith(rowsOf("discrepancies")));
    expect([...new Set(marked(frame))]).toEqual([
      "Buenos Aires",
      "Kuala Lumpur",
      "Lisbon",
      "Nairobi",
      "Rotterdam",
    ]);
    expect(said(frame.querySelector("figcaption"))).toContain(
      "The report contradicts itself: 6 numbers (†), 3 totals",
    );
  });

  it("follow the city in view", () => {
    const of = (city: string) => viewOf({ view: { city } });
    const live = new LiveScenarioFigure(coverageByCity, of("lisbon"), contextWith(rowsOf("discrepancies")));
    Object.assign(live.frame.querySelector(".figure-table")!, { open: true });
    expect(marked(live.frame)).toEqual(["Lisbon"]);
    live.update(of("chicago"));
    expect(marked(live.frame)).toEqual([]);
    expect(said(live.frame.querySelector("figcaption"))).not.toContain("on numbers");
    live.update(of("nairobi"));
    expect(marked(live.frame)).toEqual(["Nairobi", "Nairobi"]);
    expect(said(live.frame.querySelector("figcaption"))).toContain("2 numbers (†)");
  });

  it("stay while levers move", () => {
    const live = new LiveScenarioFigure(coverageByCity, untouched, contextWith(rowsOf("discrepancies")));
    Object.assign(live.frame.querySelector(".figure-table")!, { open: true });
    live.update(cut);
    live.update(views["every city to the target"]!);
    expect([...new Set(marked(live.frame))]).toEqual([
      "Buenos Aires",
      "Kuala Lumpur",
      "Lisbon",
      "Nairobi",
      "Rotterdam",
    ]);
  });
});

describe("LiveScenarioFigure", () => {
  it("makes the words of the page’s HTML its own: they count years from the mapping", () => {
    const years = (from: number) => valueOf(run(model, noLevers, undefined, from));
    const inPage = scenarioFigure(everything, years(2013), contextWith());
    const live = new LiveScenarioFigure(everything, years(2026), contextWith(), inPage);
    live.update(years(2026));
    expect(said(live.frame.querySelector("h2"))).toBe("Every city in 2031, against the mapping of 2013");
  });

  it("draws another moment at once: picture, title, words", () => {
    const live = new LiveScenarioFigure(coverageByCity, untouched, contextWith());
    const before = live.frame.querySelector(".picture svg");
    live.update(cut);
    expect(said(live.frame.querySelector("h2"))).toBe(coverageByCity.title(cut));
    expect(live.frame.querySelector(".picture svg")).not.toBe(before);
    expect(live.frame.querySelector(".picture svg")!.getAttribute("aria-label")).toBe(
      coverageByCity.description(cut),
    );
    expect(said(live.frame.querySelector(".words li"))).toBe(coverageByCity.words!(cut)[0]);
  });

  it("does not draw again what is the same, and keeps the heading that has not changed", () => {
    const live = new LiveScenarioFigure(coverageByCity, cut, contextWith());
    live.update(cut);
    const shown = live.frame.querySelector(".picture svg");
    live.update({ ...cut });
    expect(live.frame.querySelector(".picture svg")).toBe(shown);
  });

  it("writes an open table anew cell by cell, and a closed one when it is opened", () => {
    const open = new LiveScenarioFigure(everything, untouched, contextWith());
    const table = open.frame.querySelector("table");
    (open.frame.querySelector(".figure-table") as HTMLDetailsElement).open = true;
    open.update(cut);
    expect(open.frame.querySelector("table")).toBe(table);
    const fresh = scenarioFigure(everything, cut, contextWith()).querySelector("table")!;
    expect(table!.outerHTML).toBe(fresh.outerHTML);

    const closed = new LiveScenarioFigure(coverageByCity, untouched, contextWith());
    closed.update(cut);
    const details = closed.frame.querySelector(".figure-table")!;
    details.dispatchEvent(
      new (closed.frame.ownerDocument.defaultView as unknown as { Event: typeof Event }).Event("toggle"),
    );
    const own = scenarioFigure(coverageByCity, cut, contextWith()).querySelector("table")!;
    expect(details.querySelector("table")!.outerHTML).toBe(own.outerHTML);
  });

  it("never throws: it says what went wrong, keeps the picture, and recovers", () => {
    const draw = vi.fn(coverageByCity.draw!);
    const picture: ScenarioPicture = { ...coverageByCity, draw };
    const live = new LiveScenarioFigure(picture, untouched, contextWith());
    draw.mockImplementationOnce(() => {
      throw new Error("no room");
    });
    expect(() => live.update(cut)).not.toThrow();
    expect(said(live.frame.querySelector(".trouble"))).toBe(
      "This picture could not be drawn, because of a fault in the page: it stays as it was.",
    );
    expect(live.frame.querySelector(".picture svg")).not.toBeNull();
    live.update(cut);
    expect(said(live.frame.querySelector(".trouble"))).toBe("");
  });

  it("has its menu: files, table to paste, link, citation", () => {
    const live = new LiveScenarioFigure(coverageByCity, untouched, contextWith());
    expect([...live.frame.querySelectorAll(".menu button")].map((button) => said(button))).toEqual([
      "CSV",
      "XLSX",
      "SVG",
      "PNG",
      "Copy for Word or Excel",
      "Copy link",
      "Cite",
    ]);
  });
});

describe("sameRows(a, b)", () => {
  it("is true for rows that hold the same, and not for a missing value against zero", () => {
    expect(sameRows([{ a: 1, b: null }], [{ a: 1, b: null }])).toBe(true);
    expect(sameRows([{ a: 0 }], [{ a: null }])).toBe(false);
    expect(sameRows([{ a: 1 }], [])).toBe(false);
  });
});
