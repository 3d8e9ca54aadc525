import { element } from "../components/element.js";
import { nearestSpot, spotsIn } from "./spots.js";

/**
 * Tells the value nearest to the pointer in a small panel over the picture. One listener a picture and one panel: a
 * redraw costs nothing. For pointers only; the table behind the picture tells everyone.
 * @param holder the `.picture` that holds the drawing
 */
export function pointerTip(document: Document, holder: HTMLElement): void {
  let panel: HTMLElement | null = null;
  const hide = () => {
    if (panel) panel.hidden = true;
  };
  const show = (event: PointerEvent) => {
    const drawing = (event.target as Element).closest?.("svg") ?? holder.querySelector("svg");
    if (!drawing) return;
    const box = drawing.getBoundingClientRect();
    const drawn = Number(drawing.getAttribute("width")) || box.width;
    const scale = box.width / drawn;
    const spot = nearestSpot(
      spotsIn(drawing),
      (event.clientX - box.left) / scale,
      (event.clientY - box.top) / scale,
    );
    if (!spot) {
      hide();
      return;
    }
    panel ??= element(document, "div", { class: "pointer-tip", "aria-hidden": "true" });
    if (panel.parentNode !== holder) holder.append(panel);
    panel.hidden = false;
    const words = spot.words();
    if (panel.textContent !== words) panel.textContent = words;
    const outer = holder.getBoundingClientRect();
    const x = box.left - outer.left + spot.x * scale;
    const y = box.top - outer.top + spot.y * scale;
    // Beside the mark where there is room, else on its other side; never out of the picture.
    const left = x + 14 + panel.offsetWidth <= outer.width ? x + 14 : Math.max(0, x - 14 - panel.offsetWidth);
    panel.style.left = `${left}px`;
    panel.style.top = `${Math.max(0, y - panel.offsetHeight - 6)}px`;
  };
  holder.addEventListener("pointermove", show);
  holder.addEventListener("pointerdown", show);
  holder.addEventListener("pointerleave", hide);
}
