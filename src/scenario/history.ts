import type { ScenarioDocument } from "./document.js";
import { sameData } from "./same-data.js";

/** One step of a reader: the documents around it, and what was done, in words. */
export interface HistoryStep {
  before: ScenarioDocument;
  after: ScenarioDocument;
  label: string;
}

/** Most steps that can be taken back; older ones are let go. */
export const mostSteps = 200;

/**
 * Undo and redo over whole documents, which are never changed, only replaced.
 *
 * The moves of one gesture (a slider that is drawn) are one step, from where it began to where it ended; a gesture
 * that ends where it began is none, and brings back what could be redone before it.
 */
export class History {
  private steps: HistoryStep[] = [];
  /** Steps that are in effect; the others can be redone. */
  private done = 0;
  private gesture: { key: string; begun: number; undone: HistoryStep[] } | null = null;

  constructor(private now: ScenarioDocument) {}

  /** The document in effect. */
  get current(): ScenarioDocument {
    return this.now;
  }

  get canUndo(): boolean {
    return this.done > 0;
  }

  get canRedo(): boolean {
    return this.done < this.steps.length;
  }

  /** What undo would take back, in words; null where there is nothing. */
  get undoLabel(): string | null {
    return this.steps[this.done - 1]?.label ?? null;
  }

  /** What redo would bring again; null where there is nothing. */
  get redoLabel(): string | null {
    return this.steps[this.done]?.label ?? null;
  }

  /** The last step in effect, for its replay; null before any. */
  get lastChange(): HistoryStep | null {
    return this.steps[this.done - 1] ?? null;
  }

  /**
   * Takes a document as the next state. One that is the same as the present one is no step.
   * @param label what was done: "Public funding, Rotterdam: −50 %"
   * @param coalesce key of the gesture this is a part of, until `settle` or another key
   */
  push(document: ScenarioDocument, label: string, { coalesce }: { coalesce?: string } = {}): void {
    if (this.gesture?.key !== coalesce) this.settle();
    if (sameData(document, this.now)) return;
    const going = this.gesture && this.done > this.gesture.begun ? this.steps[this.done - 1] : undefined;
    if (going) this.goOn(going, document, label);
    else this.begin(document, label, coalesce);
    this.now = document;
  }

  /** Ends a gesture: the next change is a step of its own. */
  settle(): void {
    this.gesture = null;
  }

  /** Takes the last step back. @returns the document now in effect, or null where there was nothing to undo */
  undo(): ScenarioDocument | null {
    this.settle();
    const step = this.steps[this.done - 1];
    if (!step) return null;
    this.done--;
    return (this.now = step.before);
  }

  /** Brings the step again that was taken back last; null where there is none. */
  redo(): ScenarioDocument | null {
    this.settle();
    const step = this.steps[this.done];
    if (!step) return null;
    this.done++;
    return (this.now = step.after);
  }

  private begin(after: ScenarioDocument, label: string, coalesce: string | undefined): void {
    const undone = this.steps.slice(this.done);
    this.steps = [...this.steps.slice(0, this.done), { before: this.now, after, label }].slice(-mostSteps);
    this.done = this.steps.length;
    if (coalesce !== undefined)
      this.gesture = { key: coalesce, begun: this.done - 1, undone: this.gesture?.undone ?? undone };
  }

  private goOn(step: HistoryStep, after: ScenarioDocument, label: string): void {
    const kept = this.steps.slice(0, this.done - 1);
    if (sameData(after, step.before)) {
      this.steps = [...kept, ...(this.gesture?.undone ?? [])];
      this.done = kept.length;
    } else this.steps = [...kept, { before: step.before, after, label }];
  }
}
