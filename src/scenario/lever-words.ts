import { formatNumber } from "../components/format.js";
import { dimensions, partnershipNames, type Dimension } from "../model/names.js";
import type { Adoptable } from "../model/adoptable.js";
import type { Baseline } from "../model/baseline.js";
import { everyCity, type Place } from "../model/levers/every-city.js";
import type { Lever } from "../model/levers/lever-kinds.js";
import { amountOf, type LeverChange, type LeverSlot } from "./lever-slot.js";

/** What names are taken from. */
export type Named = {
  baseline: Pick<Baseline, "names">;
  practices: ReadonlyMap<string, Pick<Adoptable, "name">>;
};

/** A city by its name; "all cities"; an id that nobody knows as it is, shortened. */
export function placeName(city: Place, { baseline }: Pick<Named, "baseline">): string {
  return city === everyCity ? "all cities" : (baseline.names.get(city) ?? city.slice(0, 60));
}

/** A lever by what it changes and where: "Public funding, Rotterdam". The accessible name of its slider. */
export function leverName(lever: Lever | LeverSlot, model: Named): string {
  const place = placeName(lever.city, model);
  switch (lever.kind) {
    case "funding":
      return `Public funding, ${place}`;
    case "initiatives":
      return `New ${lever.dimension} initiatives, ${place}`;
    case "partnerships":
      return `New ${lever.type === "other" ? "other" : partnershipNames[lever.type]} partnerships, ${place}`;
    case "turned":
      return `Third–public turned public–private, ${place}`;
    case "practice":
      return `Practice ${practiceName(lever.practice, model)}, ${place}`;
  }
}

/** A practice by its name; an id that nobody knows as it is, shortened. */
export function practiceName(id: string, { practices }: Pick<Named, "practices">): string {
  return practices.get(id)?.name ?? id.slice(0, 60);
}

/** How far a lever is moved: "−50 %", "+3", "40 %". */
export function leverAmountText(lever: Lever): string {
  return amountText(lever.kind, amountOf(lever));
}

/**
 * An amount of a lever of a kind. Changes have their sign, shares none; a tenth is shown where there is one.
 * @param amount in the unit of the model
 */
export function amountText(kind: Lever["kind"], amount: number): string {
  if (kind === "practice") return amount === 0 ? "not adopted" : "adopted";
  const share = kind === "funding" || kind === "turned";
  const number = tenths(share ? amount * 100 : amount);
  const sign = kind !== "turned" && amount > 0 && number !== "0" ? "+" : "";
  return `${sign}${number}${share ? " %" : ""}`;
}

/** "Public funding, Rotterdam: −50 %": a lever in a list, a caption, a legend. */
export function leverText(lever: Lever, model: Named): string {
  return `${leverName(lever, model)}: ${leverAmountText(lever)}`;
}

/** What a change of a lever did, for "Undo …": "Public funding, Rotterdam: −50 %". */
export function changeText(slot: LeverSlot, change: LeverChange, model: Named): string {
  const parts: string[] = [];
  if (change.amount !== undefined) parts.push(amountText(slot.kind, change.amount));
  if (change.start !== undefined) parts.push(`starts in year ${tenths(change.start)}`);
  if (change.ramp !== undefined) parts.push(rampText(change.ramp));
  if (change.spend !== undefined && change.weights === undefined) parts.push(spendingText(change.spend));
  if (change.weights !== undefined) parts.push(`spent by weights ${weightsText(change.weights)}`);
  return `${leverName(slot, model)}: ${parts.join(", ")}`;
}

/** "in full at once", "in full after 3 years". */
export function rampText(ramp: number): string {
  if (ramp === 0) return "in full at once";
  return `in full after ${tenths(ramp)} ${ramp === 1 ? "year" : "years"}`;
}

function spendingText(spend: NonNullable<LeverChange["spend"]>): string {
  return { proportional: "spent in proportion", "gap-first": "spent gap first", weights: "spent by weights" }[
    spend
  ];
}

function weightsText(weights: Readonly<Partial<Record<Dimension, number>>>): string {
  return dimensions
    .filter((dimension) => weights[dimension])
    .map((dimension) => `${dimension} ${tenths(weights[dimension]!)}`)
    .join(", ");
}

/** A number with a tenth where rounding leaves one. */
function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return formatNumber(rounded, Number.isInteger(rounded) ? 0 : 1);
}
