import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Choice, Figure, Options, Row } from "../../src/components/figure.js";
import { figures } from "../../src/figures/registry.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

const withChoices = Object.values(figures).filter((figure) => figure.choices?.length);
const choosing = (several: boolean) =>
  withChoices.flatMap((figure) =>
    figure
      .choices!.filter((choice) => Boolean(choice.several) === several)
      .map((choice) => ({ figure, choice, name: `${figure.id}, ${choice.name}` })),
  );

/** Any legal set of values, in any order. */
const sets = (choice: Choice) =>
  fc.shuffledSubarray(
    choice.values.map((d) => d.value),
    { minLength: choice.several!.least, maxLength: choice.several!.most },
  );

const spans = ["from", "to"];
/** The column that the values of a choice stand in. */
const columnOf = (choice: Choice) => (choice.name === "places" ? "place_id" : "city_id");

const drawnRows = (figure: Figure, sent: Row[], options: Options) => figure.select?.(sent, options) ?? sent;

describe.each(choosing(false))("$name", ({ figure, choice }) => {
  it.each(choice.values.map((d) => d.value))(
    "%s: the rows drawn are the rows of the query shown",
    async (value) => {
      const options = { ...figure.options, [choice.name]: value };
      const sent = await real.rows(figure, figure.sent);
      expect(drawnRows(figure, sent, options)).toEqual(await real.rows(figure, options));
    },
  );

  it("draws another picture and gives other words for every value", async () => {
    const sent = await real.rows(figure, figure.sent);
    // A span of years may begin before the first number, and end after the last.
    const values = spans.includes(choice.name) ? choice.values.slice(-30, -25) : choice.values;
    const views = values.map(({ value }) => {
      const options = { ...figure.options, [choice.name]: value };
      const rows = drawnRows(figure, sent, options);
      return {
        picture: figure.draw?.(rows, real.canvas(340), options).outerHTML,
        words: figure.title(rows, options) + figure.description(rows, options),
      };
    });
    expect(new Set(views.map((view) => view.picture)).size).toBe(views.length);
    expect(new Set(views.map((view) => view.words)).size).toBe(views.length);
  });

  const offered = new Set(choice.values.map(({ value }) => value));
  const foreign = ["x'; drop table cities; --", "", "INITIATIVES", "constructor", "__proto__"];

  it.each(foreign.filter((value) => value === figure.options![choice.name] || !offered.has(value)))(
    "shows the first view for a value that is not offered: %j",
    async (value) => {
      const options = { ...figure.options, [choice.name]: value };
      const rows = await real.rows(figure);
      expect(figure.sql(options)).toBe(figure.sql(figure.options ?? {}));
      expect(figure.title(rows, options)).toBe(figure.title(rows, figure.options ?? {}));
      expect(figure.description(rows, options)).toBe(figure.description(rows, figure.options ?? {}));
    },
  );
});

describe.each(choosing(true))("$name", ({ figure, choice }) => {
  it("any set: the rows drawn are the rows of the query shown, in the same order", async () => {
    const sent = await real.rows(figure, figure.sent);
    const every = { ...figure.options, [choice.name]: choice.values.map(({ value }) => value).join() };
    const having = new Set(drawnRows(figure, sent, every).map((row) => row[columnOf(choice)]));
    expect(having.size).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(sets(choice), async (values) => {
        const options = { ...figure.options, [choice.name]: values.join(",") };
        const drawn = drawnRows(figure, sent, options);
        expect(drawn).toEqual(await real.rows(figure, options));
        expect(new Set(drawn.map((row) => row[columnOf(choice)]))).toEqual(
          new Set(values.filter((value) => having.has(value))),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("any set: title, description, words and picture have no slip", async () => {
    const sent = await real.rows(figure, figure.sent);
    fc.assert(
      fc.property(sets(choice), fc.constantFrom(340, 760), (values, width) => {
        const options = { ...figure.options, [choice.name]: values.join(",") };
        const drawn = drawnRows(figure, sent, options);
        const said = [
          figure.title(drawn, options),
          figure.description(drawn, options),
          ...(figure.words?.(drawn, options) ?? []),
          figure.draw?.(drawn, real.canvas(width), options).outerHTML ?? "",
        ];
        for (const words of said) expect(words).not.toMatch(/NaN|undefined|null|Infinity/);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    "x'; drop table cities; --",
    "lisbon'; drop table cities; --,nairobi",
    "lisbon,nairobi' or true or city_id = '",
    "lisbon,nairobi) or (1=1",
    "",
  ])("a hostile value reaches no SQL: %j", async (value) => {
    const options = { ...figure.options, [choice.name]: value };
    const offered = choice.values.map((d) => d.value);
    const every = { ...figure.options, [choice.name]: offered.join() };
    const having = new Set((await real.rows(figure, every)).map((row) => row[columnOf(choice)]));
    const asked = value.split(",").filter((d) => offered.includes(d) && having.has(d));
    expect(figure.sql(options)).not.toMatch(/drop|or true|1=1/);
    const rows = await real.rows(figure, options);
    expect(new Set(rows.map((row) => row[columnOf(choice)]))).toEqual(new Set(asked));
    expect(drawnRows(figure, await real.rows(figure, figure.sent), options)).toEqual(rows);
    expect(await real.database.query("select count(*) as n from cities where mapped")).toEqual([{ n: 8 }]);
  });
});

describe("options", () => {
  it("are of one kind for one name, so that figures of a page can share a control", () => {
    const byName = new Map<string, Choice>();
    for (const { choices = [] } of withChoices)
      for (const choice of choices)
        expect(byName.get(choice.name) ?? byName.set(choice.name, choice).get(choice.name)).toBe(choice);
  });
});
