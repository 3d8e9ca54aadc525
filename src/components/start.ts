import { fetchRegister } from "../workbench/fetch-register.js";

/**
 * Starts on every page. What makes pictures live is fetched after the page has been shown, so that it never delays the
 * first view.
 */
function whenShown(run: () => void): void {
  if (document.readyState === "complete") setTimeout(run);
  else addEventListener("load", () => setTimeout(run), { once: true });
}

whenShown(() => {
  // Figures below the first view wait for this: see `loaders/site/inline-style.ts`.
  document.documentElement.dataset.shown = "true";
  if (document.querySelector("[data-figure], [data-query]"))
    void import("./live.js").then(({ takeOver }) => takeOver(document));
  if (document.querySelector("[data-sortable]"))
    void import("./sortable-table.js").then(({ makeSortable }) => makeSortable(document, location, history));
  if (document.querySelector("[data-workbench]")) {
    // Asked for at once; the workbench does not wait for it.
    const register = fetchRegister();
    void import("../workbench/take-over.js").then(({ takeOverWorkbench }) =>
      takeOverWorkbench(document, register),
    );
  }
  if (document.querySelector("[data-checklist]"))
    void import("../recommendations/take-over.js").then(({ takeOverChecklist }) =>
      takeOverChecklist(document),
    );
  if (document.querySelector("[data-practices]"))
    void import("../practices/take-over.js").then(({ takeOverPractices }) => takeOverPractices(document));
});
