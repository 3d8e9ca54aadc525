import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { formatNumber } from "../../components/format.js";
import { presets } from "../../model/presets.js";
import { costWords } from "../../scenario-charts/cost-words.js";
import { costByYear } from "../../scenario-charts/cost-by-year.js";
import { coverageByCity } from "../../scenario-charts/coverage-by-city.js";
import type { ScenarioPicture } from "../../scenario-charts/picture.js";
import { drawPicture } from "../../scenario-charts/scenario-figure.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { changeByLever } from "../../scenario-charts/change-by-lever.js";
import { modelVersion } from "../../scenario/versions.js";
import { billSentences } from "../bill.js";
import { briefAssumptions } from "./brief-assumptions.js";
import { briefChoices } from "./brief-choices.js";
import { gapsSentences } from "./brief-gaps.js";
import { briefLevers } from "./brief-levers.js";
import { briefResults, briefSources } from "./brief-tables.js";
import type { PageData } from "../page-data.js";
import { resultSentences } from "../result-sentence.js";

/** What a brief says beside the scenario itself. */
export interface BriefOptions {
  title: string;
  /** The day it is printed. */
  day: Date;
  /** The full address that opens the scenario. */
  link: string;
  data: PageData;
}

/**
 * A scenario on sheets of A4: what comes of it with its pictures; then everything with which it is set again, and what
 * it stands on with its sources. Two sheets as a rule, more where many levers are moved. It is there for the printer
 * alone.
 */
export function brief(context: FrameContext, view: ScenarioView, options: BriefOptions): HTMLElement {
  const { document } = context;
  const { title, day, link, data } = options;
  const { seed, draws } = view.document;
  const versions = [
    day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
    `data version ${context.version}`,
    `model version ${modelVersion}`,
    `seed ${seed}`,
    `${formatNumber(draws)} ${draws === 1 ? "simulation" : "simulations"}`,
  ].join(" · ");
  const [first = "", ...rest] = resultSentences(view);
  const gaps = gapsSentences(view);
  const story = presets.find(({ id }) => id === view.document.preset)?.story;
  return element(
    document,
    "section",
    { class: "brief", "aria-label": "Brief" },
    element(
      document,
      "div",
      { class: "brief-page" },
      element(document, "p", { class: "brief-versions" }, versions),
      element(document, "h1", {}, title),
      element(document, "p", { class: "brief-first" }, first),
      element(document, "p", {}, [...rest, ...billSentences(view)].join(" ")),
      gaps.length > 0 ? element(document, "p", {}, gaps.join(" ")) : null,
      story ? element(document, "p", { class: "brief-story" }, story) : null,
      view.uncertainty
        ? null
        : element(document, "p", {}, "Ranges were not worked out when this was printed."),
      picture(context, view, coverageByCity, 750),
      element(
        document,
        "div",
        { class: "brief-pair" },
        picture(context, view, changeByLever, 450),
        picture(context, view, costByYear, 275),
      ),
    ),
    ...foundation(document, view.document, {
      choices: [briefChoices(document, view, context.version), briefLevers(document, view)],
      grounds: [
        briefAssumptions(document, view),
        briefResults(document, view),
        briefSources(context, view, data),
        element(document, "p", { class: "brief-limits" }, limits(view)),
      ],
      link: element(
        document,
        "p",
        { class: "brief-link" },
        "Open it: ",
        element(document, "a", { href: link }, link),
      ),
    }),
  );
}

/** Most levers and changed assumptions that stand with all the rest on one sheet; more take a sheet of their own. */
const onOneSheet = 6;

/** What a scenario stands on: one sheet where few things were changed, else what was chosen and then its grounds. */
function foundation(
  document: Document,
  { levers, overrides }: ScenarioView["document"],
  { choices, grounds, link }: Record<"choices" | "grounds", HTMLElement[]> & { link: HTMLElement },
): HTMLElement[] {
  const sheet = (title: string, ...parts: HTMLElement[]) =>
    element(document, "div", { class: "brief-page" }, element(document, "h2", {}, title), ...parts);
  return levers.length + Object.keys(overrides).length <= onOneSheet
    ? [sheet("To set it again, with inputs and assumptions", ...choices, ...grounds, link)]
    : [sheet("To set it again", ...choices, link), sheet("Inputs and assumptions", ...grounds)];
}

const limits = (view: ScenarioView) =>
  `A model, not a forecast. It counts initiatives and partnerships as they were mapped and says nothing of how good they are, whom they reach, or what else would change. ${costWords(view)} Who pays is taken from who the partners are. The ranges cover eight in ten simulations and nothing that was left out of the assumptions.`;

function picture(
  context: FrameContext,
  view: ScenarioView,
  { id, title, unit, ...rest }: ScenarioPicture,
  width: number,
): HTMLElement {
  const { document } = context;
  const shown = { id, title, unit, ...rest };
  return element(
    document,
    "figure",
    { class: "brief-figure" },
    element(document, "h2", {}, title(view)),
    element(document, "p", { class: "unit" }, unit),
    element(
      document,
      "div",
      { class: "picture" },
      drawPicture(shown, shown.rows(view), { ...context, width, live: false }, view),
    ),
  );
}
