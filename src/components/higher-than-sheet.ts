import { element } from "./element.js";

/** Words of a report on A4, in CSS pixels: as wide as they stand, and as high as a picture with its title may be. */
const sheet = { width: 695, height: 860 } as const;

const mark = "higher-than-sheet";

/** True where paper shows the table in the place of the figure's picture. */
export const isHigherThanSheet = (frame: Element): boolean => frame.classList.contains(mark);

/**
 * Marks a figure whose picture no sheet holds, and says so for paper: its table stands there in the picture's place, for
 * a table goes on from sheet to sheet and a picture would be cut.
 * @param drawing the picture, with its size in CSS pixels as attributes
 */
export function markHigherThanSheet(frame: HTMLElement, drawing: Element): void {
  const { width, height } = printedSize(drawing);
  const isHigher = width > 0 && height * Math.min(1, sheet.width / width) > sheet.height;
  if (isHigher === isHigherThanSheet(frame)) return;
  frame.classList.toggle(mark, isHigher);
  frame.querySelector(":scope > .on-paper")?.remove();
  if (isHigher)
    frame
      .querySelector(":scope > .picture")
      ?.after(
        element(
          frame.ownerDocument,
          "p",
          { class: "on-paper" },
          "The picture is higher than a sheet. Its table stands below.",
        ),
      );
}

function printedSize(drawing: Element): { width: number; height: number } {
  const svg = drawing.matches("svg") ? drawing : drawing.querySelector("svg");
  const [width = 0, height = 0] = ["width", "height"].map((name) => Number(svg?.getAttribute(name)) || 0);
  return { width, height };
}
