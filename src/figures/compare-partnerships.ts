import { formatList } from "../components/format.js";
import { citiesChoice, chosenCities, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { partnershipMix, partnershipQuery } from "./partnership-mix.js";
import { text, type Figure } from "./figure.js";

/** The partnership mix of the chosen cities. */
export const comparePartnerships: Figure = {
  ...partnershipMix,
  id: "compare-partnerships",
  choices: [citiesChoice],
  options: { cities: everyMappedCity },
  sql: (options) => partnershipQuery(chosenCities(options)),
  select: ofChosenCities,
  title(rows) {
    const without = rows
      .filter((row) => row.partnership_type === "public-private" && row.partnerships === 0)
      .map((row) => text(row, "city"));
    return without.length
      ? `No partnership of government and business in ${formatList(without.sort())}`
      : "Each of them joins government and business at least once";
  },
};
