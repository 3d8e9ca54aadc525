import { dimensions } from "../../model/names.js";
import { counts } from "./amounts.js";
import { id, number } from "./fields.js";
import { mostOf } from "./most-of.js";
import type { ToldLeverOf } from "./told-lever.js";

/** New initiatives. */
export const initiatives: ToldLeverOf<"initiatives"> = {
  meaning:
    "Initiatives that start in a dimension, paid for by public and other money as the city's others are.",
  example: {
    text: "Chicago's New Americans Plan of 2012 proposed 26 initiatives.",
    source_id: "thp-2014",
    locator: "Box 1",
  },
  title: ({ dimension }) => `New ${dimension} initiatives`,
  amount: counts("initiative", "initiatives"),
  shape: { dimension: id, initiatives: number },
  control: {
    as: "slider",
    thing: ({ dimension }, words, amount) =>
      `${words} new ${dimension} ${amount === 1 ? "initiative" : "initiatives"}`,
    // No mapped city has more than the best of them.
    sensible({ dimension }, baseline) {
      const to = mostOf(baseline, baseline.initiatives, dimensions, dimension);
      return { from: 0, to, why: `No mapped city has more than ${to} ${dimension} initiatives.` };
    },
  },
};
