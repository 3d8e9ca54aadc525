import { noMarks } from "../../../src/components/marks.js";
import type { ScenarioContext } from "../../../src/scenario-charts/scenario-figure.js";
import { assumptionsPanel } from "../../../src/workbench/levers/assumptions-panel.js";
import { bestUseQuestion } from "../../../src/workbench/find/best-use.js";
import { findPanel } from "../../../src/workbench/find/find-panel.js";
import { frontierPanel } from "../../../src/workbench/find/frontier-panel.js";
import { modelOf, storiesOf, type PageData } from "../../../src/workbench/page-data.js";
import { resultRegion } from "../../../src/workbench/result-region.js";
import { sourceLinks } from "../../../src/workbench/source-link.js";
import { Workbench } from "../../../src/workbench/store.js";
import { toolbar } from "../../../src/workbench/toolbar.js";
import { tornadoPanel } from "../../../src/workbench/find/tornado-panel.js";
import { createModelClient } from "../../../src/workers/model-client.js";

// Not a test: the script of the small page on which the panels are tried in a browser.
const data = JSON.parse(document.getElementById("data")!.textContent) as PageData;
const model = modelOf(data);
if (!model.ok) throw new Error("the page's data is unsound");
const client = createModelClient(model.value, { root: `${location.origin}/` });
const workbench = new Workbench(model.value, data.version, client);
const context: ScenarioContext = {
  document,
  link: (path) => path,
  live: true,
  marks: noMarks,
  sourceName: (id) => id,
  sourceCitation: (id) => id,
  version: data.version,
};
document.querySelector("main")!.append(
  toolbar(document, workbench),
  resultRegion(document, workbench, true),
  bestUseQuestion(workbench, client, context),
  findPanel(document, workbench, client),
  frontierPanel(document, workbench, client, context),
  tornadoPanel(document, workbench, client, context),
  assumptionsPanel(
    document,
    workbench,
    storiesOf(data),
    sourceLinks(document, data.sources, (path) => path),
  ),
);
Object.assign(window, { workbench });
workbench.ask();
