import type { Dimension, PartnershipType } from "./names.js";
import type { Range } from "./problem.js";

/** When a lever acts. */
export interface Timing {
  /** Years after the mapping in which it starts; default 1. */
  start?: number;
  /** Years until it acts in full; default 0, a step. */
  ramp?: number;
}

/** What a rise of funding is spent on. */
export type Spending =
  /** In proportion to what each dimension cost at the mapping. */
  | { spend?: "proportional" }
  /** On what lacks to the target first, in proportion to what that costs; the rest in proportion. */
  | { spend: "gap-first" }
  /** By weights of the reader, at least one of them above 0. */
  | { spend: "weights"; weights: Readonly<Partial<Record<Dimension, number>>> };

/** A city's id, or all mapped cities, each by the same amount. */
export type Place = string;
export const everyCity = "all";
/** In a search: every single city, not all of them together. */
export const eachCity = "each";

/** Public funding of a city changes by a share of what it was: −1 … +1. */
export type FundingLever = { kind: "funding"; city: Place; change: number } & Spending & Timing;
/** Initiatives that start, by dimension. */
export type InitiativesLever = {
  kind: "initiatives";
  city: Place;
  dimension: Dimension;
  initiatives: number;
} & Timing;
/** Partnerships that start, by type. */
export type PartnershipsLever = {
  kind: "partnerships";
  city: Place;
  type: PartnershipType;
  partnerships: number;
} & Timing;
/** The share of a city's third–public partnerships that turn public–private. */
export type TurnedLever = { kind: "turned"; city: Place; share: number } & Timing;
/** A practice of the register that a city adopts, by its id: one initiative, divided evenly among its dimensions. */
export type PracticeLever = { kind: "practice"; city: Place; practice: string } & Timing;

/** Something a reader may change. */
export type Lever = FundingLever | InitiativesLever | PartnershipsLever | TurnedLever | PracticeLever;

/** A lever's range and story, for sliders and checks alike. */
export interface LeverKind extends Range {
  title: string;
  /** The field of the lever that the slider moves. */
  field: string;
  step: number;
  default: number;
  meaning: string;
  /** Where something like it happened. */
  example: { text: string; source_id: string; locator: string };
}

/** Every kind of lever, by name. */
export const leverKinds: Readonly<Record<Lever["kind"], LeverKind>> = {
  funding: {
    title: "Change of public funding",
    field: "change",
    minimum: -1,
    maximum: 1,
    step: 0.01,
    default: 0,
    unit: "share of the public funding at the mapping",
    meaning:
      "A cut takes away initiatives that public money carries; a rise pays for new ones at the cost of an initiative.",
    example: {
      text: "The Dutch state decided to end the money it gave cities for integration: €197 million in 2012, nothing in 2014.",
      source_id: "thp-2014",
      locator: "Overview of Case Studies, Policy Framework",
    },
  },
  initiatives: {
    title: "New initiatives",
    field: "initiatives",
    minimum: 0,
    maximum: 20,
    step: 1,
    default: 0,
    unit: "initiatives",
    meaning:
      "Initiatives that start in a dimension, paid for by public and other money as the city's others are.",
    example: {
      text: "Chicago's New Americans Plan of 2012 proposed 26 initiatives.",
      source_id: "thp-2014",
      locator: "Box 1",
    },
  },
  partnerships: {
    title: "New partnerships",
    field: "partnerships",
    minimum: 0,
    maximum: 20,
    step: 1,
    default: 0,
    unit: "partnerships",
    meaning: "Partnerships that start; public–private ones move cost from public to private partners.",
    example: {
      text: "Auckland had the most public–private partnerships of the eight cities, four of 18.",
      source_id: "thp-2014",
      locator: "Table 8",
    },
  },
  turned: {
    title: "Third–public partnerships turned public–private",
    field: "share",
    minimum: 0,
    maximum: 1,
    step: 0.01,
    default: 0,
    unit: "share of the city's third–public partnerships",
    meaning: "A private partner comes in and carries part of the cost of what public money paid for.",
    example: {
      text: "In Auckland a private bank pays for a programme that helps newcomers and their firms in commerce.",
      source_id: "thp-2014",
      locator: "Good practice 10",
    },
  },
  practice: {
    title: "Practices adopted",
    field: "practice",
    minimum: 0,
    maximum: 1,
    step: 1,
    default: 0,
    unit: "practices",
    meaning:
      "A practice of another place becomes one initiative, divided evenly where it has several dimensions. It costs what documents state, or else what an initiative of its dimensions does.",
    example: {
      text: "Portugal's Next Door Family follows a Czech model.",
      source_id: "thp-2014",
      locator: "Good Practices, Cultural and Religious Dimension",
    },
  },
};

/** Ranges of when a lever acts. */
export const timingRanges = {
  start: { minimum: 0, maximum: 10, step: 1, default: 1, unit: "years after the mapping" },
  ramp: { minimum: 0, maximum: 10, step: 1, default: 0, unit: "years" },
} as const;

/** Range of a weight by which a rise of funding is spent. */
export const spendingWeightRange: Range = { minimum: 0, maximum: 100, unit: "weight" };

/** Most levers in one scenario: what a page can show, and a bound for what arrives in links. */
export const mostLevers = 200;
