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
  /** Asks about the scenario and the fields of this moment. */
  ask: <T>(asking: Asking<T>) => Promise<void>;
  /** Takes the form whose fields answers belong to, and what asks with them as they stand. */
  belongsTo: (form: HTMLElement, onAsk: () => void) => void;
  /** Brings what was added to an answer later in line with the scenario. */
  follow: () => void;
}

/**
 * The place of an answer under its form. It says that the search is running, and lets it be stopped; a newer question
 * replaces an older; a fault is said in its own words and can be tried again; an answer that no longer belongs to the
 * scenario on the page or to the fields of its form stands back at once, says why, and cannot be applied.
 * @param dependsOn the part of the scenario that answers depend on
 */
export function searchArea(
  document: Document,
  workbench: Workbench,
  dependsOn: (document: ScenarioDocument) => unknown,
): SearchArea {
  const status = element(document, "p", { class: "search-status", role: "status" });
  const stop = element(document, "button", { type: "button", class: "act", hidden: true }, "Stop");
  const retry = element(document, "button", { type: "button", class: "act", hidden: true });
  const trouble = element(document, "p", { class: "trouble", role: "alert" });
  const answers = element(document, "div", { class: "answer" });
  const area = element(
    document,
    "div",
    { class: "search-area" },
    element(document, "div", { class: "search-line" }, status, stop, retry),
    trouble,
    answers,
  );
  let end = () => {};
  let asked = 0;
  let again = () => {};
  let fields: () => unknown = () => null;
  /** What the answer shown was found for, and what the scenario was once it was applied. */
  let found: Basis | null = null;
  let applied: unknown = null;

  const say = (words: string, { running = false, offer = "" } = {}) => {
    status.textContent = words;
    stop.hidden = !running;
    area.setAttribute("aria-busy", String(running));
    retry.hidden = offer === "";
    retry.textContent = offer;
  };
  const clear = () => {
    answers.replaceChildren();
    trouble.textContent = "";
    area.classList.remove("stale");
    found = applied = null;
  };

  const basisNow = (): Basis => ({ scenario: dependsOn(workbench.document), fields: fields() });

  /** Brings the words and the button in line with the scenario on the page and the fields of the form. */
  const follow = () => {
    if (found === null || !stop.hidden) return;
    const now = basisNow();
    const asked = sameData(now.fields, found.fields);
    const isApplied = asked && applied !== null && sameData(now.scenario, applied);
    const current = sameData(now.scenario, found.scenario);
    const stale = !isApplied && !(asked && current);
    area.classList.toggle("stale", stale);
    for (const button of answers.querySelectorAll("button.apply"))
      button.setAttribute("aria-disabled", String(!(asked && current)));
    // The result is spoken after a change of the scenario; that an answer stands back is there to be read.
    status.setAttribute("aria-live", "off");
    if (stale) say(staleWords(asked, current), { offer: "Find again" });
    else say(isApplied ? "Applied to the scenario; Undo takes it back." : "");
  };
  workbench.subscribe((_, change) => change === "document" && follow());

  const ask = async <T>(asking: Asking<T>): Promise<void> => {
    const question = ++asked;
    end = asking.stop;
    clear();
    const basis = basisNow();
    status.setAttribute("aria-live", "polite");
    say(`${asking.running} …`, { running: true });
    try {
      const outcome = await asking.question();
      if (question !== asked) return;
      if (outcome === null)
        return say("A newer question took the place of this one.", { offer: "Find again" });
      found = basis;
      stop.hidden = true;
      if (!outcome.ok) {
        say("");
        trouble.textContent = sentence(faultsWords(outcome.faults));
        return follow();
      }
      answers.replaceChildren(
        asking.answer(outcome.value, (next, label) => {
          if (!sameData(basisNow(), basis)) return false;
          const document = next(workbench.document);
          applied = dependsOn(document);
          return workbench.change(document, label);
        }),
      );
      say("Found.");
      if (!sameData(basisNow(), basis)) follow();
    } catch (error) {
      if (question !== asked) return;
      say("", { offer: "Try again" });
      const why = wordsFor(error, "the search met a fault of its own");
      trouble.textContent = sentence(why);
    }
  };
  stop.addEventListener("click", () => {
    asked++;
    end();
    say("Stopped.", { offer: "Find again" });
    retry.focus();
  });
  retry.addEventListener("click", () => {
    again();
    if (!stop.hidden) stop.focus();
  });
  return {
    area,
    ask,
    follow,
    belongsTo(form, onAsk) {
      fields = () => typedIn(form);
      again = onAsk;
      for (const kind of ["input", "change"]) form.addEventListener(kind, follow);
    },
  };
}

/** What an answer was found for. */
interface Basis {
  scenario: unknown;
  fields: unknown;
}

/** What stands in the fields of a form, in their order. */
function typedIn(form: HTMLElement): unknown {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")].map((control) =>
    control.getAttribute("type") === "checkbox"
      ? (control as HTMLInputElement).checked
      : control.value.trim(),
  );
}

function staleWords(asked: boolean, current: boolean): string {
  if (asked) return "This answer is for the scenario before your last change; find again.";
  return current
    ? "This answer is for what stood in the fields before; find again."
    : "This answer is for other fields and for the scenario before your last change; find again.";
}

/** Words as a sentence of their own. */
function sentence(words: string): string {
  return `${capital(words)}${/[.!?]$/.test(words) ? "" : "."}`;
}
