import type { FrameContext } from "../../../src/components/frame-context.js";
import { element } from "../../../src/components/element.js";
import { noMarks } from "../../../src/components/marks.js";
import { attribution } from "../../../src/model/attribution.js";
import { everyCity } from "../../../src/model/levers/every-city.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { uncertainty } from "../../../src/model/uncertainty.js";
import { scenarioPictures } from "../../../src/scenario-charts/pictures.js";
import { LiveScenarioFigure } from "../../../src/scenario-charts/live-scenario-figure.js";
import { encodeScenario } from "../../../src/scenario/link.js";
import { Saved } from "../../../src/scenario/saved.js";
import { followAddress } from "../../../src/workbench/address.js";
import { todayOf } from "../../../src/workbench/today.js";
import { assemble } from "../../../src/workbench/assemble.js";
import { brief } from "../../../src/workbench/brief/brief.js";
import { comparePanel } from "../../../src/workbench/compare/compare-panel.js";
import { copyLink, scenarioLink } from "../../../src/workbench/copy-link.js";
import { exportMenu } from "../../../src/workbench/saved/export-panel.js";
import { importMenu } from "../../../src/workbench/saved/export-panel-import.js";
import { modelOf, type PageData } from "../../../src/workbench/page-data.js";
import { proposedName } from "../../../src/workbench/saved/saved-name.js";
import { saveButton } from "../../../src/workbench/saved/saved-panel-save.js";
import { savedPanel } from "../../../src/workbench/saved/saved-panel.js";
import { SavedShelf } from "../../../src/workbench/saved/saved-shelf.js";
import { Workbench } from "../../../src/workbench/store.js";
import { followKeys } from "../../../src/workbench/toolbar.js";
import type { ModelClient } from "../../../src/workers/model-client.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../../src/scenario/document.js";

/** The workbench with its saving, comparing, files and address, made from real data, without a worker. */
const root = document.querySelector<HTMLElement>("[data-workbench]")!;
const data = JSON.parse(root.querySelector<HTMLElement>("[data-model]")!.dataset.model!) as PageData;
const outcome = modelOf(data);
if (!outcome.ok) throw new Error("no model");
const model = outcome.value;
const context: FrameContext = {
  document,
  link: (path) => path,
  live: true,
  marks: noMarks,
  sourceName: (id) => data.sources[id]?.[0] ?? id,
  sourceCitation: (id) => data.sources[id]?.[1] ?? id,
  version: data.version,
};
/** Answers in the page itself. */
const client: ModelClient = {
  ask: (kind, ...args) => {
    const [scenario, options] = args as unknown as [Scenario, never];
    const answer =
      kind === "uncertainty" ? uncertainty(model, scenario, options) : attribution(model, scenario, options);
    return Promise.resolve(answer as never);
  },
  newest: (kind, ...args) => client.ask(kind, ...args),
  followed: (_, kind, ...args) => client.ask(kind, ...args),
  renew() {},
  stop() {},
  close() {},
};
const workbench = new Workbench(model, data.version, client);
const notices = element(document, "div", { class: "notices" });
const shelf = new SavedShelf(() => Saved.open(todayOf(workbench)));
const figures = scenarioPictures.map((picture) => new LiveScenarioFigure(picture, workbench.view, context));
root.append(
  notices,
  ...assemble(context, workbench, data, true, {
    tools: [
      copyLink(document, workbench),
      saveButton(document, workbench, shelf),
      exportMenu(context, workbench, shelf, data),
      importMenu(document, workbench, shelf, notices),
    ],
    first: element(document, "div", {}),
    figures: figures.map(({ frame }) => frame),
    sections: [savedPanel(document, workbench, shelf, notices), comparePanel(context, workbench, shelf)],
  }),
);
workbench.subscribe(() => figures.forEach((figure) => figure.update(workbench.view)));
followAddress(document, window, workbench, notices);
followKeys(document, workbench);
void shelf.start();
workbench.ask();

/** What a test may do from outside. */
const hands = {
  untouched,
  document: () => workbench.document,
  change: (part: Partial<ScenarioDocument>) => workbench.change({ ...untouched, ...part }, "test"),
  encode: (part: Partial<ScenarioDocument>, dataVersion = data.version) =>
    encodeScenario({ ...untouched, ...part }, { model, dataVersion }),
  /** Puts a brief into the page as printing does, with ranges and split. */
  brief(part: Partial<ScenarioDocument>) {
    workbench.change({ ...untouched, ...part }, "test");
    const scenario = scenarioOf(workbench.document);
    const drawn = uncertainty(model, scenario);
    const { city } = workbench.document.view;
    const split = attribution(model, scenario, { kind: "coverage", ...(city === everyCity ? {} : { city }) });
    document.querySelector("body > .brief")?.remove();
    const view = { ...workbench.view, uncertainty: drawn.ok ? drawn.value : null, attribution: split };
    document.body.append(
      brief(context, view, {
        title: proposedName(view),
        day: new Date(Date.UTC(2026, 10, 22)),
        link: scenarioLink(document, workbench),
        data,
      }),
    );
  },
  preset: (id: string) => {
    const button = [...document.querySelectorAll<HTMLButtonElement>(".preset")].find((made) =>
      made.textContent?.includes(id),
    );
    button!.click();
    return workbench.document;
  },
};
export type Hands = typeof hands;
Object.assign(window, { hands });
root.dataset.live = "true";
