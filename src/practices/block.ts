import { element } from "../components/element.js";
import { noscriptNotice } from "../components/noscript-notice.js";
import type { FrameContext } from "../components/frame-context.js";
import { practiceCard } from "./card.js";
import { noChoices } from "./choices.js";
import { facetsOf } from "./facets.js";
import { finder } from "./find.js";
import type { Register } from "./finder-data.js";
import { finderView } from "./finder-view.js";

/**
 * The finder as it stands in the page's HTML: every practice of the register as a card, those with most evidence
 * first, and the controls that the page's script brings to life. It reads without scripts.
 * @param sources short name and citation of each document, by `source_id`
 */
export function finderBlock(
  context: FrameContext,
  register: Register,
  sources: Record<string, [name: string, citation: string]>,
): HTMLElement {
  const { document } = context;
  const { practices, cities } = register;
  const facets = facetsOf(practices, context.sourceName);
  const found = finder({ ...register, facets, search: () => null })(noChoices);
  const list = element(
    document,
    "ol",
    { class: "cards", role: "list" },
    ...found.listed.map((practice) => practiceCard(practice, context)),
  );
  const nothing = () => {};
  const view = finderView(
    context,
    { list, facets, cities, all: practices.length },
    { change: nothing, exportCsv: nothing, exportMarkdown: nothing },
  );
  view.show(noChoices, found);
  return element(
    document,
    "div",
    {
      class: "finder",
      "data-practices": context.version,
      "data-sources": JSON.stringify(sources),
    },
    noscriptNotice(document, `Search and filters need scripts; all ${practices.length} practices follow.`),
    ...view.parts,
  );
}
