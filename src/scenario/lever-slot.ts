import { dimensions, type Dimension, type PartnershipType } from "../model/names.js";
import type { Place } from "../model/levers/every-city.js";
import type { FundingLever, Spending } from "../model/levers/funding.js";
import type { Lever } from "../model/levers/lever-kinds.js";
import { timingRanges } from "../model/levers/timing.js";

/** Where a control of the page finds its lever: what is changed, and in which city or all of them. */
export type LeverSlot =
  | { kind: "funding"; city: Place }
  | { kind: "initiatives"; city: Place; dimension: Dimension }
  | { kind: "partnerships"; city: Place; type: PartnershipType }
  | { kind: "turned"; city: Place }
  | { kind: "practice"; city: Place; practice: string };

/** What a control changes of its lever; what is left out stays. */
export interface LeverChange {
  /** In the unit of the model (`leverKinds`): shares as −1 … +1, counts as they are; a practice 1 or 0. */
  amount?: number;
  /** Years after the mapping. */
  start?: number;
  /** Years until it acts in full. */
  ramp?: number;
  /** Of funding only. */
  spend?: NonNullable<Spending["spend"]>;
  /** By dimension, for the spending `weights`; where none were ever given, all weigh 1. */
  weights?: Readonly<Partial<Record<Dimension, number>>>;
}

/** The slot a lever belongs to. */
export function slotOf(lever: Lever): LeverSlot {
  const { kind, city } = lever;
  switch (kind) {
    case "initiatives":
      return { kind, city, dimension: lever.dimension };
    case "partnerships":
      return { kind, city, type: lever.type };
    case "practice":
      return { kind, city, practice: lever.practice };
    default:
      return { kind, city };
  }
}

/** A text that is the same for the same slot, and for no other: for maps, ids and gestures. */
export function slotKey(slot: LeverSlot | Lever): string {
  switch (slot.kind) {
    case "initiatives":
      return `initiatives/${slot.city}/${slot.dimension}`;
    case "partnerships":
      return `partnerships/${slot.city}/${slot.type}`;
    case "practice":
      return `practice/${slot.city}/${slot.practice}`;
    default:
      return `${slot.kind}/${slot.city}`;
  }
}

/** The lever of a slot: the first, where a link brought several. */
export function leverIn(levers: readonly Lever[], slot: LeverSlot): Lever | undefined {
  const key = slotKey(slot);
  return levers.find((lever) => slotKey(lever) === key);
}

/** The amount of a lever, in the unit of the model; 0 where there is none. */
export function amountOf(lever: Lever | undefined): number {
  switch (lever?.kind) {
    case undefined:
      return 0;
    case "funding":
      return lever.change;
    case "initiatives":
      return lever.initiatives;
    case "partnerships":
      return lever.partnerships;
    case "turned":
      return lever.share;
    case "practice":
      return 1;
  }
}

/**
 * The levers with one changed. A lever that is not there yet is added at the end; one of amount 0 that says
 * nothing else (default timing and spending) is taken away. Several levers of one slot are kept: the first is
 * changed. What is at its default is left out, so that equal scenarios are equal data.
 */
export function withLever(levers: readonly Lever[], slot: LeverSlot, change: LeverChange): Lever[] {
  const key = slotKey(slot);
  const place = levers.findIndex((lever) => slotKey(lever) === key);
  const changed = leverOf(slot, levers[place], change);
  const rest = changed ? [changed] : [];
  return place < 0 ? [...levers, ...rest] : [...levers.slice(0, place), ...rest, ...levers.slice(place + 1)];
}

function leverOf(slot: LeverSlot, before: Lever | undefined, change: LeverChange): Lever | null {
  const amount = change.amount ?? amountOf(before);
  const timing = timingOf({ start: change.start ?? before?.start, ramp: change.ramp ?? before?.ramp });
  const spending = slot.kind === "funding" ? spendingOf(before as FundingLever | undefined, change) : {};
  const says = Object.keys(timing).length + Object.keys(spending).length > 0;
  // There is no half a practice: without its amount nothing of it is left.
  if (amount === 0 && (!says || slot.kind === "practice")) return null;
  // −0 and 0 are one amount to a reader.
  const value = amount === 0 ? 0 : amount;
  switch (slot.kind) {
    case "funding":
      return { kind: "funding", city: slot.city, change: value, ...spending, ...timing };
    case "initiatives":
      return { ...slot, initiatives: value, ...timing };
    case "partnerships":
      return { ...slot, partnerships: value, ...timing };
    case "turned":
      return { ...slot, share: value, ...timing };
    case "practice":
      return { ...slot, ...timing };
  }
}

function timingOf({ start, ramp }: { start: number | undefined; ramp: number | undefined }): {
  start?: number;
  ramp?: number;
} {
  return {
    ...(start === undefined || start === timingRanges.start.default ? {} : { start }),
    ...(ramp === undefined || ramp === timingRanges.ramp.default ? {} : { ramp }),
  };
}

function spendingOf(before: FundingLever | undefined, change: LeverChange): Spending {
  const spend = change.spend ?? before?.spend ?? "proportional";
  if (spend === "proportional") return {};
  if (spend === "gap-first") return { spend };
  const own = before?.spend === "weights" ? before.weights : undefined;
  return { spend, weights: change.weights ?? own ?? evenWeights };
}

const evenWeights = Object.fromEntries(dimensions.map((dimension) => [dimension, 1]));
