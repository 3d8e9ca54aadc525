import type { LeverKind } from "../model/levers/lever-kind.js";
import { leverKinds, type Lever, type LeverSlot, type SettingsChange } from "../model/levers/lever-kinds.js";
import { timingRanges, type Timing } from "../model/levers/timing.js";

/** What a control changes of its lever; what is left out stays. */
export interface LeverChange extends SettingsChange {
  /** In the unit of the model (`leverKinds`): shares as −1 … +1, counts as they are; a practice 1 or 0. */
  amount?: number;
  /** Years after the mapping. */
  start?: number;
  /** Years until it acts in full. */
  ramp?: number;
}

/** The slot a lever belongs to. */
export function slotOf(lever: Lever | LeverSlot): LeverSlot {
  const { kind, city } = lever;
  return slotIn(kind, city, detailOf(lever));
}

/**
 * The slot of a kind in a city.
 * @param detail a dimension, a type or whatever else the kind tells its levers apart by
 */
export function slotIn(name: LeverSlot["kind"], city: string, detail?: string): LeverSlot {
  const { slot }: LeverKind = leverKinds[name];
  return { kind: name, city, ...(slot ? { [slot.field]: detail } : {}) } as LeverSlot;
}

/**
 * What tells the levers of a kind in a city apart: dimensions, types; undefined alone where there is one lever, and
 * nothing where the register of practices says it.
 */
export function detailsOf(name: LeverSlot["kind"]): readonly (string | undefined)[] {
  const { slot }: LeverKind = leverKinds[name];
  return slot ? (slot.values ?? []) : [undefined];
}

/** A text that is the same for the same slot, and for no other: for maps, ids and gestures. */
export function slotKey(slot: LeverSlot | Lever): string {
  const detail = detailOf(slot);
  return detail === undefined ? `${slot.kind}/${slot.city}` : `${slot.kind}/${slot.city}/${detail}`;
}

/** The lever of a slot: the first, where a link brought several. */
export function leverIn(levers: readonly Lever[], slot: LeverSlot): Lever | undefined {
  const key = slotKey(slot);
  return levers.find((lever) => slotKey(lever) === key);
}

/** The amount of a lever, in the unit of the model; 0 where there is none. */
export function amountOf(lever: Lever | undefined): number {
  if (!lever) return 0;
  const { field, thereOrNot }: LeverKind = leverKinds[lever.kind];
  return thereOrNot ? 1 : (fieldOf(lever, field) as number);
}

/**
 * The levers with one changed. A lever that is not there yet is added at the end; one of amount 0 that says
 * nothing else (default timing and settings) is taken away. Several levers of one slot are kept: the first is
 * changed. What is at its default is left out, so that equal scenarios are equal data.
 */
export function withLever(levers: readonly Lever[], slot: LeverSlot, change: LeverChange): Lever[] {
  const key = slotKey(slot);
  const index = levers.findIndex((lever) => slotKey(lever) === key);
  const changed = leverOf(slot, levers[index], change);
  const rest = changed ? [changed] : [];
  return index < 0 ? [...levers, ...rest] : [...levers.slice(0, index), ...rest, ...levers.slice(index + 1)];
}

/** A lever that stands in a slot without moving anything. */
export function unmoved(slot: LeverSlot): Lever {
  return withAmount(slot, 0);
}

function leverOf(slot: LeverSlot, before: Lever | undefined, change: LeverChange): Lever | null {
  const kind: LeverKind = leverKinds[slot.kind];
  const amount = change.amount ?? amountOf(before);
  const said = {
    ...kind.settings?.(before, change),
    ...timingOf({ start: change.start ?? before?.start, ramp: change.ramp ?? before?.ramp }),
  };
  // There is no half a practice: without its amount nothing of it is left.
  if (amount === 0 && (kind.thereOrNot || Object.keys(said).length === 0)) return null;
  // −0 and 0 are one amount to a reader.
  return { ...withAmount(slot, amount === 0 ? 0 : amount), ...said };
}

function withAmount(slot: LeverSlot, amount: number): Lever {
  const { field, thereOrNot }: LeverKind = leverKinds[slot.kind];
  return { ...slotOf(slot), ...(thereOrNot ? {} : { [field]: amount }) } as Lever;
}

function timingOf({ start, ramp }: Record<keyof Timing, number | undefined>): Timing {
  return {
    ...(start === undefined || start === timingRanges.start.default ? {} : { start }),
    ...(ramp === undefined || ramp === timingRanges.ramp.default ? {} : { ramp }),
  };
}

/** What tells a lever from others of its kind in its city; undefined where there are no others. */
function detailOf(lever: Lever | LeverSlot): string | undefined {
  const { slot }: LeverKind = leverKinds[lever.kind];
  return slot ? String(fieldOf(lever, slot.field)) : undefined;
}

function fieldOf(lever: Lever | LeverSlot, field: string): unknown {
  return (lever as unknown as Readonly<Record<string, unknown>>)[field];
}
