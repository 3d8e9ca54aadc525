import { partnershipNames, partnershipTypes, type PartnershipType } from "../../model/names.js";
import { counts } from "./amounts.js";
import { id, number } from "./fields.js";
import { mostOf } from "./most-of.js";
import type { ToldLeverOf } from "./told-lever.js";

/** New partnerships. */
export const partnerships: ToldLeverOf<"partnerships"> = {
  meaning: "Partnerships that start; public–private ones move cost from public to private partners.",
  example: {
    text: "Auckland had the most public–private partnerships of the eight cities that the study mapped, four of 18.",
    source_id: "thp-2014",
    locator: "Table 8",
  },
  title: ({ type }) => `New ${partnershipNames[type]} partnerships`,
  amount: counts("partnership", "partnerships"),
  shape: { type: id, partnerships: number },
  control: {
    as: "slider",
    thing: ({ type }, words, amount) =>
      `${words} new ${partnershipNames[type]} ${amount === 1 ? "partnership" : "partnerships"}`,
    partName: (type) => partnershipNames[type as PartnershipType],
    sensible({ type }, baseline) {
      const to = mostOf(baseline, baseline.partnerships, partnershipTypes, type);
      return { from: 0, to, why: `No mapped city has more than ${to} of this type.` };
    },
  },
};
