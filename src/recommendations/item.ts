import { audienceNames } from "../model/names.js";
import { element } from "../components/element.js";
import { flagNames, formatShort } from "../components/format.js";
import type { CityGap } from "../model/city-contexts.js";
import { gapsAnswered, type Recommendation } from "../model/recommendations.js";
import type { PageData } from "./page-data.js";
import { paperBoxes, stateControl } from "./state-control.js";
import { unmarked, type Mark } from "./marks.js";
import type { Place } from "./place.js";
import { dimensionName, numberName } from "./words.js";

/** A recommendation as it stands in the page. */
export interface Item {
  recommendation: Recommendation;
  root: HTMLElement;
  /** Shows the place's mark and the gaps it speaks to; without a place there is nothing to mark. */
  show(place: Place | null, mark: Mark, gaps: readonly CityGap[] | null): void;
  /** Whether practices, or words about them, stand under it. */
  readonly hasIdeas: boolean;
  /** Puts practices under it, or takes them away. */
  setIdeas(ideas: HTMLElement | null): void;
}

/**
 * @param onChange null where the page is drawn without scripts: it cannot be marked then
 */
export function recommendationItem(
  document: Document,
  recommendation: Recommendation,
  sources: PageData["sources"],
  link: (path: string) => string,
  onChange: ((id: string, change: Partial<Mark>) => void) | null,
): Item {
  const name = numberName(recommendation);
  const boxes = element(document, "div", {}, paperBoxes(document, null));
  const gapWords = element(document, "p", { class: "gap-words", hidden: true });
  const control =
    onChange &&
    stateControl(document, recommendation.id, name, (change) => onChange(recommendation.id, change));
  const markRoom = element(document, "div", { class: "mark-place" });
  const ideaRoom = element(document, "div", { class: "idea-place" });
  const root = element(
    document,
    "li",
    { id: recommendation.id, class: "recommendation" },
    ...recommendationWords(document, recommendation, sources, link),
    gapWords,
    boxes,
    markRoom,
    ideaRoom,
  );
  return {
    recommendation,
    root,
    show(place, mark = unmarked, gaps) {
      const answered = gapsAnswered(recommendation, gaps ?? []);
      gapWords.hidden = answered.length === 0;
      gapWords.textContent = place && answered.length > 0 ? gapSentence(answered, place.name) : "";
      boxes.replaceChildren(paperBoxes(document, mark.state));
      root.dataset.state = mark.state ?? "unmarked";
      if (!control) return;
      if (!place) markRoom.replaceChildren();
      else {
        control.set(mark, place.name);
        // Moving what stands there already would take the focus away.
        if (control.root.parentNode !== markRoom) markRoom.append(control.root);
      }
    },
    get hasIdeas() {
      return ideaRoom.firstChild !== null;
    },
    setIdeas(ideas) {
      ideaRoom.replaceChildren(...(ideas ? [ideas] : []));
    },
  };
}

/** What a recommendation says, to whom, about what, and where it stands. */
export function recommendationWords(
  document: Document,
  recommendation: Recommendation,
  sources: PageData["sources"],
  link: (path: string) => string,
): HTMLElement[] {
  const short = sources[recommendation.source_id]?.[0] ?? recommendation.source_id;
  return [
    element(
      document,
      "p",
      { class: "advice" },
      element(document, "span", { class: "advice-number" }, numberName(recommendation)),
      " ",
      recommendation.summary,
    ),
    element(
      document,
      "ul",
      { class: "readings" },
      ...recommendation.readings.map((reading) =>
        element(
          document,
          "li",
          {},
          element(document, "span", { class: "swatch", style: swatch(reading.dimension) }),
          dimensionName(reading.dimension),
          element(
            document,
            "small",
            {},
            ` ${[flagNames({ flag: reading.flag }), reading.reason].filter(Boolean).join(": ")}`,
          ),
        ),
      ),
    ),
    element(
      document,
      "p",
      { class: "origin" },
      `To ${audienceNames[recommendation.audience] ?? recommendation.audience}. `,
      element(
        document,
        "a",
        { href: link(`/sources#${recommendation.source_id}`) },
        `${short}, ${recommendation.locator}`,
      ),
    ),
  ];
}

/** "Speaks to a gap: political (Auckland 0, median of the mapped cities 1.5)". */
function gapSentence(gaps: readonly CityGap[], name: string): string {
  const each = gaps.map(
    ({ dimension, own, median }) => `${dimension} (${name} ${own}, median ${formatShort(median)})`,
  );
  return `Speaks to ${gaps.length === 1 ? "a gap" : "gaps"}: ${each.join("; ")}`;
}

const swatch = (dimension: string) =>
  dimension === "multidimensional" || dimension === "none"
    ? "background: var(--soft)"
    : `background: var(--${dimension})`;
