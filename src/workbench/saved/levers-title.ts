import { capital, formatList, formatNumber } from "../../components/format.js";
import { leverKinds, type Lever, type LeverName } from "../../model/levers/lever-kinds.js";
import { partnershipNames } from "../../model/names.js";
import { countWords } from "../../scenario-charts/reading.js";
import { amountOf } from "../../scenario/lever-slot.js";
import { amountText, leverText } from "../../scenario/lever-words.js";
import { placeName, type Named } from "../../scenario/named.js";
import { longestName } from "../../scenario/record.js";

/** What levers of a kind come to together, in the words of a title. */
const together: Readonly<Record<LeverName, (levers: readonly Lever[]) => string>> = {
  funding: (levers) => `public funding ${amounts(levers)}`,
  initiatives: (levers) => `${counted(sum(levers))} new ${only(levers)}${many(levers, "initiative")}`,
  practice: (levers) =>
    `${countWords(levers.length)} ${levers.length === 1 ? "practice" : "practices"} adopted`,
  partnerships: (levers) => `${counted(sum(levers))} new ${only(levers)}${many(levers, "partnership")}`,
  turned: (levers) => `third–public turned public–private ${amounts(levers)}`,
};

/**
 * A title of all levers that are moved: "Lisbon: five practices adopted", "Lisbon and Nairobi: public funding raised and
 * 12 new initiatives". What is too long for a name is counted.
 */
export function leversTitle(levers: readonly Lever[], model: Named): string {
  if (levers.length === 1) return leverText(levers[0]!, model);
  const cities = [...new Set(levers.map(({ city }) => city))].map((city) => placeName(city, model));
  const where = cities.length > 2 ? `${countWords(cities.length)} places` : formatList(cities);
  const kinds = (Object.keys(leverKinds) as LeverName[]).flatMap((kind) => {
    const own = levers.filter((lever) => lever.kind === kind);
    return own.length ? [together[kind](own)] : [];
  });
  const title = capital(`${where}: ${formatList(kinds)}`);
  return [...title].length <= longestName ? title : capital(`${where}: ${countWords(levers.length)} levers`);
}

/** The amount where all have the same; else whether all rise, all fall, or not. */
function amounts(levers: readonly Lever[]): string {
  const texts = new Set(levers.map((lever) => amountText(lever.kind, amountOf(lever))));
  if (texts.size === 1) return [...texts][0]!;
  if (levers.every((lever) => amountOf(lever) > 0)) return "raised";
  return levers.every((lever) => amountOf(lever) < 0) ? "cut" : "changed";
}

const sum = (levers: readonly Lever[]) => levers.reduce((all, lever) => all + amountOf(lever), 0);
const counted = (count: number) => formatNumber(count, Number.isInteger(count) ? 0 : 1);
const many = (levers: readonly Lever[], word: string) => (sum(levers) === 1 ? word : `${word}s`);

/** "legal " where all levers are of one dimension or type. */
function only(levers: readonly Lever[]): string {
  const found = new Set(
    levers.map((lever) => {
      if (lever.kind === "initiatives") return lever.dimension;
      return lever.kind === "partnerships" ? partnershipNames[lever.type] : "";
    }),
  );
  return found.size === 1 ? `${[...found][0]!} ` : "";
}
