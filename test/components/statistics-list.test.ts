import { describe, expect, it } from "vitest";
import { openPlace } from "../../src/components/open-place.js";
import { statisticsList } from "../../src/components/statistics-list.js";
import { statisticFacts } from "../../src/paste-check/statistic-facts.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { contextWith, said } from "../support/page/page.js";

const { rows: indicators } = evidence.get("indicators")!;
const { rows: statistics } = evidence.get("statistics")!;

describe("statisticsList(indicators, statistics, context)", () => {
  const made = statisticsList(indicators, statistics, contextWith());
  const folds = [...made.querySelectorAll("details")];

  it("has a closed fold for each kind of place, which says how much is in it", () => {
    expect(folds.length).toBe(new Set(statistics.map((row) => row.place_kind)).size);
    expect(folds.some((fold) => fold.hasAttribute("open"))).toBe(false);
    for (const fold of folds) {
      const numbers = fold.querySelectorAll("tbody tr").length - fold.querySelectorAll("tbody").length;
      expect(said(fold.querySelector("summary"))).toContain(
        ` ${numbers} ${numbers === 1 ? "number" : "numbers"}, ${fold.querySelectorAll("tbody").length} indicator`,
      );
    }
  });

  it("has every number of the documents in a fold, once", () => {
    const lines = folds.reduce((sum, fold) => sum + fold.querySelectorAll("td[data-label=Value]").length, 0);
    expect(lines).toBe(statistics.length);
  });

  it("has each number with its own kind of place", () => {
    for (const fold of folds) {
      const places = new Set([...fold.querySelectorAll("tbody tr:has(td) > th")].map(said));
      const kind = fold.id.replace(/^of-/, "");
      const own = statistics.filter((row) => row.place_kind === kind).map((row) => String(row.place));
      expect(places, kind).toEqual(new Set(own));
    }
  });

  it("leads from an indicator to its numbers of other kinds of place, and back", () => {
    const also = (id: string) =>
      [...made.querySelectorAll(`[id="${id}"] th[scope=rowgroup] small a`)].map((link) => [
        said(link),
        link.getAttribute("href"),
      ]);
    expect(also("foreign-born-pct")).toEqual([
      ["Metropolitan areas", "#foreign-born-pct-metropolitan-area"],
      ["Countries", "#foreign-born-pct-country"],
    ]);
    expect(also("foreign-born-pct-country")[0]).toEqual(["Cities", "#foreign-born-pct"]);
    const ids = [...made.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has the place that a fact of the check of texts leads to, with its number", () => {
    const facts = statisticFacts((name) => [...evidence.get(name)!.rows]);
    for (const [key, { link }] of facts) {
      const [, , indicator, place] = /^(statistics) (.+?)\/(.+)\/\d{4}\//.exec(key)!;
      const rows = made.querySelector(`[id="${link.split("#")[1]}"]`);
      expect(rows, key).not.toBeNull();
      expect([...rows!.querySelectorAll("tr:has(td) > th")].map(said), `${indicator}`).toContain(place);
    }
  });

  it("opens the fold of the indicator that an address names, and no other", () => {
    const context = contextWith();
    const list = statisticsList(indicators, statistics, context);
    context.document.body.append(list);
    const place = context.document.getElementById("unemployment-pct") ?? list.querySelector("tbody")!;
    place.scrollIntoView = () => {};
    openPlace(context.document, `#${place.id}`);
    const open = [...list.querySelectorAll("details[open]")];
    expect(open).toHaveLength(1);
    expect(open[0]!.contains(place)).toBe(true);
  });
});
