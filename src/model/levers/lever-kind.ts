import type { Grounds } from "../grounds.js";
import type { Fault } from "../fault.js";
import type { Range } from "../range.js";
import type { Acting, ActedOn, Situation } from "./acting.js";
import type { Place } from "./every-city.js";
import type { Timing } from "./timing.js";

/** What every lever has, of whatever kind. */
export interface AnyLever extends Timing {
  kind: string;
  city: Place;
}

/** What a check of a lever works with. */
export interface LeverCheck {
  on: Grounds;
  /** A fault as one of this lever. */
  fault(found: Fault): Fault[];
  inRange(value: unknown, allowed: Range, field: string): Fault[];
  /** Whether an amount lies in the range of the kind. */
  amount(value: unknown): Fault[];
}

/** A kind of lever: its range, for sliders and checks alike, and what it does. */
export interface LeverKind extends Range {
  title: string;
  /** The field of the lever that its control changes: the amount, but for levers that are there or not. */
  field: string;
  /** True where a lever is there or is not: its amount is 1, and with 0 it is gone. */
  thereOrNot?: true;
  step: number;
  default: number;
  /**
   * The field that tells two levers of a city apart, with all that it may say, or null where the register of practices
   * says it; null where a city has one lever of the kind.
   */
  slot: { field: string; values: readonly string[] | null } | null;
  /** True where it changes who pays, and not what there is. */
  whoPaysAlone?: true;
  /** What is wrong with a lever beyond its city and timing; nothing about its shape may be taken for granted. */
  check(lever: AnyLever, check: LeverCheck): Fault[];
  /**
   * Adds to a city's situation what the levers of this kind do to it. Levers add up, each with its own phase,
   * so that their order does not matter.
   */
  act(levers: readonly Acting<AnyLever>[], situation: Situation, on: ActedOn): void;
  /** What a lever says beyond its amount and timing after a change; what is at its default is left out. */
  settings?(before: AnyLever | undefined, change: object): object;
}

/**
 * A kind with the types of its own. L: its levers. S: the field that tells two of a city apart. C: what a reader may
 * change of a lever beyond its amount and timing.
 */
export interface LeverKindOf<
  L extends AnyLever,
  S extends keyof L & string = never,
  C extends object = object,
> extends LeverKind {
  field: keyof L & string;
  slot: { field: S; values: readonly (L[S] & string)[] | null } | null;
  check(lever: L, check: LeverCheck): Fault[];
  act(levers: readonly Acting<L>[], situation: Situation, on: ActedOn): void;
  settings?(before: L | undefined, change: C): object;
}
