import { faultsWords } from "../components/fault-words.js";
import { element } from "../components/element.js";
import { billSentences } from "./bill.js";
import { resultSentences } from "./result-sentence.js";
import type { Workbench } from "./store.js";
import { setText } from "../components/set-text.js";

/** How long nothing must change before the result is told, in milliseconds: while a slider is drawn, it is not. */
const restAfter = 300;

/**
 * What the scenario comes to, in words, always in view. It is told to screen readers once a change has its ranges and
 * the hand rests, not at every step of a slider: until then the region says that it is busy.
 */
export function resultRegion(document: Document, workbench: Workbench, live: boolean): HTMLElement {
  const words = element(document, "p", { class: "sentence" });
  const detail = element(document, "p", { class: "detail" });
  const bill = element(document, "p", { class: "detail bill" });
  const trouble = element(document, "p", { class: "trouble" });
  const region = element(
    document,
    "section",
    {
      class: "result",
      role: "status",
      "aria-live": "polite",
      "aria-label": "Result",
      "aria-atomic": "true",
      // On a phone it scrolls, and opens when it is touched.
      tabindex: 0,
    },
    words,
    detail,
    bill,
    trouble,
  );
  const show = () => {
    const [first = "", ...rest] = resultSentences(workbench.view);
    setText(words, first);
    setText(detail, rest.join(" "));
    setText(bill, billSentences(workbench.view).join(" "));
    setText(
      trouble,
      workbench.faults.length
        ? `Not applied: ${faultsWords(workbench.faults)}. Your last valid scenario is still shown.`
        : workbench.trouble,
    );
    clearTimeout(resting);
    region.setAttribute("aria-busy", String(live));
    if (live && !workbench.waiting) resting = setTimeout(tell, restAfter);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  let told = "";
  const tell = () => {
    region.setAttribute("aria-busy", "false");
    if (told && told !== region.textContent) {
      // Some screen readers pass over what changed while a region was busy, and speak of what changes after.
      words.replaceChildren(words.textContent);
    }
    told = region.textContent;
  };
  show();
  workbench.subscribe(show);
  return region;
}
