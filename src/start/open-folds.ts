import { anchorOf } from "../components/address.js";
import { openPlace } from "../components/open-place.js";

/**
 * A way to what stands in a fold opens the fold, when the page comes and when its address changes. Newer browsers do so by
 * themselves; what is open already is left where the reader has scrolled it. On paper all of a list stands open.
 */
export function openFolds(page: Window & { CSS: typeof CSS }): void {
  const { document, location } = page;
  const open = () => {
    const place = document.getElementById(anchorOf(location.hash));
    if (place?.closest("details:not([open])")) openPlace(document, location.hash);
  };
  open();
  page.addEventListener("hashchange", open);
  // Where a stylesheet cannot open folds for paper: see `statistics-list.css`.
  if (page.CSS.supports("selector(::details-content)")) return;
  let opened: Element[] = [];
  page.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".statistics > details:not([open])")];
    for (const fold of opened) fold.setAttribute("open", "");
  });
  page.addEventListener("afterprint", () => {
    for (const fold of opened) fold.removeAttribute("open");
  });
}
