import { faultsWords } from "../../components/fault-words.js";
import { adoptableAmong, type AdoptablePractice } from "./adoptable-practice.js";
import type { Register } from "./fetch-register.js";

/** How it stands with the register of practices. */
export type RegisterState =
  | { kind: "coming" }
  | { kind: "here"; practices: AdoptablePractice[]; all: AdoptablePractice[] }
  | { kind: "missing"; message: string };

/** The register as a page waits for it: coming, here, or missing until it is asked for again. */
export class AwaitedRegister {
  state: RegisterState = { kind: "coming" };
  private readonly listeners = new Set<(state: RegisterState) => void>();

  /**
   * @param first the register as it was asked for when the page started
   * @param again asks once more; never fails
   */
  constructor(
    first: Promise<Register> | Register,
    private readonly again: () => Promise<Register>,
  ) {
    if (first instanceof Promise) void first.then((register) => this.take(register));
    else this.take(first);
  }

  get isHere(): boolean {
    return this.state.kind === "here";
  }

  /** Every practice, also those that cannot be adopted; none while it is not here. */
  get all(): AdoptablePractice[] {
    return this.state.kind === "here" ? this.state.all : [];
  }

  /** Its practices that can be adopted; none while it is not here. */
  get practices(): AdoptablePractice[] {
    return this.state.kind === "here" ? this.state.practices : [];
  }

  /** Calls back after every change, in the order of subscribing. */
  subscribe(listener: (state: RegisterState) => void): void {
    this.listeners.add(listener);
  }

  /** Asks once more where it is missing. */
  tryAgain(): void {
    if (this.state.kind !== "missing") return;
    this.change({ kind: "coming" });
    void this.again().then((register) => this.take(register));
  }

  private take(register: Register): void {
    this.change(
      register.ok
        ? { kind: "here", practices: adoptableAmong(register.value), all: register.value }
        : { kind: "missing", message: faultsWords(register.faults) },
    );
  }

  private change(state: RegisterState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}
