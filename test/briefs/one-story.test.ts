import { beforeAll, describe, expect, it } from "vitest";
import { briefElement } from "../../src/briefs/brief.js";
import { openRealBriefs, type RealBriefs } from "../support/evidence/real-briefs.js";
import { said } from "../support/page/page.js";

let real: RealBriefs;
beforeAll(async () => {
  real = await openRealBriefs();
});

/** Cells of a table in a brief, by heading, a line each. */
function linesOf(made: HTMLElement, figure: string): Record<string, string>[] {
  const table = made.querySelector(`#${figure} .figure-table table`);
  const heads = [...(table?.querySelectorAll("thead th") ?? [])].map((head) => said(head));
  return [...(table?.querySelectorAll("tbody tr") ?? [])].map((line) =>
    Object.fromEntries([...line.children].map((cell, i) => [heads[i]!, said(cell)])),
  );
}

describe("one brief tells one story", () => {
  it("each city: what is called undated shows no year, and what shows a year is not called undated", () => {
    for (const { city, rows, ...rest } of real.briefs) {
      const made = briefElement({ city, rows, ...rest }, real.context);
      const lines = linesOf(made, "brief-statistics");
      const title = said(made.querySelector("#brief-statistics > h2"));
      const dated = lines.filter(({ Year }) => Year !== "not stated");
      for (const { Year } of dated) expect(Year, city.id).toMatch(/^\d{4}$/);
      if (!lines.length) continue;
      const undated = lines.length - dated.length;
      const told = / (\d+) undated/.exec(title)?.[1] ?? (title.includes("undated") ? lines.length : 0);
      expect(Number(told), `${city.id}: ${title}`).toBe(undated);
      for (const year of title.match(/\b(19|20)\d\d\b/g) ?? [])
        expect(
          dated.map(({ Year }) => Year),
          `${city.id}: ${title}`,
        ).toContain(year);
    }
  });

  it("each city: a note that the year is not stated stands beside no year", () => {
    for (const brief of real.briefs)
      for (const { Year, Notes, Statistic } of linesOf(briefElement(brief, real.context), "brief-statistics"))
        if (/(?<!first )year: not stated|Year not stated|no year stated/i.test(Notes ?? ""))
          expect(Year, `${brief.city.id}: ${Statistic}`).toBe("not stated");
  });

  it("each city: population and share have the same year, or none, wherever the brief tells them", () => {
    let compared = 0;
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      const opening = said(made.querySelector(".brief-opening p"));
      const silent = said(made.querySelector(".brief-unsaid"));
      for (const { What, Year, "In the documents": told } of linesOf(made, "brief-context")) {
        const figure = /^([\d.,]+) (residents|% of residents)/.exec(told ?? "");
        if (!figure) continue;
        const dated = Year !== "not stated";
        const inOpening = new RegExp(`${figure[1]!.replace(".", "\\.")}\\s?(%|residents).*?\\((.*?)\\)`).exec(
          opening,
        );
        expect(inOpening?.[2]?.split(";")[0], `${brief.city.id}: ${What}`).toBe(
          dated ? Year : "no year given",
        );
        const words =
          What === "Population" ? "in which year its population" : "of which year the foreign-born";
        expect(silent.includes(words), `${brief.city.id}: ${What}`).toBe(!dated);
        const same = linesOf(made, "brief-statistics").filter(
          ({ Statistic, Value }) =>
            /^(Population|Foreign-born residents)/.test(Statistic ?? "") &&
            Value?.replace(/†.*/, "") === figure[1],
        );
        for (const line of same) expect(line.Year, `${brief.city.id}: ${line.Statistic}`).toBe(Year);
        compared += same.length;
      }
    }
    expect(compared).toBeGreaterThan(5);
  });

  it("each city: a first sentence on statistics has the years of the table below it", () => {
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      const sentence = /statistics? speaks? of it, ([^.]*)\./.exec(
        said(made.querySelector(".brief-opening p")),
      );
      if (!sentence) continue;
      const years = linesOf(made, "brief-statistics")
        .filter(({ Value }) => Value !== "no figure")
        .flatMap(({ Year }) => (Year === "not stated" ? [] : [Year]));
      const told = sentence[1]!.match(/\b(19|20)\d\d\b/g) ?? [];
      expect(
        told.every((year) => years.includes(year)),
        `${brief.city.id}: ${sentence[0]}`,
      ).toBe(true);
      expect(told.length > 0, `${brief.city.id}: ${sentence[0]}`).toBe(years.length > 0);
    }
  });

  it("each city: what no document is said to give is not told elsewhere on the page", () => {
    for (const brief of real.briefs) {
      const made = briefElement(brief, real.context);
      const names = linesOf(made, "brief-statistics");
      const has = (name: RegExp) =>
        names.some(
          ({ Statistic, Value }) =>
            name.test(Statistic ?? "") && !/\(/.test(Statistic!) && Value !== "no figure",
        );
      const silent = said(made.querySelector(".brief-unsaid"));
      if (silent.includes("how many people live there"))
        expect(has(/^Population, /), brief.city.id).toBe(false);
      if (silent.includes("the share of residents born abroad"))
        expect(has(/^Foreign-born residents, /), brief.city.id).toBe(false);
      // A statistic that cannot be read was printed all the same.
      const unread = names.some(
        ({ Statistic, Value }) => /^Foreign-born/.test(Statistic!) && Value === "no figure",
      );
      expect(silent.includes("in a form that can be read"), brief.city.id).toBe(
        unread && brief.city.shareGroup === null,
      );
    }
  });
});
