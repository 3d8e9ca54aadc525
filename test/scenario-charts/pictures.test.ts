import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { dimensions } from "../../src/model/names.js";
import type { Row } from "../../src/components/figure.js";
import { coverageByCity } from "../../src/scenario-charts/coverage-by-city.js";
import { costByYear } from "../../src/scenario-charts/cost-by-year.js";
import { breadth } from "../../src/scenario-charts/breadth.js";
import { everything } from "../../src/scenario-charts/everything.js";
import { inequality } from "../../src/scenario-charts/inequality.js";
import { scenarioPartnershipMix } from "../../src/scenario-charts/partnership-mix.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { lastOf } from "../../src/scenario-charts/reading.js";
import { drawPicture } from "../../src/scenario-charts/scenario-figure.js";
import { spotsIn } from "../../src/scenario-charts/spots.js";
import { emptyPage } from "../support/page/page.js";
import { pictureText } from "../support/page/picture-snapshot.js";
import { leversOf, viewOf, views } from "../support/page/views.js";

const drawAt = (picture: (typeof scenarioPictures)[number], name: string, width: number) =>
  drawPicture(
    picture,
    picture.rows(views[name]!),
    { document: emptyPage(), width, marks: noMarks },
    views[name]!,
  );
const broken = /NaN|undefined|null|Infinity|\[object/;

describe.each(scenarioPictures.map((picture) => ({ id: picture.id, picture })))("$id", ({ picture }) => {
  it.each(Object.keys(views))("says and tells only what can be said: %s", (name) => {
    const view = views[name]!;
    const words = [picture.title(view), picture.description(view), ...(picture.words?.(view) ?? [])];
    expect(words.join("\n")).not.toMatch(broken);
    for (const sentence of words) expect(sentence.trim()).not.toBe("");
    const rows = picture.rows(view);
    expect(rows.length).toBeGreaterThan(0);
    const columns = new Set(picture.columns.map(({ name }) => name));
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) {
        if (typeof value === "number") expect(value, name).toSatisfy(Number.isFinite);
        expect(value, name).not.toBeUndefined();
      }
    for (const name of columns) expect(rows[0], name).toHaveProperty(name);
  });

  it
    .skipIf(!picture.draw)
    .each(Object.keys(views).flatMap((name) => [320, 340, 760].map((width) => [name, width] as const)))(
    "draws %s in %i pixels, in its bounds and with its words",
    (name, width) => {
      const drawing = drawAt(picture, name, width);
      expect(drawing.outerHTML).not.toMatch(broken);
      expect(drawing.localName).toBe("svg");
      expect(drawing.getAttribute("role")).toBe("img");
      expect(drawing.getAttribute("aria-label")).toBe(picture.description(views[name]!));
      expect(Number(drawing.getAttribute("width"))).toBe(width);
      const height = Number(drawing.getAttribute("height"));
      for (const attribute of ["x", "x1", "x2", "cx"])
        for (const mark of drawing.querySelectorAll(`[${attribute}]`)) {
          const x = Number(mark.getAttribute(attribute));
          expect(x, `${mark.localName} ${attribute}`).toBeGreaterThanOrEqual(0);
          expect(x, `${mark.localName} ${attribute}`).toBeLessThanOrEqual(width);
        }
      for (const attribute of ["y", "y1", "y2", "cy"])
        for (const mark of drawing.querySelectorAll(`[${attribute}]`)) {
          const y = Number(mark.getAttribute(attribute));
          expect(y, `${mark.localName} ${attribute}`).toBeGreaterThanOrEqual(0);
          expect(y, `${mark.localName} ${attribute}`).toBeLessThanOrEqual(height);
        }
      for (const { words } of spotsIn(drawing)) expect(words()).not.toMatch(broken);
    },
  );

  it("says something else of a city that loses everything than of the mapping", ({ skip }) => {
    skip(picture.id === "partnership-mix", "a cut turns no partnership");
    skip(picture.id === "everything", "its words say what its table holds, whatever the scenario");
    const said = (name: string) => [picture.title(views[name]!), picture.description(views[name]!)].join();
    expect(said("Rotterdam’s cut")).not.toBe(said("untouched"));
  });
});

describe("rows equal the model's result", () => {
  const view = views["Rotterdam’s cut"]!;
  const last = lastOf(view.result);
  const values = (rows: Row[], name: string) => rows.map((row) => row[name]);

  it("coverage and initiatives by city and dimension, with the range of the draws", () => {
    const rows = coverageByCity.rows(view);
    expect(values(rows, "coverage")).toEqual(last.cities.flatMap(({ coverage }) => coverage));
    expect(values(rows, "initiatives")).toEqual(last.cities.flatMap(({ initiatives }) => initiatives));
    expect(values(rows, "coverage_p10")).toEqual(view.uncertainty!.coverage.map(({ p10 }) => p10));
    expect(values(rows, "initiatives_p90")).toEqual(view.uncertainty!.initiatives.map(({ p90 }) => p90));
    expect(values(rows, "target")).toEqual(view.result.targets.flat());
    expect(coverageByCity.rows(views["one city"]!)).toHaveLength(dimensions.length);
  });

  it("cost by year: of all cities, or of the one in view with its range in the last year alone", () => {
    expect(values(costByYear.rows(view), "total_eur")).toEqual(
      view.result.years.map(({ cost }) => cost.total),
    );
    expect(values(costByYear.rows(view), "year")).toEqual([2013, 2014, 2015, 2016, 2017, 2018]);
    const one = costByYear.rows(views["one city"]!);
    expect(one.map(({ public_eur }) => public_eur)).toEqual(
      view.result.years.map(({ cities }) => cities.find(({ city }) => city === "rotterdam")!.cost.public),
    );
    expect(one.map(({ total_p90_eur }) => total_p90_eur !== null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it("inequality, partnerships, breadth and the table of everything", () => {
    expect(values(inequality.rows(view), "gini")).toEqual(
      view.result.years.map(({ inequality }) => inequality),
    );
    const turned = views["turned partnerships"]!;
    expect(values(scenarioPartnershipMix.rows(turned), "partnerships")).toEqual(
      lastOf(turned.result).cities.flatMap(({ partnerships }) => partnerships),
    );
    expect(values(breadth.rows(view), "breadth")).toEqual(last.cities.map(({ breadth }) => breadth));
    const table = everything.rows(view);
    expect(values(table, "coverage")).toEqual([
      ...last.cities.map(({ cityCoverage }) => cityCoverage),
      last.coverage,
    ]);
    expect(values(table, "private_eur").at(-1)).toBe(last.cost.private);
  });

  it("leaves missing what cannot be said, and what is not drawn yet", () => {
    const gone = everything.rows(views["nothing left"]!);
    expect(gone[0]).toMatchObject({ initiatives: 0, evenness: null, actors_per_initiative: null });
    for (const row of coverageByCity.rows(views["untouched, ranges on their way"]!))
      expect(row).toMatchObject({ coverage_p10: null, initiatives_p90: null });
  });
});

describe("titles", () => {
  it.each([
    [coverageByCity, "untouched", "Three of eight cities reach the median in every dimension"],
    [
      coverageByCity,
      "Rotterdam’s cut",
      "On average the cities go from 83 % to 81 % of what the median city has: only Rotterdam changes",
    ],
    [
      coverageByCity,
      "every city to the target",
      "On average the cities go from 83 % to 100 % of what the median city has: every city reaches it",
    ],
    [
      coverageByCity,
      "one city",
      "Rotterdam’s coverage falls from 69 % to 54 %; it misses the median in every dimension",
    ],
    [costByYear, "untouched", "The initiatives cost about €20 million a year, 50 % of it public money"],
    [
      costByYear,
      "Rotterdam’s cut",
      "By 2018 the initiatives cost €400,000 a year less: public money pays €810,000 less",
    ],
    [scenarioPartnershipMix, "untouched", "10 of 139 partnerships are public–private"],
    [scenarioPartnershipMix, "turned partnerships", "The public–private share rises from 7 % to 20 %"],
    [inequality, "untouched", "Inequality between the cities stays at 0.11"],
    [inequality, "every city to the target", "The cities end up covered alike"],
    [breadth, "Rotterdam’s cut", "Rotterdam keeps two of its four broad dimensions"],
  ] as const)("of %o for %s: %s", (picture, name, title) => {
    expect(picture.title(views[name]!)).toBe(title);
  });

  it("tells small changes apart, and names who gains", () => {
    const small = viewOf({
      levers: [{ kind: "initiatives", city: "nairobi", dimension: "economic", initiatives: 0.1 }],
    });
    expect(coverageByCity.title(small)).toBe(
      "On average the cities go from 82.99 % to 83.03 % of what the median city has: only Nairobi changes",
    );
    const more = viewOf({ levers: [...leversOf("rotterdam-cut"), ...leversOf("every-city-to-target")] });
    expect(coverageByCity.title(more)).toMatch(/: (Kuala Lumpur|Auckland) gains most|Rotterdam loses most/);
  });
});

describe("pictures as they were looked at", () => {
  it.each(["Rotterdam’s cut", "one city"])("coverage: %s", async (name) => {
    await expect(pictureText(drawAt(coverageByCity, name, 340))).toMatchFileSnapshot(
      `./pictures/coverage-${name === "one city" ? "city" : "all"}.svg`,
    );
  });
});
