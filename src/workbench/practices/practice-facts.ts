import { formatList, formatNumber, lowerFirst } from "../../components/format.js";
import type { AdoptablePractice } from "./adoptable-practice.js";

const parts = ["", "one initiative", "half an initiative", "a third", "a quarter", "a fifth"] as const;

/** What a practice adds: "adds one legal initiative", "adds half an initiative each: social and legal". */
export function addsWords({ dimensions }: Pick<AdoptablePractice, "dimensions">): string {
  const part = parts[dimensions.length]!;
  if (dimensions.length === 1) return `adds one ${dimensions[0]!} initiative`;
  const of = dimensions.length === 2 ? part : `${part} of an initiative`;
  return `adds ${of} each: ${formatList([...dimensions])}`;
}

/** What a practice costs, and how that is known. */
export function costWords({ cost }: Pick<AdoptablePractice, "cost">): string {
  return cost
    ? `costs €${formatNumber(cost.euros)} a year as documented (${lowerFirst(cost.what)}), at the prices of the country where it is adopted`
    : "costs what the assumptions say of its dimensions; no document has a yearly cost";
}
