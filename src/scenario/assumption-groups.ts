import { acts, type Choices } from "../model/choices.js";
import { modelVersion } from "./versions.js";

/** Assumptions that are read together, under a heading. */
export interface AssumptionGroup {
  id: string;
  name: string;
  /** What they are, in a sentence. */
  meaning: string;
}

/** The groups as they stand on the page, and which ids are theirs; the last takes what no other does. */
const groups: readonly (AssumptionGroup & { ids: RegExp })[] = [
  {
    id: "costs",
    name: "Costs",
    meaning: "What an initiative costs a year, at the euro area's prices, public and private money together.",
    ids: /^cost-(?!correlation$)/,
  },
  {
    id: "prices",
    name: "Prices by country",
    meaning:
      "What a cost is multiplied by in each city: prices of its country, those of the euro area being 1.",
    ids: /^price-level-/,
  },
  {
    id: "who-pays",
    name: "Who pays",
    meaning:
      "How much of a city's initiatives public money carries, and what others do where it pays for new ones.",
    ids: /^(public-share-(?!correlation$)|co-funding|crowding-out)/,
  },
  {
    id: "cuts-and-partnerships",
    name: "Cuts and partnerships",
    meaning: "What a cut of public money loses, and what it saves to hand an initiative over.",
    ids: /^(pass-through|private-share)/,
  },
  {
    id: "discount-rates",
    name: "Discount rates",
    meaning: "What a euro of a later year counts less, in sums over all years.",
    ids: /^discount-rate/,
  },
  {
    id: "people",
    name: "Residents and migrants",
    meaning:
      "Of whom targets can be per 100,000, and by whom cities can be weighed. The documents do not all count the same people as migrants.",
    ids: /^(residents|migrant-share)-/,
  },
  {
    id: "found",
    name: "What the mapping found",
    meaning:
      "Which share of a city's initiatives the mapping came upon. What it missed is added where counts are uncertain.",
    ids: /^found-/,
  },
  {
    id: "correlations",
    name: "How draws go together",
    meaning:
      "Whether figures of one kind are high or low together in a simulation: 0 draws each by itself, 1 all as one.",
    ids: /-correlation$/,
  },
  {
    id: "what-counts",
    name: "What counts",
    meaning: "Choices of how results are counted. They are not drawn.",
    ids: /^/,
  },
];

/** Things with ids of assumptions under their headings, each once; a heading without any is left out. */
export function inGroups<Row extends { id: string }>(
  rows: readonly Row[],
): (AssumptionGroup & { rows: Row[] })[] {
  const groupOf = (id: string) => groups.find(({ ids }) => ids.test(id))!.id;
  return groups.flatMap(({ id, name, meaning }) => {
    const own = rows.filter((row) => groupOf(row.id) === id);
    return own.length > 0 ? [{ id, name, meaning, rows: own }] : [];
  });
}

/** Why an assumption does not act on a scenario reckoned so: "not used: costs are pooled". Empty where it acts. */
export function notUsedWords(id: string, choices: Choices): string {
  const why = whyNotUsed(id, choices);
  return why && `not used: ${why}`;
}

/** The same without saying that it is not used: "costs are pooled". */
export function whyNotUsed(id: string, choices: Choices): string {
  if (acts(id, modelVersion, choices)) return "";
  const { costing = "pooled" } = choices;
  if (id.startsWith("found-")) return "counts are as the mapping counted";
  if (id.startsWith("residents-")) return "nothing is per resident or migrant";
  if (id.startsWith("migrant-share-")) return "nothing is per migrant";
  return costing === "pooled" ? "costs are pooled" : "costs are by dimension";
}
