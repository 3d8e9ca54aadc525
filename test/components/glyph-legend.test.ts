import { describe, expect, it } from "vitest";
import { glyphLegend, type Glyph } from "../../src/components/glyph-legend.js";
import { emptyPage } from "../support/page/page.js";

const bar = (means: string): Glyph => ({ form: "bar", colour: "var(--mark)", means });
const others = bar("the others");

/** Lines of each entry, its left, its top, and the height of all. */
function legend(means: string, width: number) {
  const { element, height } = glyphLegend(emptyPage(), [bar(means), others], width);
  const entries = [...element.querySelectorAll("text")].map((text) => {
    const parts = [...text.querySelectorAll("tspan")].map((part) => part.textContent);
    return {
      lines: parts.length ? parts : [text.textContent],
      x: Number(text.getAttribute("x")),
      y: Number(text.getAttribute("y")),
    };
  });
  return { entries, height };
}

describe("glyphLegend(document, glyphs, width)", () => {
  it("puts entries side by side while there is room", () => {
    const { entries, height } = legend("Lisbon", 340);
    expect(entries.map(({ lines }) => lines)).toEqual([["Lisbon"], ["the others"]]);
    expect(entries[1]!.x).toBeGreaterThan(20 + 6 * 7);
    expect(entries[1]!.y).toBe(entries[0]!.y);
    expect(height).toBe(18);
  });

  it("breaks an entry that is wider than the picture, and the next one stands under it", () => {
    const { entries, height } = legend(
      "Llanfairpwllgwyngyll on the Water (your numbers), São Paulo and Kuala Lumpur",
      340,
    );
    const [long, next] = entries;
    expect(long!.lines.length).toBe(2);
    expect(long!.lines.join(" ")).toContain("(your numbers), São Paulo");
    expect(next!.x).toBe(20);
    expect(next!.y).toBeGreaterThan(long!.y + 14);
    expect(height).toBeGreaterThan(next!.y);
  });

  it.each([
    ["W".repeat(60), 340],
    ["東".repeat(60), 340],
    ["W".repeat(100), 760],
  ])("shortens a word that is wider than the picture: %s, %i px", (word, width) => {
    const [long] = legend(`${word} (your numbers)`, width).entries;
    expect(long!.lines).toEqual([expect.stringMatching(/^(W|東)+…$/), "(your numbers)"]);
    expect([...long!.lines[0]!].length * 12).toBeLessThanOrEqual(width);
  });

  it("gives wide letters the room they take", () => {
    const entries = legend("WMWMWMWMWM (your numbers)", 760).entries;
    expect(entries[1]!.x - entries[0]!.x).toBeGreaterThan(10 * 12 + 14 * 7);
  });
});
