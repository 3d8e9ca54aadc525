import type { Dimension } from "./names.js";
import type { Lever } from "./levers/lever-kinds.js";

/** A number of a story and the cell of the evidence that holds it; a test keeps the two together. */
export interface Fact {
  table: string;
  where: Readonly<Record<string, string | number>>;
  column: string;
  value: number;
}

/** How levers follow from the evidence where a preset cannot name them beforehand. */
export type PresetRule =
  /** Each city starts what it lacks to the target in each dimension, as far as a lever goes. */
  | { rule: "up-to-target" }
  /** Third–public partnerships turn until public–private ones are this share of all in each city. */
  | { rule: "turned-to-share"; share: number };

/** A scenario with its story: plain data. */
export interface Preset {
  id: string;
  title: string;
  /** What happened or is asked, and what the preset assumes beyond the document. */
  story: string;
  source_id: string;
  locator: string;
  facts: readonly Fact[];
  /** The levers, or the rule by which they follow from the counts and the targets of the moment. */
  levers: readonly Lever[] | PresetRule;
}

const measuresOf = (plan: string, value: number): Fact => ({
  table: "statistics",
  where: { indicator_id: "programme-measures-count", place: plan },
  column: "value",
  value,
});
const budget = (funding_id: string, value: number): Fact => ({
  table: "funding",
  where: { funding_id },
  column: "amount",
  value,
});

const firstPlan = measuresOf("First National Plan for the Integration of Migrants (2007-2009)", 122);
const secondPlan = measuresOf("Second National Plan for the Integration of Migrants (2010-2013)", 90);
const newAmericans = measuresOf("Chicago New Americans Plan", 26);

/** A dimension's part of Chicago's plan, which has four themes. */
const chicagoThemes = (dimension: Dimension, themes: number): Lever => ({
  kind: "initiatives",
  city: "chicago",
  dimension,
  initiatives: (newAmericans.value * themes) / 4,
  start: 0,
  ramp: 2,
});

/** Every preset, in the order shown. */
export const presets: readonly Preset[] = [
  {
    id: "rotterdam-cut",
    title: "Rotterdam loses the national integration money",
    story:
      "The Dutch state gave its cities €197 million for integration in 2012 and decided to give nothing in 2014. The mapping of 2013 lies half-way and shows a part of the cut already: the preset takes the other half. No document says how much of Rotterdam's public money the sum was: it is taken for all of it, the worst case, gone within a year of the mapping.",
    source_id: "thp-2014",
    locator: "Overview of Case Studies, Policy Framework",
    facts: [
      budget("netherlands-integration-budget-2012", 197_000_000),
      budget("netherlands-integration-budget-2014", 0),
    ],
    levers: [{ kind: "funding", city: "rotterdam", change: -0.5, start: 0, ramp: 1 }],
  },
  {
    id: "every-city-to-target",
    title: "Every city up to the target",
    story:
      "Each city starts as many initiatives as it lacks to the target, the median of the mapped cities unless another is chosen. A half is possible, since the median may lie between two counts. No lever starts more than 20 in a dimension: of a larger gap a part stays.",
    source_id: "thp-2014",
    locator: "Table 7",
    facts: [],
    levers: { rule: "up-to-target" },
  },
  {
    id: "one-in-five-public-private",
    title: "One partnership in five public–private",
    story:
      "Third–public partnerships turn public–private until these are a fifth of all in each city. Coverage stays as it is; who pays changes.",
    source_id: "thp-2014",
    locator: "Table 8",
    facts: [],
    levers: { rule: "turned-to-share", share: 0.2 },
  },
  {
    id: "chicago-new-americans",
    title: "Chicago carries out the New Americans Plan",
    story:
      "The plan of 2012 proposed 26 initiatives, to be carried out by 2015. The document names four themes and no counts: they are taken as equal, growth as economic, youth and communities as social, education, with its English classes, as cultural. Some of the 26 may be among those mapped in 2013.",
    source_id: "thp-2014",
    locator: "Box 1; Overview of Case Studies, The Role of Cities and Businesses",
    facts: [newAmericans],
    levers: [chicagoThemes("economic", 1), chicagoThemes("social", 2), chicagoThemes("cultural", 1)],
  },
  {
    id: "portugal-second-plan",
    title: "Lisbon with a shorter national plan",
    story:
      "Portugal's second plan had 90 measures after the first plan's 122. The preset asks what it would mean if Lisbon's public funding fell in the same proportion, which no document says it did.",
    source_id: "thp-2014",
    locator: "Box 2",
    facts: [firstPlan, secondPlan],
    levers: [{ kind: "funding", city: "lisbon", change: secondPlan.value / firstPlan.value - 1 }],
  },
  {
    id: "auckland-levy",
    title: "Auckland's migrant levy pays for more",
    story:
      "Migrants who get residence pay a levy towards settlement initiatives. How much of it reaches Auckland is in no document: the preset takes a tenth of the city's public funding, spent where initiatives lack most.",
    source_id: "thp-2014",
    locator: "Box 3",
    facts: [budget("new-zealand-migrant-levy", 2400)],
    levers: [{ kind: "funding", city: "auckland", change: 0.1, spend: "gap-first" }],
  },
];
