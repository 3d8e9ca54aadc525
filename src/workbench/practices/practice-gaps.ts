import { element } from "../../components/element.js";
import { formatShort } from "../../components/format.js";
import { dimensions, type Dimension } from "../../model/names.js";
import { rankingReasons } from "../../components/ranking-words.js";
import type { AskingCity, CityContext } from "../../model/city-contexts.js";
import { rankPractices, type RankedPractice } from "../../model/rank-practices.js";
import { everyDimension, isFull, lastOf, targetWords } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import type { AdoptablePractice } from "./adoptable-practice.js";
import { practiceChoice, type PracticeChoice, type PracticeLists } from "./practice-choice.js";
import { setText } from "../../components/set-text.js";

/** Practices shown for a gap at first, and with each "Show more". */
const shownAtOnce = 3;

/** A dimension in which a city was mapped below the target. */
export interface Gap {
  dimension: Dimension;
  mapped: number;
  target: number;
  /** In the last year of the scenario. */
  now: number;
}

/** The gaps of a mapped city, the widest first: those of the mapping, so that none goes while it is being filled. */
export function gapsOf(view: ScenarioView, city: string): Gap[] {
  const index = view.model.baseline.cities.indexOf(city);
  const [before, now] = [lastOf(view.baseline).cities[index], lastOf(view.result).cities[index]];
  if (!before || !now) return [];
  return dimensions
    .flatMap((dimension, d) =>
      !isFull(before.coverage[d]!)
        ? [
            {
              dimension,
              mapped: before.initiatives[d]!,
              target: view.result.targets[index]![d]!,
              now: now.initiatives[d]!,
              covered: before.coverage[d]!,
            },
          ]
        : [],
    )
    .sort((a, b) => a.covered - b.covered)
    .map(({ dimension, mapped, target, now }) => ({ dimension, mapped, target, now }));
}

/** "political: 0 of 1 at the mapping, 1 in this scenario". */
export function gapWords({ dimension, mapped, target, now }: Gap): string {
  const of = `${dimension}: ${formatShort(mapped)} of ${formatShort(target)} at the mapping`;
  return Math.abs(now - mapped) < 1e-9 ? of : `${of}, ${formatShort(now)} in this scenario`;
}

/**
 * For each gap of a city the practices of other places that answer it, best first, with why.
 * @param contexts of the cities of the evidence
 * @param about a mapped city, or the reader's own
 */
export function practiceGaps(
  lists: PracticeLists,
  practices: readonly AdoptablePractice[],
  contexts: readonly CityContext[],
  about: AskingCity,
): { element: HTMLElement; show: () => void } {
  const { context, workbench } = lists;
  const { document } = context;
  const city = about.id;
  const ranked = rankPractices(about, practices, contexts);
  const gaps = gapsOf(workbench.view, city);
  const choices: PracticeChoice[] = [];
  const heads = new Map<Dimension, HTMLElement>();
  const none = `${about.name} ${workbench.document.ownCity ? "stands" : "was mapped"} at or above ${targetWords(workbench.document.target)} in ${everyDimension(workbench.view)}.`;
  const made = element(
    document,
    "div",
    { class: "practice-gaps" },
    gaps.length === 0 ? element(document, "p", { class: "none" }, none) : null,
    ...gaps.map((gap) => gapBlock(gap)),
  );
  return { element: made, show };

  function gapBlock({ dimension }: Gap): HTMLElement {
    const id = `gap-${dimension}`;
    const head = element(document, "p", { class: "gap-head", id });
    heads.set(dimension, head);
    const list = element(document, "ul", { class: "practice-list" });
    const answers = ranked.filter(({ practice }) => practice.dimensions.includes(dimension));
    const more = element(document, "button", { type: "button", class: "act" }, "Show more");
    more.setAttribute("aria-label", `Show more ${dimension} practices`);
    let shown = 0;
    const add = () => {
      const next = answers.slice(shown, shown + shownAtOnce).map((answer) => choiceOf(answer));
      shown += next.length;
      list.append(...next.map(({ item }) => item));
      more.hidden = shown >= answers.length;
      return next;
    };
    more.addEventListener("click", () => {
      const [first] = add();
      first?.show();
      show();
      first?.item.querySelector("a")?.focus();
    });
    add();
    return element(
      document,
      "div",
      { class: "practice-gap", role: "group", "aria-labelledby": id },
      head,
      list,
      more,
    );
  }

  function choiceOf(answer: RankedPractice<AdoptablePractice>): PracticeChoice {
    const choice = practiceChoice(lists, answer.practice, city, rankingReasons(answer, about));
    choices.push(choice);
    return choice;
  }

  function show(): void {
    for (const gap of gapsOf(workbench.view, city)) {
      const head = heads.get(gap.dimension);
      if (head) setText(head, gapWords(gap));
    }
    for (const choice of choices) choice.show();
  }
}
