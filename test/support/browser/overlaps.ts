import type { Locator } from "playwright-core";

/** Letters of a picture are at least so high on the screen, in CSS pixels. */
const leastSize = 11;

/**
 * What cannot be read in a picture as the browser lays it out: words on other words, words on a line of reference (a
 * part of `.reference`), words cut off at the picture's sides, and letters that are too small. One line for each.
 * @param figure whose visible picture is looked at; that it has words at all is the test's to say
 */
export async function unreadable(figure: Locator): Promise<string[]> {
  return figure.evaluate((frame, least) => {
    const svg = [...frame.querySelectorAll<SVGSVGElement>(".picture svg")].find((one) =>
      one.checkVisibility(),
    );
    if (!svg) return ["no picture is shown"];
    // A line's box is a little higher than its letters.
    const inner = ({ left, right, top, bottom }: DOMRect) => ({
      left,
      right,
      top: top + (bottom - top) * 0.12,
      bottom: bottom - (bottom - top) * 0.12,
    });
    type Box = ReturnType<typeof inner>;
    const meet = (a: Box, b: Box) =>
      a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom;
    const bounds = svg.getBoundingClientRect();
    const scale = bounds.width / (svg.viewBox.baseVal?.width || svg.width.baseVal.value);
    const texts = [...svg.querySelectorAll("text")].flatMap((text) => {
      const lines = text.querySelectorAll("tspan");
      return lines.length ? [...lines] : [text];
    });
    const words = texts
      .filter((text) => text.textContent.trim() !== "")
      .map((text) => ({
        text: text.textContent,
        box: inner(text.getBoundingClientRect()),
        size: parseFloat(getComputedStyle(text).fontSize) * scale,
      }));
    const lines = [...svg.querySelectorAll<SVGGraphicsElement>(".reference line, .reference path")].map(
      (line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return { left: left - 0.5, right: right + 0.5, top, bottom };
      },
    );
    const faults: string[] = [];
    words.forEach(({ text, box, size }, i) => {
      if (size < least) faults.push(`“${text}” is ${size.toFixed(1)} px high`);
      if (box.left < bounds.left - 1 || box.right > bounds.right + 1) faults.push(`“${text}” is cut off`);
      for (const other of words.slice(i + 1))
        if (meet(box, other.box)) faults.push(`“${text}” stands on “${other.text}”`);
      for (const line of lines)
        if (box.left < line.right && line.left < box.right && box.top < line.bottom && line.top < box.bottom)
          faults.push(`“${text}” stands on a line`);
    });
    return faults;
  }, leastSize);
}

/** How many words and lines of reference the visible picture has, so that a test of `unreadable` cannot pass on none. */
export async function drawnParts(figure: Locator): Promise<{ words: number; lines: number }> {
  return figure.evaluate((frame) => {
    const svg = [...frame.querySelectorAll(".picture svg")].find((one) => one.checkVisibility());
    return {
      words: svg?.querySelectorAll("text").length ?? 0,
      lines: svg?.querySelectorAll(".reference line, .reference path").length ?? 0,
    };
  });
}
