import * as v from "valibot";
import { dimensions, type Dimension } from "../../../src/model/names.js";
import type { Place } from "../../../src/model/levers/every-city.js";
import type { LeverKindOf } from "../../../src/model/levers/lever-kind.js";
import { leverKinds, type Lever } from "../../../src/model/levers/lever-kinds.js";
import type { Timing } from "../../../src/model/levers/timing.js";
import { counts } from "../../../src/scenario/told-levers/amounts.js";
import { id, number } from "../../../src/scenario/told-levers/fields.js";
import type { ToldLever } from "../../../src/scenario/told-levers/told-lever.js";
import { toldLevers } from "../../../src/scenario/told-levers/told-levers.js";

// A sixth kind of lever, as it would be added: two records, and their places in the two lists. Import it before
// anything that reads the lists.

type MentorsLever = {
  kind: "mentors";
  city: Place;
  dimension: Dimension;
  mentors: number;
  trained?: number;
} & Timing;
type Training = { trained?: number };

/** Ten mentors of newcomers are an initiative; those who are trained count twice. */
const mentors: LeverKindOf<MentorsLever, "dimension", Training> = {
  title: "Mentors",
  field: "mentors",
  minimum: 0,
  maximum: 100,
  step: 10,
  default: 0,
  unit: "mentors",
  slot: { field: "dimension", values: ["social", "economic"] },
  check: (lever, { amount, inRange, fault }) => [
    ...(lever.dimension === "legal"
      ? fault({ kind: "unknown-dimension", given: lever.dimension, field: "dimension" })
      : []),
    ...amount(lever.mentors),
    ...inRange(lever.trained ?? 0, { minimum: 0, maximum: 1, unit: "share of the mentors" }, "trained"),
  ],
  act(levers, { added, priced }) {
    for (const { lever, phase } of levers) {
      const d = dimensions.indexOf(lever.dimension);
      added[d]! += (lever.mentors / 10) * (1 + (lever.trained ?? 0)) * phase;
      priced[d]! += (lever.mentors / 10) * phase;
    }
  },
  settings(before, change) {
    const trained = change.trained ?? before?.trained ?? 0;
    return trained === 0 ? {} : { trained };
  },
};

const toldMentors: ToldLever = {
  meaning: "People who accompany newcomers.",
  example: { text: "Copenhagen has mentors.", source_id: "thp-2014", locator: "Box 9" },
  title: (slot) => `Mentors, ${(slot as unknown as MentorsLever).dimension}`,
  amount: counts("mentor", "mentors"),
  shape: { dimension: id, mentors: number, trained: v.optional(number) },
  details: (lever, timing) => [`trained ${(lever as unknown as MentorsLever).trained ?? 0}`, ...timing],
  settingWords: (change) => {
    const { trained } = change as Training;
    return trained === undefined ? [] : [`trained ${trained}`];
  },
  control: {
    as: "slider",
    thing: (_, words) => `${words} mentors`,
    sensible: (_, { cities }) => ({ from: 0, to: cities.length, why: "No more than one per city." }),
    partName: (dimension) => `${dimension} life`,
    settings: [
      {
        as: "choice",
        label: "They are",
        gesture: "training",
        options: [
          { value: "0", label: "untrained" },
          { value: "1", label: "trained" },
        ],
        read: (lever) => String((lever as MentorsLever | undefined)?.trained ?? 0),
        change: (value) => ({ trained: Number(value) }) as object,
      },
    ],
  },
};

Object.assign(leverKinds, { mentors });
Object.assign(toldLevers, { mentors: toldMentors });

/** A lever of the sixth kind. */
export const mentorsLever = (given: Partial<MentorsLever> = {}): Lever =>
  ({ kind: "mentors", city: "lisbon", dimension: "social", mentors: 20, ...given }) as unknown as Lever;
