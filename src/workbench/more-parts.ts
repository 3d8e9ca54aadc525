import type { ScenarioContext } from "../scenario-charts/scenario-figure.js";
import type { ModelClient } from "../workers/model-client.js";
import type { MoreParts } from "./assemble.js";
import { element } from "../components/element.js";
import { bestUseQuestion } from "./find/best-use.js";
import { comparePanel } from "./compare/compare-panel.js";
import { copyLink } from "./copy-link.js";
import { exportMenu } from "./saved/export-panel.js";
import { importMenu } from "./saved/export-panel-import.js";
import { findPanel } from "./find/find-panel.js";
import { frontierPanel } from "./find/frontier-panel.js";
import type { PageData } from "./page-data.js";
import { saveButton } from "./saved/saved-panel-save.js";
import { savedPanel } from "./saved/saved-panel.js";
import type { SavedShelf } from "./saved/saved-shelf.js";
import type { Workbench } from "./store.js";
import { tradeOffPanel } from "./find/trade-off-panel.js";
import { tornadoPanel } from "./find/tornado-panel.js";

/**
 * The tools behind undo and redo, and the sections below the pictures: finding, what drives the result, saving and
 * comparing.
 * @param notices where is told what a link, a file or a saved scenario brought
 */
export function moreParts(
  context: ScenarioContext,
  workbench: Workbench,
  data: PageData,
  client: ModelClient | null,
  shelf: SavedShelf,
  notices: HTMLElement,
): Pick<MoreParts, "tools" | "first" | "sections"> {
  const { document } = context;
  return {
    tools: [
      copyLink(document, workbench),
      saveButton(document, workbench, shelf),
      exportMenu(context, workbench, shelf, data),
      importMenu(document, workbench, shelf, notices),
    ],
    first: element(
      document,
      "section",
      { class: "budget-first", id: "best-use", "aria-label": "Best use of money" },
      bestUseQuestion(workbench, client, context),
    ),
    sections: [
      findPanel(document, workbench, client),
      frontierPanel(document, workbench, client, context),
      ...(workbench.model.baseline.cities.length > 1
        ? [tradeOffPanel(document, workbench, client, context)]
        : []),
      tornadoPanel(document, workbench, client, context),
      savedPanel(document, workbench, shelf, notices),
      comparePanel(context, workbench, shelf),
    ],
  };
}
