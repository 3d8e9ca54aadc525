import { bad } from "../model/outcome.js";
import { faultsWords } from "../components/fault-words.js";
import { element } from "../components/element.js";
import { noscriptNotice } from "../components/noscript-notice.js";
import type { FrameContext } from "../components/frame-context.js";
import { scenarioPictures } from "../scenario-charts/pictures.js";
import { scenarioFigure } from "../scenario-charts/scenario-figure.js";
import { assemble } from "./assemble.js";
import { moreParts } from "./more-parts.js";
import { carriedIn, modelOf, type PageData } from "./page-data.js";
import { SavedShelf } from "./saved/saved-shelf.js";
import { Workbench } from "./store.js";
import { versionsOf } from "./versions-line.js";

/**
 * The workbench as it stands in the page's HTML: the baseline with its pictures, and the data that the page's script
 * goes on with. It reads without scripts.
 * @throws when the evidence gives no model: the message lists every problem
 */
export function workbenchBlock(context: FrameContext, data: PageData): HTMLElement {
  const { document } = context;
  const model = modelOf(data);
  if (!model.ok) throw new Error(faultsWords(model.faults));
  const workbench = new Workbench(model.value, data.version, null);
  // Nothing is saved where the site is built, and nobody asks.
  const shelf = new SavedShelf(() => Promise.resolve(bad()));
  // Forms for searching and comparing come with the scripts that answer them.
  const { tools, first } = moreParts(context, workbench, data, null, shelf, element(document, "div"));
  const versions = () => versionsOf(workbench.document, workbench.model);
  const figures = scenarioPictures.map((picture) =>
    scenarioFigure(picture, workbench.view, { ...context, versions }),
  );
  return element(
    document,
    "div",
    { class: "workbench", "data-workbench": data.version },
    noscriptNotice(document, "The levers need JavaScript. Below is what was counted, unchanged."),
    ...assemble(context, workbench, data, false, { figures, tools, first, sections: [] }),
    // What links to the saved scenarios leads to a place, before their list comes with the scripts.
    element(document, "div", { id: "saved-scenarios" }),
    // Last, so that the first picture does not wait for it on a slow line.
    element(document, "div", { hidden: true, "data-model": JSON.stringify(carriedIn(data)) }),
  );
}
