import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { placeName } from "../../scenario/named.js";
import { adoptionOf, toggleAdoption } from "./adopt.js";
import type { SourceLink } from "../source-link.js";
import type { AdoptablePractice } from "./adoptable-practice.js";
import type { Workbench } from "../store.js";

/** What the lists of practices share. */
export interface PracticeLists {
  context: FrameContext;
  workbench: Workbench;
  sourceLink: SourceLink;
}

/** A practice in a list, and what brings its button in line with the scenario. */
export interface PracticeChoice {
  item: HTMLElement;
  show: () => void;
}

/** The name of a practice, which leads to its card in the finder. */
export function practiceLink({ document, link }: FrameContext, { id, name }: AdoptablePractice): HTMLElement {
  return element(document, "a", { href: link(`/practices#${id}`) }, name);
}

/**
 * A practice with why it is offered and a button that adopts it in a city, or takes it back.
 * @param city a mapped city's id, or `all`
 * @param reasons in sentences; may be empty
 */
export function practiceChoice(
  { context, workbench, sourceLink }: PracticeLists,
  practice: AdoptablePractice,
  city: string,
  reasons: readonly string[],
): PracticeChoice {
  const { document } = context;
  const place = placeName(city, workbench.model);
  const button = element(
    document,
    "button",
    { type: "button", class: "act adopt", "aria-label": `Adopt ${practice.name} in ${place}` },
    "Adopt",
  );
  button.addEventListener("click", () => toggleAdoption(workbench, practice.id, city));
  const note = element(document, "span", { class: "adoption" });
  return {
    item: element(
      document,
      "li",
      {},
      element(
        document,
        "div",
        { class: "practice-name" },
        practiceLink(context, practice),
        `, ${practice.place}`,
      ),
      reasons.length > 0 ? element(document, "p", { class: "reasons" }, `${reasons.join("; ")}.`) : null,
      element(document, "div", { class: "practice-foot" }, button, note, sourceLink(practice)),
    ),
    show() {
      const now = adoptionOf(workbench.document, workbench.model, practice.id, city);
      button.setAttribute("aria-pressed", String(now === "adopted"));
      button.hidden = now === "at home" || now === "in all";
      note.textContent =
        now === "at home"
          ? `Already there: it is ${place}’s own`
          : now === "in all"
            ? "Adopted in all cities"
            : "";
    },
  };
}
