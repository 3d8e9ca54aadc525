import { formatList } from "../components/format.js";
import { notKnown, ownCityLabel } from "../components/own-rows.js";
import { partnershipTypes } from "../model/names.js";
import { ownCityId } from "../model/own-city.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { partnershipMix, partnershipQuery } from "./partnership-mix.js";
import { text, type Figure, type Row } from "../components/figure.js";

/** The partnership mix of the chosen cities. */
export const comparePartnerships: Figure = {
  ...partnershipMix,
  id: "compare-partnerships",
  choices: [citiesChoice],
  get options() {
    return { cities: everyMappedCity() };
  },
  sql: (options) => partnershipQuery(citiesSql(options)),
  select: ofChosenCities,
  ownRows(own, [beside]) {
    const counts = partnershipTypes.map((type) => own.partnerships[type]);
    // Of a whole that is known in part no share can be told.
    const total = counts.includes(null) ? 0 : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    return partnershipTypes.map((type, i) => ({
      ...beside,
      city_id: ownCityId,
      city: ownCityLabel(own),
      partnership_type: type,
      partnerships: counts[i]!,
      share_pct: total ? ((counts[i] ?? 0) / total) * 100 : null,
    }));
  },
  title(rows) {
    const all = rows.filter((row) => row.partnership_type === "public-private");
    const joined = all.filter((row) => row.partnerships !== null);
    const names = (list: Row[]) => formatList(list.map((row) => text(row, "city")).sort());
    const without = joined.filter((row) => row.partnerships === 0);
    const unknown = all.filter((row) => row.partnerships === null);
    const unsaid = unknown.length ? `; ${notKnown} of ${names(unknown)}` : "";
    if (without.length) return `No partnership of government and business in ${names(without)}${unsaid}`;
    const doubtful = joined.filter((row) => row.flag !== null);
    return `Government and business work together in ${names(joined)}${doubtful.length ? `; doubtful in ${names(doubtful)}` : ""}${unsaid}`;
  },
};
