import { element } from "../components/element.js";
import { documentsIn } from "../components/practice-words.js";
import { noscriptNotice } from "../components/noscript-notice.js";
import type { FrameContext } from "../components/frame-context.js";
import type { Practice } from "../model/practices.js";
import { practiceCard } from "./card.js";
import { noChoices } from "./choices.js";
import { facetsOf } from "./facets.js";
import { finder } from "./find.js";
import type { Register } from "./finder-data.js";
import { finderView } from "./finder-view.js";

/**
 * The finder as it stands in the page's HTML: every practice of the register as a card, those with most evidence
 * first, and the controls that the page's script brings to life. It reads without scripts.
 */
export function finderBlock(context: FrameContext, register: Register<Practice>): HTMLElement {
  const { document } = context;
  const { practices, cities } = register;
  // Topics come with the script, without which no filter works: the page is as large as it may be.
  const facets = facetsOf(practices, [], context.sourceName);
  const found = finder({ ...register, facets, search: () => null })(noChoices);
  const list = element(
    document,
    "ol",
    { class: "cards", role: "list" },
    ...found.listed.map((practice) => practiceCard(practice, context)),
  );
  const nothing = () => {};
  const neverAsked = () => Promise.resolve();
  const view = finderView(
    context,
    { list, facets, cities, all: practices.length },
    {
      change: nothing,
      prepare: nothing,
      tryAgain: nothing,
      exportCsv: neverAsked,
      exportMarkdown: neverAsked,
    },
  );
  view.show(noChoices, null, found, null);
  return element(
    document,
    "div",
    {
      class: "finder",
      "data-practices": context.version,
      "data-sources": JSON.stringify(namedSources(practices, context)),
    },
    noscriptNotice(document, `Search and filters need JavaScript. All ${practices.length} practices follow.`),
    ...view.parts,
  );
}

/** Short name and citation of each document that practices are from, or that their notes name, by `source_id`. */
function namedSources(
  practices: readonly Practice[],
  { sourceName, sourceCitation }: FrameContext,
): Record<string, [name: string, citation: string]> {
  const named = practices.flatMap(({ source_id, note }) => [source_id, ...documentsIn(note ?? "")]);
  return Object.fromEntries([...new Set(named)].map((id) => [id, [sourceName(id), sourceCitation(id)]]));
}
