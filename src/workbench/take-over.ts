import { element } from "../components/element.js";
import type { FrameContext } from "../components/figure-frame.js";
import { marksOf } from "../components/marks.js";
import { siteLink } from "../components/site-root.js";
import { LiveScenarioFigure } from "../scenario-charts/live-scenario-figure.js";
import { scenarioPictures } from "../scenario-charts/pictures.js";
import type { ScenarioContext } from "../scenario-charts/scenario-figure.js";
import { Saved } from "../scenario/saved.js";
import { createModelClient, type ModelClient } from "../workers/model-client.js";
import { adoptFromAddress } from "./adopt-address.js";
import { followAddress, todayOf } from "./address.js";
import { tell } from "./address-notice.js";
import { assemble } from "./assemble.js";
import { scenarioLink } from "./copy-link.js";
import { moreParts } from "./more-parts.js";
import type { Register } from "./fetch-register.js";
import { modelOf, type CarriedData, type PageData } from "./page-data.js";
import { SavedShelf } from "./saved-shelf.js";
import { Workbench } from "./store.js";
import { followKeys } from "./toolbar.js";
import { versionsOf } from "./versions-line.js";

/**
 * Takes the workbench over from the page's HTML: levers, pictures, undo, links.
 * @param register the practices that may be adopted, or why they did not come
 */
export function takeOverWorkbench(document: Document, register: Register): void {
  const root = document.querySelector<HTMLElement>("[data-workbench]");
  if (!root) return;
  const carried = JSON.parse(
    root.querySelector<HTMLElement>("[data-model]")?.dataset.model ?? "{}",
  ) as CarriedData;
  const data: PageData = { ...carried, practices: register.ok ? register.practices : [] };
  const model = modelOf(data);
  // The page's HTML was made from the same data: it cannot be unsound here alone.
  if (!model.ok) throw new Error(model.problems.map(({ message }) => message).join("; "));
  const context: FrameContext = {
    document,
    link: siteLink,
    live: true,
    marks: marksOf(data.discrepancies),
    sourceName: (id) => data.sources[id]?.[0] ?? id,
    sourceCitation: (id) => data.sources[id]?.[1] ?? id,
    version: data.version,
  };
  const client: ModelClient = createModelClient(model.value);
  const workbench = new Workbench(model.value, data.version, client);
  const shelf = new SavedShelf(() => Saved.open(todayOf(workbench)));
  const notices = element(document, "div", { class: "notices" });
  const adoptionNotices = element(document, "div", { class: "notices" });
  const ofScenario: ScenarioContext = {
    ...context,
    versions: () => versionsOf(workbench.document, workbench.model),
    scenarioLink: () => scenarioLink(document, workbench),
  };
  // The pictures of the page's HTML stay until they are drawn for the room there is.
  const figures = scenarioPictures.map(
    (picture) =>
      new LiveScenarioFigure(
        picture,
        workbench.view,
        ofScenario,
        document.getElementById(picture.id) ?? undefined,
      ),
  );
  root.replaceChildren(
    notices,
    adoptionNotices,
    ...assemble(context, workbench, data, true, {
      figures: figures.map(({ frame }) => frame),
      ...moreParts(ofScenario, workbench, data, client, shelf, notices),
    }),
  );
  followKeys(document, workbench);
  workbench.subscribe((_, change) => {
    for (const figure of figures) figure.update(workbench.view);
    root.dispatchEvent(new CustomEvent(change === "document" ? "arrivals-drawn" : "arrivals-answered"));
  });
  root.dataset.live = "true";
  followAddress(document, window, workbench, notices);
  // Without the register nothing can be adopted: the address keeps what it asks for, for the reload that may bring it.
  if (register.ok) adoptFromAddress(document, window, workbench, adoptionNotices);
  else tell(document, adoptionNotices, "alert", [register.message]);
  workbench.ask();
  void shelf.start();
}
