import { faultsWords } from "../components/fault-words.js";
import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { openPlace } from "../components/open-place.js";
import { marksOf } from "../components/marks.js";
import { siteLink } from "../components/site-root.js";
import { LiveScenarioFigure } from "../scenario-charts/live-scenario-figure.js";
import type { ScenarioContext } from "../scenario-charts/scenario-figure.js";
import { Saved } from "../scenario/saved.js";
import { createModelClient, type ModelClient } from "../workers/model-client.js";
import { followAdoption } from "./practices/adopt-address.js";
import { followAddress } from "./address.js";
import { AwaitedRegister } from "./practices/awaited-register.js";
import { assemble } from "./assemble.js";
import { modelsOffer } from "./compare/models-offer.js";
import { scenarioLink } from "./copy-link.js";
import { beginningOf } from "./beginning.js";
import { followColumns } from "./chart-columns.js";
import { tell } from "./address-notice.js";
import { followMyCity } from "./follow-my-city.js";
import { followLastScenario } from "./last-scenario.js";
import { untouched } from "../scenario/document.js";
import { readerCity } from "../my-city/reader-city.js";
import { picturesFor } from "./pictures-for.js";
import { moreParts } from "./more-parts.js";
import type { Register } from "./practices/fetch-register.js";
import { modelOf, type CarriedData, type PageData } from "./page-data.js";
import { adoptablesOf, setAsideOf } from "../model/adoptable.js";
import { SavedShelf } from "./saved/saved-shelf.js";
import { Workbench } from "./store.js";
import { followKeys } from "./toolbar.js";
import { todayIn } from "./today.js";
import { versionsOf } from "./versions-line.js";

/** How long the page waits for a register that is as good as here, in milliseconds: then it goes on without. */
const shortWait = 300;

/**
 * Brings the workbench of the page's HTML to life: levers, pictures, undo, links. It does not wait for the register of
 * practices: what needs it comes when it is here.
 * @param asked the practices that may be adopted, or why they did not come
 * @param again asks once more; never fails
 */
export async function hydrateWorkbench(
  document: Document,
  asked: Promise<Register>,
  again: () => Promise<Register>,
): Promise<void> {
  const register = new AwaitedRegister(asked, again);
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, shortWait))]);
  const root = document.querySelector<HTMLElement>("[data-workbench]");
  if (!root) return;
  const carried = JSON.parse(
    root.querySelector<HTMLElement>("[data-model]")?.dataset.model ?? "{}",
  ) as CarriedData;
  const data: PageData = { ...carried, practices: register.all };
  const model = modelOf(data);
  // The page's HTML was made from the same data: it cannot be unsound here alone.
  if (!model.ok) throw new Error(faultsWords(model.faults));
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
  const part = location.hash;
  const beginning = beginningOf(location, readerCity.now, { model: model.value, dataVersion: data.version });
  const workbench = new Workbench(
    model.value,
    data.version,
    client,
    beginning.document,
    new Date().getFullYear(),
  );
  workbench.awaitsRegister = !register.isHere;
  const shelf = new SavedShelf(() => Saved.open(todayIn(workbench)));
  // First of all that follow the register: the others find its practices in the model.
  register.subscribe(({ kind }) => {
    if (kind !== "here") return;
    client.renew(workbench.receive(adoptablesOf(register.all), setAsideOf(register.all)));
    void shelf.refresh();
  });
  const offer = modelsOffer(document, workbench, shelf);
  const notices = element(document, "div", { class: "notices" });
  const adoptionNotices = element(document, "div", { class: "notices" });
  const ofScenario: ScenarioContext = {
    ...context,
    versions: () => versionsOf(workbench.document, workbench.model),
    scenarioLink: () => scenarioLink(document, workbench),
  };
  // The pictures of the page's HTML stay until they are drawn for the room there is.
  const figures = picturesFor(workbench.model).map(
    (picture) =>
      new LiveScenarioFigure(
        picture,
        workbench.view,
        ofScenario,
        // The page's HTML shows the mapping of all cities.
        beginning.document === untouched ? (document.getElementById(picture.id) ?? undefined) : undefined,
      ),
  );
  root.replaceChildren(
    notices,
    adoptionNotices,
    ...assemble(context, workbench, data, true, {
      figures: figures.map(({ frame }) => frame),
      ...moreParts(ofScenario, workbench, data, client, shelf, notices),
      register,
    }),
  );
  followKeys(document, workbench);
  workbench.subscribe((_, change) => {
    for (const figure of figures) figure.update(workbench.view);
    root.dispatchEvent(new CustomEvent(change === "document" ? "arrivals-drawn" : "arrivals-answered"));
  });
  followColumns(window, root);
  root.dataset.live = "true";
  if (beginning.note) tell(document, adoptionNotices, "status", [beginning.note]);
  followLastScenario(document, window, () => localStorage, workbench, adoptionNotices, offer);
  followMyCity(document, window, workbench, beginning.city, adoptionNotices);
  followAddress(document, window, workbench, notices, register, offer);
  followAdoption(document, window, workbench, adoptionNotices, register);
  workbench.ask();
  void shelf.start();
  openPlace(document, part);
}
