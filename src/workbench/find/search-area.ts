import { capital, formatNumber } from "../../components/format.js";
import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { wordsFor } from "../../components/reader-error.js";
import type { Outcome } from "../../model/outcome.js";
import { scenarioOf, type ScenarioDocument } from "../../scenario/document.js";
import { sameData } from "../../scenario/same-data.js";
import type { OnProgress } from "../../workers/messages.js";
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
  question: (onProgress: OnProgress) => Promise<Outcome<T> | null>;
  /** What is counted while it runs: "draws". */
  counted?: string;
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
  /** Ends what runs and takes the answer away. */
  reset: () => void;
}

/** How a place of answers differs from the others. */
export interface AreaOptions {
  /** What asking again is called, and what is said when an answer is there. */
  again?: string;
  answered?: string;
  /** Whether a change of the scenario ends a question that runs. */
  endsWithChange?: boolean;
}

/**
 * The place of an answer under its form. It says that the search is running, and lets it be stopped; a newer question
 * replaces an older; a fault is said in its own words and can be tried again; an answer that no longer belongs to the
 * scenario on the page or to the fields of its form stands back at once, says why, and cannot be applied.
 * @param dependsOn the part of the scenario that answers depend on
 * @param options default "Find again", "Found.", and a question that runs is answered
 */
export function searchArea(
  document: Document,
  workbench: Workbench,
  dependsOn: (document: ScenarioDocument) => unknown,
  { again: askAgain = "Find again", answered = "Found.", endsWithChange = false }: AreaOptions = {},
): SearchArea {
  const status = element(document, "p", { class: "search-status", role: "status" });
  const stop = element(document, "button", { type: "button", class: "act", hidden: true }, "Stop");
  const retry = element(document, "button", { type: "button", class: "act", hidden: true });
  const bar = element(document, "progress", { max: 1, hidden: true });
  const count = element(document, "span", { class: "search-count" });
  const trouble = element(document, "p", { class: "trouble", role: "alert" });
  const answers = element(document, "div", { class: "answer" });
  const area = element(
    document,
    "div",
    { class: "search-area" },
    element(document, "div", { class: "search-line" }, status, bar, count, stop, retry),
    trouble,
    answers,
  );
  let endQuestion = () => {};
  let asked = 0;
  let again = () => {};
  let fields: () => unknown = () => null;
  /** What the answer shown was found for, and what the scenario was once it was applied. */
  let found: Basis | null = null;
  let applied: unknown = null;

  const say = (words: string, { running = false, offer = "" } = {}) => {
    status.textContent = words;
    stop.hidden = !running;
    if (!running) bar.hidden = true;
    if (!running) count.textContent = "";
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
    if (stale) say(staleWords(asked, current, askAgain), { offer: askAgain });
    else say(isApplied ? "Applied to the scenario; Undo takes it back." : "");
  };
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    if (endsWithChange && !stop.hidden) end("Stopped, because the scenario was changed.");
    follow();
  });

  const ask = async <T>(asking: Asking<T>): Promise<void> => {
    const question = ++asked;
    endQuestion = asking.stop;
    clear();
    const basis = basisNow();
    status.setAttribute("aria-live", "polite");
    say(`${asking.running} …`, { running: true });
    bar.setAttribute("aria-label", asking.running);
    const onProgress: OnProgress = (done, of) => {
      if (question !== asked || stop.hidden) return;
      bar.hidden = false;
      bar.setAttribute("value", String(done / of));
      count.textContent = `${formatNumber(done)} of ${formatNumber(of)} ${asking.counted ?? ""}`;
    };
    try {
      const outcome = await asking.question(onProgress);
      if (question !== asked) return;
      if (outcome === null) return say("A newer question took the place of this one.", { offer: askAgain });
      found = basis;
      say("");
      if (!outcome.ok) {
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
      say(answered);
      if (!sameData(basisNow(), basis)) follow();
    } catch (error) {
      if (question !== asked) return;
      say("", { offer: "Try again" });
      const why = wordsFor(error, "the search met a fault of its own");
      trouble.textContent = sentence(why);
    }
  };
  const end = (words: string) => {
    asked++;
    endQuestion();
    say(words, { offer: askAgain });
  };
  stop.addEventListener("click", () => {
    end("Stopped.");
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
    reset() {
      if (!stop.hidden) end("");
      say("");
      clear();
    },
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

function staleWords(asked: boolean, current: boolean, askAgain: string): string {
  const again = askAgain.toLowerCase();
  if (asked) return `This answer is for the scenario before your last change; ${again}.`;
  return current
    ? `This answer is for what stood in the fields before; ${again}.`
    : `This answer is for other fields and for the scenario before your last change; ${again}.`;
}

/** Words as a sentence of their own. */
function sentence(words: string): string {
  return `${capital(words)}${/[.!?]$/.test(words) ? "" : "."}`;
}
