import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { noteWords } from "../components/practice-words.js";
import { rankingReasons } from "../components/ranking-words.js";
import type { AskingCity } from "../model/city-contexts.js";
import { whyNotAdoptable } from "../model/adoptable.js";
import { setAsideWords } from "../scenario/set-aside-words.js";
import { hasBaseline } from "../my-city/asked-city.js";
import type { Rankable, RankedPractice } from "../model/rank-practices.js";
import { adoptLink } from "../components/adopt-link.js";
import type { FinderPractice } from "./finder-data.js";

/** What the page's script adds to a card: the shortlist's button, and for a chosen city why and how to go on. */
export interface CardTools {
  /** Says whether the practice is in the shortlist. */
  chosen: (on: boolean) => void;
  /** Says why the practice is ranked where it is; without a city nothing. */
  city: (city: AskingCity | null, ranked: RankedPractice<Rankable> | undefined) => void;
}

/** What the tools of a card need of the page. */
interface Deeds extends Pick<FrameContext, "link" | "sourceName"> {
  toggle: () => void;
  /** A topic's title by its id. */
  topicTitle: (id: string) => string | undefined;
}

/** Adds the tools to a card, once. */
export function cardTools(card: HTMLElement, practice: FinderPractice, deeds: Deeds): CardTools {
  const document = card.ownerDocument;
  const button = element(document, "button", { type: "button" });
  button.addEventListener("click", deeds.toggle);
  addTopics(card, practice, deeds.topicTitle);
  addRemark(card, practice, deeds.sourceName);
  const foot = element(document, "p", { class: "card-tools" }, button);
  card.append(foot);
  let why: HTMLElement | undefined;
  let adopt: HTMLElement | undefined;
  return {
    chosen(on) {
      button.textContent = on ? "Remove from shortlist" : "Add to shortlist";
      button.setAttribute(
        "aria-label",
        on ? `Remove from shortlist: ${practice.name}` : `Add to shortlist: ${practice.name}`,
      );
      button.setAttribute("aria-pressed", String(on));
    },
    city(city, ranked) {
      why?.remove();
      adopt?.remove();
      if (!city) return;
      const reasons = ranked ? rankingReasons(ranked, city) : [];
      if (reasons.length) {
        why = element(
          document,
          "ul",
          { class: "why", "aria-label": `Why for ${city.name}` },
          ...reasons.map((reason) => element(document, "li", {}, reason)),
        );
        card.querySelector(".summary")?.after(why);
      }
      // A city's own practices are in its baseline already, and a city that was not mapped has none.
      if (!hasBaseline(city) || practice.city === city.id) return;
      const aside = whyNotAdoptable(practice);
      if (aside !== null) {
        adopt = element(
          document,
          "span",
          { class: "not-adoptable" },
          `Cannot be adopted: it ${setAsideWords[aside]}`,
        );
        foot.append(adopt);
        return;
      }
      adopt = element(
        document,
        "a",
        {
          href: deeds.link(adoptLink([practice.id], city.id)),
          "aria-label": `Adopt in a scenario: ${practice.name}`,
        },
        "Adopt in a scenario",
      );
      foot.append(adopt);
    },
  };
}

/** What it is about, before all facts: the page's HTML would grow by a tenth for it. */
function addTopics(card: HTMLElement, { topics }: FinderPractice, titleOf: Deeds["topicTitle"]): void {
  const titles = topics.flatMap((id) => titleOf(id) ?? []);
  const facts = card.querySelector("dl");
  if (!titles.length || !facts) return;
  const document = card.ownerDocument;
  facts.prepend(element(document, "dt", {}, "About"), element(document, "dd", {}, titles.join(" · ")));
}

/** A note that qualifies no value, before the source: most of them say where else a practice is told of. */
function addRemark(
  card: HTMLElement,
  { flag, note }: FinderPractice,
  sourceName: FrameContext["sourceName"],
): void {
  const source = [...card.querySelectorAll("dt")].pop();
  if (flag !== null || note === null || !source) return;
  const document = card.ownerDocument;
  source.before(
    element(document, "dt", {}, "Remark"),
    element(document, "dd", {}, noteWords(note, sourceName)),
  );
}
