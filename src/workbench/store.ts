import { faultsWords } from "../components/fault-words.js";
import { wordsFor } from "../components/reader-error.js";
import type { Adoptables, SetAside } from "../model/adoptable.js";
import type { Attribution } from "../model/attribution.js";
import { everyCity } from "../model/levers/every-city.js";
import type { Fault } from "../model/fault.js";
import type { Outcome } from "../model/outcome.js";
import { modelFor } from "../model/own-city.js";
import type { Model } from "../model/model.js";
import type { Uncertainty } from "../model/uncertainty.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../scenario/document.js";
import { History } from "../scenario/history.js";
import type { ModelClient } from "../workers/model-client.js";
import type { Held } from "./practices/held.js";
import { run } from "./run.js";

/** What has changed: the document with its results, or the answers that come later from the worker. */
export type ChangedPart = "document" | "answers";
export type Listener = (workbench: Workbench, change: ChangedPart) => void;

/** How long ranges may take before that is said, in milliseconds; as a rule they take a tenth of a second. */
const lateAfter = 6000;
const lateWords = "Ranges take longer than they should; what is shown with central assumptions holds.";

/**
 * The scenario that is open, its results and its past. One place changes them; panels and pictures listen. A change
 * that cannot be run is refused with its faults, and the last good state stays.
 */
export class Workbench {
  private readonly history: History;
  private readonly listeners = new Set<Listener>();
  private now: ScenarioView;
  /** Why the last change was refused; empty when it was not. */
  faults: readonly Fault[] = [];
  /** Why ranges are missing, in a sentence; empty when they are there or on their way. */
  trouble = "";
  /** True while ranges are on their way, for at most some seconds. */
  waiting: boolean;
  /** True while the register of practices is not here: nothing can be adopted, and what adopts is not opened. */
  awaitsRegister = false;
  /** What the address asks for and waits for the register: until then the scenario is not whole. */
  readonly held = new Set<Held>();
  private asked = 0;
  private late: ReturnType<typeof setTimeout> | undefined;

  /** What the page begins with: the mapping, with the reader's city in view. */
  readonly beginning: ScenarioDocument;

  /**
   * @param client answers uncertainty and attribution; without one, pictures have no ranges
   * @throws when the baseline itself cannot be run: then there is no page to show
   */
  constructor(
    model: Model,
    /** Hash of the data package. */
    readonly dataVersion: string,
    private readonly client: ModelClient | null,
    first: ScenarioDocument = untouched,
    /** Calendar year that year 0 is shown as where a scenario says none; default that of the mapping. */
    readonly startYear?: number,
  ) {
    const start = run(model, first, undefined, startYear);
    if (!start.ok) throw new Error(faultsWords(start.faults));
    this.beginning = first;
    this.history = new History(first);
    this.now = start.value;
    this.waiting = client !== null;
  }

  get model(): Model {
    return this.now.model;
  }

  get document(): ScenarioDocument {
    return this.now.document;
  }

  get view(): ScenarioView {
    return this.now;
  }

  /** What undo and redo would take back or bring again, in words; null where there is nothing. */
  get undoLabel(): string | null {
    return this.history.undoLabel;
  }

  get redoLabel(): string | null {
    return this.history.redoLabel;
  }

  /** The documents around the last change, for its replay; null before any change. */
  get lastChange(): { before: ScenarioDocument; after: ScenarioDocument; label: string } | null {
    return this.history.lastChange;
  }

  /** Calls back after every change. @returns a function that ends this */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Takes a document as the new state.
   * @param label what was done, for undo: "Public funding, Rotterdam: −50 %"
   * @param gesture changes of one gesture (a slider that is drawn) are one step of undo, until `settle`
   * @returns false when it cannot be run; `faults` then says why
   */
  change(document: ScenarioDocument, label: string, gesture?: string): boolean {
    if (!this.take(document)) return false;
    this.history.push(document, label, gesture === undefined ? {} : { coalesce: gesture });
    this.told();
    return true;
  }

  /** Ends a gesture: the next change is a step of its own. */
  settle(): void {
    this.history.settle();
  }

  undo(): void {
    this.step(this.history.undo());
  }

  redo(): void {
    this.step(this.history.redo());
  }

  /** Shows a document without making it a step, as a replay does. */
  show(document: ScenarioDocument): void {
    if (this.take(document)) this.told();
  }

  /** Takes the practices of the register that came later. No lever could adopt one: results and steps stay. */
  receive(practices: Adoptables, setAside: SetAside): Model {
    const model = { ...modelFor(this.model, undefined), practices, setAside };
    this.now = { ...this.now, model: modelFor(model, this.document.ownCity) };
    this.awaitsRegister = false;
    return model;
  }

  /** Asks again for what the worker answers, for example after it failed. */
  ask(): void {
    void this.askWorker();
  }

  private step(document: ScenarioDocument | null): void {
    if (document && this.take(document)) this.told();
  }

  private take(document: ScenarioDocument): boolean {
    const outcome = run(this.model, document, this.now, this.startYear);
    this.faults = outcome.ok ? [] : outcome.faults;
    if (outcome.ok) {
      // Until the new ranges come, the old ones would stand beside other numbers.
      this.now = outcome.value;
      return true;
    }
    this.tell("document");
    return false;
  }

  private told(): void {
    this.waiting = this.client !== null;
    this.tell("document");
    void this.askWorker();
  }

  private tell(change: ChangedPart): void {
    for (const listener of this.listeners) listener(this, change);
  }

  private async askWorker(): Promise<void> {
    if (!this.client) return;
    const question = ++this.asked;
    const { document } = this.now;
    const scenario = scenarioOf(document);
    const city = document.view.city;
    const measure = { kind: "coverage" as const, ...(city === everyCity ? {} : { city }) };
    clearTimeout(this.late);
    // Who listens to the result is not left waiting for its ranges.
    this.late = setTimeout(() => this.without(lateWords), lateAfter);
    try {
      const [uncertainty, attribution] = await Promise.all([
        this.client.newest("uncertainty", scenario, { draws: document.draws, seed: document.seed }),
        this.client.newest("attribution", scenario, measure),
      ]);
      if (question === this.asked) this.answered(uncertainty, attribution);
    } catch (error) {
      if (question === this.asked)
        this.without(
          `Ranges could not be worked out: ${wordsFor(error, "the page met a fault of its own.")}`,
        );
    }
  }

  /** Ranges did not come, or not yet. */
  private without(trouble: string): void {
    clearTimeout(this.late);
    this.waiting = false;
    this.trouble = trouble;
    this.tell("answers");
  }

  private answered(uncertainty: Outcome<Uncertainty> | null, attribution: Outcome<Attribution> | null): void {
    clearTimeout(this.late);
    this.waiting = false;
    this.trouble = uncertainty && !uncertainty.ok ? faultsWords(uncertainty.faults) : "";
    this.now = {
      ...this.now,
      uncertainty: uncertainty?.ok ? uncertainty.value : null,
      attribution,
    };
    this.tell("answers");
  }
}
