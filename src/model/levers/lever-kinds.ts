import { funding } from "./funding.js";
import { initiatives } from "./initiatives.js";
import type { LeverKind } from "./lever-kind.js";
import { partnerships } from "./partnerships.js";
import { practice } from "./practice.js";
import { turned } from "./turned.js";

/**
 * Every kind of lever, by name, in the order in which they act: what one adds the next finds. A new kind is a file
 * beside these and a line here, and its words, a file and a line in `src/scenario/told-levers`.
 */
export const leverKinds = { funding, initiatives, partnerships, turned, practice };

type Kinds = typeof leverKinds;
/** The name of a kind. */
export type LeverName = keyof Kinds;

type LeverOf<K extends LeverKind> = Parameters<K["check"]>[0];
type SlotOf<K> = K extends LeverKind
  ? Pick<LeverOf<K>, ("kind" | "city" | NonNullable<K["slot"]>["field"]) & keyof LeverOf<K>>
  : never;
type ChangeOf<K extends LeverKind> = Parameters<NonNullable<K["settings"]>>[1];
/** A union as all of its members at once. */
type All<U> = (U extends U ? (given: U) => void : never) extends (given: infer I) => void ? I : never;

/** Something a reader may change. */
export type Lever = LeverOf<Kinds[LeverName]>;

/** What makes two levers the same: what is changed, and in which city or all of them. */
export type LeverSlot = SlotOf<Kinds[LeverName]>;

/** What a reader may change of a lever beyond its amount and timing: the settings of every kind that has some. */
export type SettingsChange = All<ChangeOf<Kinds[LeverName]>>;

/** The kind of a name that may be any value; undefined where there is none. */
export function kindNamed(name: unknown): LeverKind | undefined {
  return typeof name === "string" && Object.hasOwn(leverKinds, name)
    ? leverKinds[name as LeverName]
    : undefined;
}

/** Most levers in one scenario: what a page can show, and a bound for what arrives in links. */
export const mostLevers = 200;
