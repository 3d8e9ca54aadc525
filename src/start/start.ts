import type { Register } from "../workbench/practices/fetch-register.js";
import { fetchPart, startPart } from "../components/fetch-part.js";

const noRegister = "The register of practices did not arrive";

/**
 * Starts on every page. What makes pictures live is fetched after the page has been shown, so that it never delays the
 * first view.
 */
function whenShown(run: () => void): void {
  if (document.readyState === "complete") setTimeout(run);
  else addEventListener("load", () => setTimeout(run), { once: true });
}

// The script in the page's head waits for this: see `watch-start.ts`.
document.documentElement.dataset.started = "true";

whenShown(() => {
  // Figures below the first view wait for this: see `loaders/site/inline-style.ts`.
  document.documentElement.dataset.shown = "true";
  const place = (selector: string) => document.querySelector<HTMLElement>(selector);
  if (place("[data-figure], [data-query]"))
    void startPart(
      "Choices, downloads and queries of the figures",
      import("./live.js"),
      "hydrate",
      (hydrate) => hydrate(document),
    );
  if (place("[data-sortable]"))
    void startPart(
      "Buttons that sort the tables",
      import("../components/sortable-table.js"),
      "makeSortable",
      (makeSortable) => makeSortable(document, location, history),
    );
  const workbench = place("[data-workbench]");
  if (workbench) {
    const fetchRegister = () =>
      fetchPart(import("../workbench/practices/fetch-register.js"), "fetchRegister")
        .then((fetchRegister) => fetchRegister(workbench.dataset.workbench ?? ""))
        .catch(({ message }: Error): Register => ({
          ok: false,
          faults: [{ message: `${noRegister}, for ${message}.` }],
        }));
    // Asked for at once; the workbench does not wait for it.
    const register = fetchRegister();
    void startPart("The levers", import("../workbench/hydrate.js"), "hydrateWorkbench", (hydrate) =>
      hydrate(document, register, fetchRegister),
    );
  }
  if (place("[data-checklist]"))
    void startPart(
      "Choices and marks",
      import("../recommendations/hydrate.js"),
      "hydrateChecklist",
      (hydrate) => hydrate(document),
    );
  if (place("[data-practices]"))
    void startPart("Search and filters", import("../practices/hydrate.js"), "hydratePractices", (hydrate) =>
      hydrate(document),
    );
});
