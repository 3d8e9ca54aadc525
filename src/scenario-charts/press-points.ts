import type { Pen } from "../components/pen.js";

/** A plan as a point of a picture, in pixels, with what its button is called. */
export interface PlanPoint {
  x: number;
  y: number;
  label: string;
}

/**
 * Draws points along a line, from left to right. With something to call they are buttons: each has a strip as high as the
 * picture, which is easier to hit than a dot.
 */
export function drawPoints(
  pen: Pen,
  points: readonly PlanPoint[],
  { top, bottom }: { top: number; bottom: number },
  onPoint?: (index: number) => void,
): void {
  const buttons = points.map(({ x, y, label }, i) => {
    const button = { role: "button", tabindex: i === 0 ? 0 : -1, "aria-label": label, class: "point" };
    const own = pen.group(onPoint ? button : {});
    if (onPoint) {
      const [a, b] = [points[i - 1]?.x ?? x, points[i + 1]?.x ?? x];
      const [from, to] = [Math.min((x + a) / 2, x - 6), Math.max((x + b) / 2, x + 6)];
      own.rect(from, top, to, bottom, { fill: "transparent" });
    }
    own.dot(x, y, 4, { fill: "var(--mark)" });
    return own.element as SVGElement;
  });
  if (onPoint) pressPoints(buttons, onPoint);
}

/** One stop of the Tab key for all points; arrows, Home and End go along them, Enter and Space choose one. */
function pressPoints(buttons: readonly SVGElement[], onPoint: (index: number) => void): void {
  const go = (to: number) => {
    buttons.forEach((button, i) => button.setAttribute("tabindex", i === to ? "0" : "-1"));
    buttons[to]?.focus();
  };
  const last = buttons.length - 1;
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => onPoint(i));
    button.addEventListener("keydown", (event) => {
      const steps: Record<string, () => void> = {
        Enter: () => onPoint(i),
        " ": () => onPoint(i),
        ArrowRight: () => go(Math.min(last, i + 1)),
        ArrowUp: () => go(Math.min(last, i + 1)),
        ArrowLeft: () => go(Math.max(0, i - 1)),
        ArrowDown: () => go(Math.max(0, i - 1)),
        Home: () => go(0),
        End: () => go(last),
      };
      const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
      if (!step) return;
      event.preventDefault();
      step();
    });
  });
}
