import type { Lever, LeverName, LeverSlot } from "../model/levers/lever-kinds.js";
import { timingRanges } from "../model/levers/timing.js";
import { formatAsItIs } from "../components/format.js";
import { amountOf, type LeverChange } from "./lever-slot.js";
import { placeName, type Named } from "./named.js";
import { tenths } from "./told-levers/amounts.js";
import { toldLevers } from "./told-levers/told-levers.js";

/** A lever by what it changes and where: "Public funding, Rotterdam". The accessible name of its slider. */
export function leverName(lever: Lever | LeverSlot, model: Named): string {
  return `${toldLevers[lever.kind].title(lever, model)}, ${placeName(lever.city, model)}`;
}

/** How far a lever is moved: "−50 %", "+3", "40 %". */
export function leverAmountText(lever: Lever): string {
  return amountText(lever.kind, amountOf(lever));
}

/**
 * An amount of a lever of a kind.
 * @param amount in the unit of the model
 */
export function amountText(kind: LeverName, amount: number): string {
  return toldLevers[kind].amount.text(amount);
}

/** "Public funding, Rotterdam: −50 %": a lever in a list, a caption, a legend. */
export function leverText(lever: Lever, model: Named): string {
  return `${leverName(lever, model)}: ${leverAmountText(lever)}`;
}

/** What a change of a lever did, for "Undo …": "Public funding, Rotterdam: −50 %". */
export function changeText(slot: LeverSlot, change: LeverChange, model: Named): string {
  const { settingWords } = toldLevers[slot.kind];
  const parts: string[] = [];
  if (change.amount !== undefined) parts.push(amountText(slot.kind, change.amount));
  if (change.start !== undefined) parts.push(`starts in year ${tenths(change.start)}`);
  if (change.ramp !== undefined) parts.push(rampText(change.ramp));
  if (settingWords) parts.push(...settingWords(change));
  return `${leverName(slot, model)}: ${parts.join(", ")}`;
}

/** "starts in year 1, in full after 2 years, spent gap first": when a lever acts, and how. */
export function actingText(lever: Lever): string {
  const { settingWords, settingsOf } = toldLevers[lever.kind];
  const settings = settingsOf?.(lever) ?? null;
  return [
    `starts in year ${tenths(lever.start ?? timingRanges.start.default)}`,
    rampText(lever.ramp ?? timingRanges.ramp.default),
    ...(settings && settingWords ? settingWords(settings) : []),
  ].join(", ");
}

/** "in full at once", "in full after 3 years". */
function rampText(ramp: number): string {
  if (ramp === 0) return "in full at once";
  return `in full after ${tenths(ramp)} ${ramp === 1 ? "year" : "years"}`;
}

/** What of a lever can be set beyond its amount and timing, as its fields have it: "A rise is spent", "by weights: social 2". */
export interface LeverSettingWords {
  label: string;
  words: string;
}

/** The settings of a lever by the labels of their fields; null where they have no bearing on it, as on a cut. */
export function leverSettings(lever: Lever): LeverSettingWords | null {
  const { control, settingsOf } = toldLevers[lever.kind];
  if (control.as !== "slider" || !control.settings || !settingsOf?.(lever)) return null;
  const told = control.settings.flatMap((setting) => {
    if (setting.as === "choice")
      return [setting.options.find(({ value }) => value === setting.read(lever))?.label ?? ""];
    const numbers = setting.read(lever);
    return numbers
      ? [setting.names.map((name) => `${name} ${formatAsItIs(numbers[name] ?? 0)}`).join(", ")]
      : [];
  });
  return { label: control.settings[0]!.label, words: told.join(": ") };
}
