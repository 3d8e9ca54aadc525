import { copyText } from "../components/copy-text.js";
import { element } from "../components/element.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { scenarioHash } from "../scenario/link.js";
import { todayOf } from "./today.js";
import type { Workbench } from "./store.js";

/**
 * The full address of the scenario of the moment, with the versions and the seed it was made with. While a link waits
 * to be opened, it is that link.
 */
export function scenarioLink(document: Document, workbench: Workbench): string {
  if (workbench.held.has("link")) return document.defaultView!.location.href;
  return linkTo(document, workbench, workbench.document);
}

/** The full address of a scenario that was made on this page. */
export function linkTo(document: Document, workbench: Workbench, scenario: ScenarioDocument): string {
  const { origin, pathname, search } = document.defaultView!.location;
  return `${origin}${pathname}${search}${scenarioHash(scenario, todayOf(workbench))}`;
}

/**
 * The button "Copy link". Where the clipboard is closed to pages, the link stands selected in a field, to be copied by
 * hand.
 */
export function copyLink(document: Document, workbench: Workbench): HTMLElement {
  const status = element(document, "span", { role: "status" });
  const button = element(document, "button", { type: "button", class: "act" }, "Copy link");
  const tool = element(document, "span", { class: "tool copy-link" }, button, status);
  const clear = () => {
    status.textContent = "";
    tool.querySelector(".link-to-copy")?.remove();
  };
  button.addEventListener("click", () => {
    clear();
    const link = scenarioLink(document, workbench);
    void copyText(document, link).then((copied) => {
      status.textContent = copied
        ? "Link copied"
        : "The browser does not let the page copy: the link is selected, copy it";
      // Of two presses, the earlier one may answer last.
      tool.querySelector(".link-to-copy")?.remove();
      if (copied) return;
      tool.append(linkField(document, link, clear, button));
      tool.querySelector("input")!.select();
    });
  });
  // A link that was copied or shown is not that of another scenario.
  workbench.subscribe((_, change) => change === "document" && clear());
  return tool;
}

function linkField(document: Document, link: string, close: () => void, button: HTMLElement): HTMLElement {
  const input = element(document, "input", {
    type: "text",
    readonly: true,
    class: "link-to-copy",
    value: link,
    "aria-label": "Link to copy",
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    button.focus();
  });
  return input;
}
