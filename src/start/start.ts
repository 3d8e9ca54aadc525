import type { Register } from "../workbench/practices/fetch-register.js";
import { fetchPart, startPart } from "../components/fetch-part.js";
import { nameSheets } from "../components/printed-address.js";
import { openFolds } from "./open-folds.js";
import { tellDays } from "./tell-days.js";
import { keepOnPage } from "./ways-on-page.js";

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

keepOnPage(document);
nameSheets(window);
openFolds(window);

const place = (selector: string) => document.querySelector<HTMLElement>(selector);

whenShown(() => {
  // Figures below the first view wait for this: see `loaders/site/inline-style.ts`.
  document.documentElement.dataset.shown = "true";
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
  const checked = place("[data-checked]");
  if (checked) tellDays(checked, Date.now());
  const city = place("[data-my-city]");
  if (city)
    void startPart("Choices of a city", import("../my-city/start-my-city.js"), "startMyCity", (start) =>
      start(document, city),
    );
  const comparators = place("[data-comparators]");
  if (comparators)
    void startPart(
      "Weights of the cities to compare with",
      import("../my-city/comparators/start-comparators.js"),
      "startComparators",
      (start) => start(document, comparators),
    );
  const brief = place("[data-brief]");
  if (brief)
    void startPart(
      "The way to other briefs and the date on paper",
      import("../briefs/live-brief.js"),
      "startBrief",
      (start) => start(document, brief),
    );
  const discrepancies = place("[data-discrepancy-list]");
  if (discrepancies)
    void startPart(
      "Filters of the discrepancies",
      import("../components/discrepancy-filter.js"),
      "startFilter",
      (start) => start(document, discrepancies),
    );
  const reports = place("[data-report-list]");
  if (reports)
    void startPart("The search of the reports", import("../reports/start-list.js"), "startList", (start) =>
      start(reports),
    );
  const report = place("[data-report]");
  if (report)
    void startPart(
      "The address in the citation",
      import("../reports/start-report.js"),
      "startReport",
      (start) => start(document, report),
    );
  const pasted = place("[data-paste-check]");
  if (pasted)
    void startPart(
      "The box and the button that checks a text",
      import("../paste-check/start-paste-check.js"),
      "startPasteCheck",
      (start) => start(document, pasted),
    );
  const lost = place("[data-lost]");
  if (lost)
    void startPart(
      "Names near to the address",
      import("../site-search/start-lost.js"),
      "startLost",
      (start) => start(document, lost),
    );
  const workbench = place("[data-workbench]");
  if (workbench) {
    const fetchRegister = () =>
      fetchPart(import("../workbench/practices/fetch-register.js"), "fetchRegister")
        .then((fetchRegister) => fetchRegister(workbench.dataset.workbench ?? ""))
        .catch(({ message }: Error): Register => ({
          ok: false,
          faults: [{ message: `${noRegister}, for ${message}: reload the page to try again.` }],
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

// The search comes when it is asked for: with a click into its box, or with "/" outside of a field.
const search = place("[data-site-search]");
const searchBox = search?.querySelector("input");
searchBox?.addEventListener(
  "focus",
  () =>
    void startPart("Search results", import("../site-search/start-search.js"), "startSearch", (start) =>
      start(document, search!),
    ),
  { once: true },
);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !searchBox) return;
  if ((event.target as Element).closest("input,textarea,select,[contenteditable]")) return;
  event.preventDefault();
  if (!searchBox.checkVisibility()) place("#site-menu")?.showPopover();
  searchBox.focus();
});
