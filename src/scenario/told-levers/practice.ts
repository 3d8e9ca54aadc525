import { practiceName } from "../named.js";
import { thereOrNot } from "./amounts.js";
import { id } from "./fields.js";
import type { ToldLeverOf } from "./told-lever.js";

/** Practices adopted. */
export const practice: ToldLeverOf<"practice"> = {
  meaning:
    "A practice of another place becomes one initiative, divided evenly where it has several dimensions. It costs what documents state, or else what an initiative of its dimensions does.",
  example: {
    text: "Portugal's Next Door Family follows a Czech model.",
    source_id: "thp-2014",
    locator: "Good Practices, Cultural and Religious Dimension",
  },
  title: ({ practice }, model) => `Practice ${practiceName(practice, model)}`,
  amount: thereOrNot("adopted", "not adopted"),
  shape: { practice: id },
  details(lever, timing, { practices, baseline }) {
    const practice = practices.get(lever.practice);
    if (!practice) return [...timing];
    const { dimensions, cost, city } = practice;
    return [
      `practice ${lever.practice}`,
      `one initiative in ${dimensions.join(" ")}`,
      cost === null ? "cost as assumed" : `documented cost EUR ${cost} a year`,
      ...(city === null ? [] : [`from ${baseline.names.get(city) ?? city}`]),
      ...timing,
    ];
  },
  control: { as: "register" },
};
