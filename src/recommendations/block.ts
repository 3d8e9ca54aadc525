import { element } from "../components/element.js";
import { noscriptNotice } from "../components/noscript-notice.js";
import type { FrameContext } from "../components/frame-context.js";
import { Checklist } from "./checklist.js";
import { firstView } from "./choices.js";
import type { PageData } from "./page-data.js";

/**
 * The checklist as it stands in the page's HTML: every recommendation by document, with empty boxes for paper, and
 * the data that the page's script goes on with. It reads, and prints, without scripts.
 */
export function recommendationsBlock({ document, link }: FrameContext, data: PageData): HTMLElement {
  const { parts } = new Checklist(document, data, link, { ...firstView }, null, null);
  return element(
    document,
    "div",
    { class: "checklist", "data-checklist": true },
    noscriptNotice(
      document,
      "Marking needs JavaScript. The list below can be read without it, and prints with boxes to tick by hand.",
    ),
    ...parts,
    element(document, "div", { hidden: true, "data-page": JSON.stringify(data) }),
  );
}
