import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { Pen } from "../../src/components/pen.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { drawPicture } from "../../src/scenario-charts/scenario-figure.js";
import { spotsIn } from "../../src/scenario-charts/spots.js";
import { emptyPage } from "../support/page/page.js";
import { views } from "../support/page/views.js";

/** A picture whatever the order its attributes were written in. */
function shape(node: Element): unknown {
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  const children = [...node.children].map(shape);
  return [node.localName, attributes, children.length ? children : node.textContent];
}

describe("a picture gone over", () => {
  const names = fc.array(fc.constantFrom(...Object.keys(views)), { minLength: 2, maxLength: 4 });
  const width = fc.constantFrom(320, 340, 760);

  it.each(scenarioPictures.filter(({ draw }) => draw).map((picture) => [picture.id, picture] as const))(
    "%s is the same as one drawn anew, whatever it showed before",
    (_, picture) => {
      fc.assert(
        fc.property(names, width, (chosen, width) => {
          const canvas = { document: emptyPage(), width, marks: noMarks };
          const draw = (name: string, earlier?: Element) =>
            drawPicture(picture, picture.rows(views[name]!), { ...canvas, earlier }, views[name]!);
          let over: Element | undefined;
          for (const name of chosen) over = draw(name, over);
          const fresh = draw(chosen[chosen.length - 1]!);
          expect(shape(over!)).toEqual(shape(fresh));
          expect(spotsIn(over!).map(({ x, y, words }) => [x, y, words()])).toEqual(
            spotsIn(fresh).map(({ x, y, words }) => [x, y, words()]),
          );
        }),
        { numRuns: 12 },
      );
    },
  );
});

describe("Pen", () => {
  const canvas = { document: emptyPage(), width: 100, marks: noMarks };

  it("keeps the marks that stay, removes what is too much, and takes attributes away again", () => {
    const first = Pen.begin(canvas, 100, 50);
    const dot = first.dot(1, 2, 3, { fill: "red" });
    first.text(4, 5, "<b>");
    const picture = first.finish();
    const second = Pen.begin({ ...canvas, earlier: picture }, 100, 60);
    expect(second.dot(1.26, 2, 3)).toBe(dot);
    expect(second.finish()).toBe(picture);
    expect(picture.getAttribute("height")).toBe("60");
    expect(dot.getAttribute("cx")).toBe("1.3");
    expect(dot.hasAttribute("fill")).toBe(false);
    expect(picture.querySelector("text")).toBeNull();
  });

  it("puts words as text", () => {
    const pen = Pen.begin(canvas, 100, 50);
    pen.text(0, 0, "<b>");
    expect(pen.finish().querySelector("b")).toBeNull();
  });
});
