import { ownCityLabel } from "../components/own-rows.js";
import { ownCityId } from "../model/own-city.js";
import { dimensions } from "../model/names.js";
import type { Figure } from "../components/figure.js";
import { compareDescription, compareSentences } from "./compare-words.js";
import { countCell, drawDimensions } from "./draw-dimensions.js";
import { firstFocus, focusChoice, focusTitle } from "./focus.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { newestRound } from "./newest-round.js";

/** Initiatives of the chosen cities, one panel per dimension, against the median and the most of all mapped cities. */
export const compareDimensions: Figure = {
  id: "compare-dimensions",
  choices: [citiesChoice, focusChoice],
  get options() {
    return { cities: everyMappedCity(), focus: firstFocus };
  },
  sql: (options) => `with mapped as (
  select *,
    median(initiatives) over (partition by dimension) as median_initiatives,
    max(initiatives) over (partition by dimension) as most_initiatives
  from ${newestRound("initiatives")} i
)
select c.city_id, c.name as city, m.dimension, m.initiatives, m.actors, m.median_initiatives, m.most_initiatives,
  m.round, m.counted_in, m.source_id, m.locator, m.flag, m.note
from mapped m
join cities c using (city_id)
where c.city_id in (${citiesSql(options)})
order by array_position(['social', 'cultural', 'legal', 'political', 'economic'], m.dimension), c.name`,
  select: ofChosenCities,
  ownRows: (own, rows) =>
    dimensions.flatMap((dimension) => {
      const beside = rows.find((row) => row.dimension === dimension);
      if (!beside) return [];
      const ofOwn = { city_id: ownCityId, city: ownCityLabel(own), actors: null };
      return [{ ...beside, ...ofOwn, initiatives: own.initiatives[dimension] }];
    }),
  title: focusTitle,
  description: compareDescription,
  words: compareSentences,
  columns: [
    { name: "city", title: "City" },
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
    { name: "median_initiatives", title: "Median", unit: "of the mapped cities", decimals: 1 },
    { name: "most_initiatives", title: "Most", unit: "of the mapped cities" },
  ],
  draw: drawDimensions,
  cells: (row) => ({ initiatives: countCell(row, "initiatives"), actors: countCell(row, "actors") }),
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  caveat: "Median and most are those of all mapped cities, whatever cities are chosen.",
};
