import { partnershipTypes } from "../../model/names.js";
import { shares } from "./amounts.js";
import { number } from "./fields.js";
import type { ToldLeverOf } from "./told-lever.js";

/** Third–public partnerships turned public–private. */
export const turned: ToldLeverOf<"turned"> = {
  meaning:
    "Charity–government partnerships that a firm joins. The firm pays part of what public money paid for.",
  example: {
    text: "In Auckland a private bank pays for a programme that helps newcomers and their firms in commerce.",
    source_id: "thp-2014",
    locator: "Good practice 10",
  },
  title: () => "Third–public turned public–private",
  amount: shares,
  shape: { share: number },
  control: {
    as: "slider",
    thing: (_, words, _amount, its) =>
      `${words === "no" ? "none" : words} of ${its} third–public partnerships turned public–private`,
    sensible(_, baseline) {
      const given = baseline.cities.map((_, c) => {
        const own = baseline.partnerships.subarray(c * partnershipTypes.length);
        const [mixed, third] = (["public-private", "third-public"] as const).map(
          (type) => own[partnershipTypes.indexOf(type)]!,
        );
        return mixed! + third! > 0 ? mixed! / (mixed! + third!) : 0;
      });
      const to = Math.max(...given);
      const first = baseline.names.get(baseline.cities[given.indexOf(to)]!);
      return {
        from: 0,
        to,
        why: `In ${first} a firm joins ${Math.round(to * 100)} % of the partnerships with government, the largest share in any mapped city.`,
      };
    },
  },
};
