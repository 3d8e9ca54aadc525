/** A text in a picture and where it stands, in CSS pixels from the picture's top left. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  /** Distance of its panel from the left and the top; 0 where the picture has one panel. */
  panel: { x: number; y: number };
}

/** The texts of marks: numbers and names that stand for rows, not those of axes. */
export function textMarks(picture: Element): PlacedText[] {
  return placed(picture, "text");
}

/** The labels of an axis: `x`, `y`, `fx` or `fy`. */
export function tickLabels(picture: Element, axis: string): PlacedText[] {
  return placed(picture, `${axis}-axis tick label`);
}

/** A drawn number without its bound before it and the marks of flags and second readings behind it. */
export function plain(text: string): string {
  return text.replace(/^[≥>≤<≈]\u202f|[†*]+$/g, "");
}

/** The label of an axis that a mark stands beside. */
export function nearest(labels: PlacedText[], at: number, side: "x" | "y"): string {
  const [found] = [...labels].sort((a, b) => Math.abs(a[side] - at) - Math.abs(b[side] - at));
  if (!found || Math.abs(found[side] - at) > 12) throw new Error(`no label of ${side} near ${at}`);
  return found.text;
}

function placed(picture: Element, label: string): PlacedText[] {
  return [...picture.querySelectorAll(`g[aria-label="${label}"]`)].flatMap((group) =>
    [...group.querySelectorAll("text")].map((text) => {
      const own = shift(text);
      const outer = shift(group);
      const parent = text.parentElement!;
      const panel = parent === group ? { x: 0, y: 0 } : shift(parent);
      return {
        text: inOneLine(text),
        x: own.x + outer.x + panel.x,
        y: own.y + outer.y + panel.y,
        panel,
      };
    }),
  );
}

/** A text whose lines are read as one: a line goes on after a dash, and after a space elsewhere. */
export function inOneLine(text: Element): string {
  const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent);
  return lines.length ? lines.join(" ").replace(/([–-]) /g, "$1") : text.textContent;
}

function shift(element: Element): { x: number; y: number } {
  const [, x = "0", y = "0"] =
    /translate\(([-\d.e]+),\s*([-\d.e]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}
