import { bounded, formatList, formatNumber, inWords, lowerFirst, percent } from "../components/format.js";
import { formatMoney } from "../components/money.js";
import {
  kindNames,
  partnershipNames,
  stakeholderNames,
  type PartnershipType,
  type PracticeKind,
} from "../model/names.js";
import type { CheckableFacts, Fact } from "./facts.js";

/** Names that sentences about facts need. */
export interface FactNames {
  place(id: string): string;
  indicator(id: string): string;
  source(ids: string): string;
}

/** The names of a set of facts. */
export function factNames({ places, indicators, sources, facts }: CheckableFacts): FactNames {
  const byId = new Map(places.map(({ id, name }) => [id, name]));
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const mapped = facts.find(({ indicator }) => indicator === "mapped-cities")?.value ?? 0;
  return {
    place: (id) => (id === "all" ? `the ${inWords(mapped)} mapped cities` : (byId.get(id) ?? id)),
    indicator: (id) => lowerFirst(names.get(id) ?? id.replaceAll("-", " ")),
    source: (ids) => formatList(ids.split("; ").map((id) => sources[id] ?? id)),
  };
}

const countedNames: Readonly<Record<string, string>> = {
  initiatives: "initiatives",
  actors: "actors",
  partnerships: "partnerships",
  contacted: "organisations contacted",
  replied: "organisations that replied",
  rejected: "organisations that declined",
  "not-replied": "organisations that did not reply",
  interviewed: "interviews",
  practices: "practices in the register",
  "mapped-cities": "cities mapped",
};

/** Whether a number goes before the name of what is counted: "36 initiatives". */
export const isNamedCount = (indicator: string): boolean =>
  countedNames[indicator.replace(/-mean$/, "")] !== undefined;

/** What is counted, in words: "political initiatives", "third–public partnerships", "foreign-born residents". */
export function subjectWords(indicator: string, part: string | undefined, names: FactNames): string {
  const mean = indicator.endsWith("-mean");
  const bare = indicator.replace(/-mean$/, "");
  const counted = countedNames[bare];
  if (indicator === "funding") return "amounts of money";
  if (counted === undefined) return names.indicator(indicator);
  const named = part === undefined ? counted : partWords(bare, part, counted);
  return mean ? `${named} per city` : named;
}

function partWords(indicator: string, part: string, counted: string): string {
  if (indicator === "partnerships") return `${partnershipNames[part as PartnershipType] ?? part} ${counted}`;
  if (indicator === "interviewed") return `interviews with ${stakeholderNames[part] ?? part}`;
  if (indicator === "practices") return `practices of the kind “${kindNames[part as PracticeKind] ?? part}”`;
  return `${part} ${counted}`;
}

/** A fact's value with its unit and bound: "36", "more than 60 %", "€245,000", "25,000 to 30,000". */
export function valueWords({ value, upTo, unit, qualifier, derived }: Fact): string {
  const one = (amount: number): string => {
    if (unit === "percent") return derived === "share" ? percent(amount / 100, 1) : `${short(amount)} %`;
    if (unit === "count") return amount >= 1e6 ? large(amount) : short(amount);
    return formatMoney(amount, unit === "?" ? null : unit);
  };
  const words = upTo === undefined ? one(value) : `${one(value)} to ${one(upTo)}`;
  return bounded(words, qualifier ?? null, { sentence: true });
}

const large = (value: number) =>
  value >= 1e9 ? `${short(value / 1e9)} billion` : `${short(value / 1e6)} million`;

/** With as many decimals as it has, two at most. */
function short(value: number): string {
  const [, decimals = ""] = String(Number(value.toFixed(2))).split(".");
  return formatNumber(value, decimals.length);
}

/** Where a fact stands in its document: "The Hague Process and UNU-MERIT 2014, Table 7 (sum)". */
export function whereWords({ source, locator, derived }: Fact, names: FactNames): string {
  const how = derived === "sum" ? " (added up)" : derived === "mean" ? " (mean of the cities)" : "";
  return `${names.source(source)}, ${locator}${how}`;
}
