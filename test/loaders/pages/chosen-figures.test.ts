import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { readBlockLine } from "../../../loaders/pages/block-line.js";
import { blockFaults } from "../../../loaders/pages/check-block.js";
import { knownNames, type KnownChoice } from "../../../loaders/pages/known.js";
import type { ChosenBlocks } from "../../../loaders/site/blocks.js";
import { drawChosen } from "../../../loaders/site/draw-chosen.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";

const known = knownNames(evidence);
/** A mapped city, and two of which less is known. */
const someCities = ["lisbon", "toronto", "ramallah"];
const valuesOf = ({ name, values, several }: KnownChoice) =>
  name === "city"
    ? someCities
    : several
      ? // A reader may choose none; an author names one at least.
        [values.slice(0, Math.max(1, several.least)), values.slice(-several.most)].map((some) =>
          some.map(({ value }) => value).join(","),
        )
      : values.map(({ value }) => value);
const asked = known.figures.flatMap((figure) =>
  [...figure.choices, ...figure.given].flatMap((choice) =>
    valuesOf(choice).map((value) => ({
      figure,
      choice,
      name: `figure ${figure.id} ${choice.name}=${value}`,
    })),
  ),
);

describe("every choice of every figure, made in a page's block", () => {
  let drawn: ChosenBlocks;
  beforeAll(async () => {
    const names = asked.map(({ name }) => name);
    drawn = await drawChosen(evidence, await realDatabase(), names);
  });

  it.each(asked.map((one) => [one.name, one] as const))("%s", (name, { figure, choice }) => {
    expect(blockFaults(readBlockLine(`::: ${name}`)!, known, [])).toEqual([]);
    const html = drawn.html[name];
    // Not everything is known of every city; that is told in the place of the figure.
    if (html === undefined) {
      expect(figure.given).toContain(choice);
      expect(drawn.faults[name]).toBe("the evidence has no rows for this choice");
      return;
    }
    const frame = parseHTML(html).document.querySelector<HTMLElement>("figure")!;
    expect(frame.id).toBe(figure.id);
    const value = name.slice(name.indexOf("=") + 1);
    const isGiven = figure.given.includes(choice);
    const carried = frame.getAttribute(isGiven ? "data-options" : "data-first");
    const isFirst = figure.first[choice.name] === value;
    expect(JSON.parse(carried ?? "null")).toEqual(isFirst ? null : { [choice.name]: value });
  });

  it("says what went wrong with a query, with the file and the line", async () => {
    const failing = {
      query: () => Promise.reject(new Error("Binder Error: no such column\n\nLINE 1: select")),
    };
    const { faults, html } = await drawChosen(evidence, failing, ["figure coverage measure=actors"]);
    expect(html).toEqual({});
    expect(faults["figure coverage measure=actors"]).toMatch(
      /^src\/figures\/coverage\.ts:\d+: Binder Error: no such column$/,
    );
  });
});
