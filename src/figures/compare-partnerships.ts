import { formatList } from "../components/format.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { partnershipMix, partnershipQuery } from "./partnership-mix.js";
import { text, type Figure, type Row } from "../components/figure.js";

/** The partnership mix of the chosen cities. */
export const comparePartnerships: Figure = {
  ...partnershipMix,
  id: "compare-partnerships",
  choices: [citiesChoice],
  options: { cities: everyMappedCity },
  sql: (options) => partnershipQuery(citiesSql(options)),
  select: ofChosenCities,
  title(rows) {
    const joined = rows.filter((row) => row.partnership_type === "public-private");
    const names = (list: Row[]) => formatList(list.map((row) => text(row, "city")).sort());
    const without = joined.filter((row) => row.partnerships === 0);
    if (without.length) return `No partnership of government and business in ${names(without)}`;
    const doubtful = joined.filter((row) => row.flag !== null);
    return `Government and business work together in ${names(joined)}${doubtful.length ? `; doubtful in ${names(doubtful)}` : ""}`;
  },
};
