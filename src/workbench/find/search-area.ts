import { capital } from "../../components/format.js";
import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { wordsFor } from "../../components/reader-error.js";
import type { Outcome } from "../../model/outcome.js";
import { scenarioOf, type ScenarioDocument } from "../../scenario/document.js";
import { sameData } from "../../scenario/same-data.js";
import type { Workbench } from "../store.js";

/** What answers depend on: the scenario as it is run, not what is looked at. */
export const scenarioPart = (document: ScenarioDocument): unknown => scenarioOf(document);

/**
 * Applies an answer to the scenario of the moment as one step; the answer then says so.
 * @returns false where the scenario is not the one the answer was found for, or refuses it
 */
export type Apply = (next: (now: ScenarioDocument) => ScenarioDocument, label: string) => boolean;

/** A question as it is asked. */
export interface Asking<T> {
  /** "Looking for the best use of €2 million a year". */
  running: string;
  /** Null where a newer question of its kind was asked elsewhere. */
  question: () => Promise<Outcome<T> | null>;
  /** Ends the question while it runs. */
  stop: () => void;
  /** The answer as it is shown. */
  answer: (value: T, apply: Apply) => HTMLElement;
}

/** A place where one question at a time is asked and answered. */
export interface SearchArea {
  area: HTMLElement;
  /** Asks now, and again for the scenario of that moment where the reader wants that: so it is made anew each time. */
  ask: <T>(asking: () => Asking<T>) => Promise<void>;
  /** Brings what was added to an answer later in line with the scenario. */
  follow: () => void;
}

/**
 * The place of an answer under its form. It says that the search is running, and lets it be stopped; a newer question
 * replaces an older; a fault is said in its own words and can be tried again; an answer that no longer belongs to the
 * scenario on the page says so, and cannot be applied.
 * @param dependsOn the part of the scenario that answers depend on
 */
export function searchArea(
  document: Document,
  workbench: Workbench,
  dependsOn: (document: ScenarioDocument) => unknown,
): SearchArea {
  const status = element(document, "p", { class: "search-status", role: "status" });
  const stop = element(document, "button", { type: "button", class: "act", hidden: true }, "Stop");
  const again = element(document, "button", { type: "button", class: "act", hidden: true });
  const trouble = element(document, "p", { class: "trouble", role: "alert" });
  const answers = element(document, "div", { class: "answer" });
  const area = element(
    document,
    "div",
    { class: "search-area" },
    element(document, "div", { class: "search-line" }, status, stop, again),
    trouble,
    answers,
  );
  let end = () => {};
  let asked = 0;
  let last: (() => Promise<void>) | null = null;
  /** What the answer shown was found for, and what the scenario was once it was applied. */
  let found: unknown = null;
  let applied: unknown = null;

  const say = (words: string, { running = false, retry = "" } = {}) => {
    status.textContent = words;
    stop.hidden = !running;
    area.setAttribute("aria-busy", String(running));
    again.hidden = retry === "";
    again.textContent = retry;
  };
  const clear = () => {
    answers.replaceChildren();
    trouble.textContent = "";
    found = applied = null;
  };

  /** Brings the words and the button in line with the scenario on the page. */
  const follow = () => {
    if (!answers.firstChild || !stop.hidden) return;
    const now = dependsOn(workbench.document);
    const isApplied = applied !== null && sameData(now, applied);
    const fresh = sameData(now, found);
    answers.classList.toggle("stale", !fresh && !isApplied);
    for (const button of answers.querySelectorAll("button.apply"))
      button.setAttribute("aria-disabled", String(!fresh));
    if (isApplied) say("Applied to the scenario; Undo takes it back.");
    else if (fresh) say("");
    else say("This answer is for the scenario before your last change; find again.", { retry: "Find again" });
  };
  workbench.subscribe((_, change) => change === "document" && follow());

  const ask = async <T>(make: () => Asking<T>): Promise<void> => {
    const question = ++asked;
    const asking = make();
    last = () => ask(make);
    end = asking.stop;
    clear();
    const basis = dependsOn(workbench.document);
    say(`${asking.running} …`, { running: true });
    try {
      const outcome = await asking.question();
      if (question !== asked) return;
      if (outcome === null)
        return say("A newer question took the place of this one.", { retry: "Find again" });
      if (!outcome.ok) {
        say("");
        trouble.textContent = sentence(faultsWords(outcome.faults));
        return;
      }
      found = basis;
      stop.hidden = true;
      answers.replaceChildren(
        asking.answer(outcome.value, (next, label) => {
          if (!sameData(dependsOn(workbench.document), found)) return false;
          const document = next(workbench.document);
          applied = dependsOn(document);
          return workbench.change(document, label);
        }),
      );
      say("Found.");
      if (!sameData(dependsOn(workbench.document), found)) follow();
    } catch (error) {
      if (question !== asked) return;
      say("", { retry: "Try again" });
      const why = wordsFor(error, "the search met a fault of its own");
      trouble.textContent = sentence(why);
    }
  };
  stop.addEventListener("click", () => {
    asked++;
    end();
    say("Stopped.", { retry: "Find again" });
    again.focus();
  });
  again.addEventListener("click", () => {
    void last?.();
    if (!stop.hidden) stop.focus();
  });
  return { area, ask, follow };
}

/** Words as a sentence of their own. */
function sentence(words: string): string {
  return `${capital(words)}${/[.!?]$/.test(words) ? "" : "."}`;
}
