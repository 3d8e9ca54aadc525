import { describe, expect, it } from "vitest";
import { keyGroup, placeKey, type Glyph, type KeyEntry } from "../../src/components/picture-key.js";
import { emptyPage } from "../support/page/page.js";

const ring: Glyph = { kind: "ring", colour: "var(--ink)" };
const entries: KeyEntry[] = [{ glyph: ring, words: "2013" }, { words: "blank: not told" }];

describe("placeKey(entries, width, letters)", () => {
  it("puts entries side by side where they fit, and else in lines", () => {
    const wide = placeKey(entries, 300);
    expect(new Set(wide.placed.map(({ y }) => y)).size).toBe(1);
    const narrow = placeKey(entries, 100);
    expect(narrow.placed.map(({ x, y }) => [x, y])).toEqual([
      [0, 9],
      [0, 27],
    ]);
    expect(narrow.height).toBe(2 * wide.height);
  });

  it("takes no room for no entries", () => {
    expect(placeKey([], 300)).toEqual({ placed: [], height: 0 });
  });
});

describe("keyGroup(document, entries, width)", () => {
  const { group } = keyGroup(emptyPage(), entries, 300);

  it("writes what each sign means behind the sign, never over it", () => {
    const words = [...group.querySelectorAll("text")];
    expect(words.map((text) => text.textContent)).toEqual(["2013", "blank: not told"]);
    const circle = group.querySelector("circle")!;
    const end = Number(circle.getAttribute("cx")) + Number(circle.getAttribute("r"));
    expect(Number(words[0]!.getAttribute("x"))).toBeGreaterThan(end);
  });

  it("draws a shape for a sign, and none where nothing is drawn", () => {
    expect(group.querySelectorAll(".glyph")).toHaveLength(1);
  });

  it.each<[Glyph["kind"], string]>([
    ["dot", "circle"],
    ["ring", "circle"],
    ["bar", "rect"],
    ["outline", "rect"],
    ["range", "rect"],
    ["shade", "rect"],
    ["rule", "line"],
    ["line", "line"],
    ["diamond", "path"],
  ])("draws a %s as a %s in its colour", (kind, shape) => {
    const made = keyGroup(emptyPage(), [{ glyph: { kind, colour: "var(--gap)" }, words: "x" }], 300).group;
    const [drawn] = made.querySelectorAll(".glyph > *");
    expect(drawn!.localName).toBe(shape);
    expect([drawn!.getAttribute("fill"), drawn!.getAttribute("stroke")]).toContain("var(--gap)");
  });
});
