import { faultsWords } from "../../components/fault-words.js";
import type { OlderModel } from "../../scenario/older-model.js";
import type { Done, Saved, SavedScenario } from "../../scenario/saved.js";

/** Ids of what can be compared beside the saved scenarios. */
export const thisScenario = "this";
export const theBaseline = "baseline";
export const asItWasMade = "as-it-was-made";

/** How long a deleted scenario can be brought back after a reload, in milliseconds: a day. */
const keptDeleted = 24 * 60 * 60 * 1000;

/**
 * The saved scenarios as the page shows them: read once the page asks, and again after every change of this tab or
 * another. What is ticked for comparing is kept here too, for two panels show it.
 */
export class SavedShelf {
  /** The last saved first; empty until they were read. */
  scenarios: readonly SavedScenario[] = [];
  /** Why they cannot be read or written, in a sentence; empty where they can. */
  trouble = "";
  /** Id of the saved scenario that was opened or saved last. */
  opened: string | null = null;
  /** The scenario that was opened last by the older model that it was made with; null where that is today's. */
  older: OlderModel | null = null;
  private readonly ticks = new Set<string>([thisScenario, theBaseline]);
  private readonly listeners = new Set<() => void>();
  private saved: Promise<Done<Saved>> | null = null;
  private reading: Promise<void> = Promise.resolve();

  /** @param open opens the browser's database; called once, when first needed */
  constructor(private readonly open: () => Promise<Done<Saved>>) {}

  /** Calls back after every change. @returns a function that ends this */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads what is saved. */
  async start(): Promise<void> {
    const done = await this.deed((saved) => saved.purge(Date.now() - keptDeleted));
    if (!done.ok) return;
    await this.refresh();
  }

  /** Does something to the saved scenarios; what goes wrong is told, and nothing is lost by it. */
  async deed<T>(act: (saved: Saved) => Promise<Done<T>>): Promise<Done<T>> {
    this.saved ??= this.open().then((done) => {
      if (done.ok) done.value.subscribe(() => void this.refresh());
      return done;
    });
    const saved = await this.saved;
    // A browser that refused once may be asked again: the tab that held an old database may be closed.
    if (!saved.ok) this.saved = null;
    const done = saved.ok ? await act(saved.value) : saved;
    if (!saved.ok) {
      this.trouble = faultsWords(saved.faults);
      this.tell();
    }
    return done;
  }

  /** Reads the list again; of several readings the last asked counts, and all of them wait for it. */
  refresh(): Promise<void> {
    const reading: Promise<void> = this.deed((saved) => saved.list()).then((list) => {
      if (reading !== this.reading) return this.reading;
      if (list.ok) this.scenarios = list.value;
      this.trouble = list.ok ? "" : faultsWords(list.faults);
      return this.tell();
    });
    this.reading = reading;
    return reading;
  }

  find(id: string): SavedScenario | undefined {
    return this.scenarios.find((scenario) => scenario.id === id);
  }

  isTicked(id: string): boolean {
    return this.ticks.has(id);
  }

  tick(id: string, ticked: boolean): void {
    if (ticked) this.ticks.add(id);
    else this.ticks.delete(id);
    this.tell();
  }

  /** Takes the older model of the scenario that is opened, or that it has none. */
  madeBy(older: OlderModel | null): void {
    if (older === this.older) return;
    this.older = older;
    this.tell();
  }

  /** Ticks this scenario and the same by its older model, and nothing else. */
  besideItsModel(): void {
    this.ticks.clear();
    for (const id of [thisScenario, asItWasMade]) this.ticks.add(id);
    this.tell();
  }

  /** What is to be compared, of what there is: this scenario and the baseline first, then in the order of the list. */
  ticked(): string[] {
    const saved = this.scenarios.filter(({ opening }) => opening.ok).map(({ id }) => id);
    const older = this.older ? [asItWasMade] : [];
    return [thisScenario, theBaseline, ...older, ...saved].filter((id) => this.ticks.has(id));
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
