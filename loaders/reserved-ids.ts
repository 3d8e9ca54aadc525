import { eachCity, everyCity } from "../src/model/levers/every-city.js";
import { anotherCity } from "../src/my-city/my-city.js";
import { ownCityId } from "../src/model/own-city.js";
import { any } from "../src/recommendations/any.js";
import { anotherPlace } from "../src/recommendations/place.js";

/** Names that Windows keeps for devices: no file can be called so, whatever its ending. */
const deviceNames = ["con", "prn", "aux", "nul", "conin", "conout"].concat(
  Array.from({ length: 10 }, (_, index) => [`com${index}`, `lpt${index}`]).flat(),
);

/** Words that every JavaScript object answers to. */
const objectNames = ["constructor", "prototype"];

/** Places in the bar, which stands on every page. */
const ofTheBar = ["my-city", "site-menu", "site-search"];

/** Names that no id, table or column may have, wherever it stands. */
export const reservedEverywhere: ReadonlySet<string> = new Set([...deviceNames, ...objectNames, ...ofTheBar]);

/**
 * The column of each table whose ids become addresses, names of files or places in pages. It is the table's primary
 * key, and its values are ids, whatever the package says.
 */
export const idColumns: Readonly<Record<string, string>> = {
  sources: "source_id",
  cities: "city_id",
  practices: "practice_id",
  programmes: "programme_id",
  funding: "funding_id",
  indicators: "indicator_id",
  networks: "network_id",
  recommendations: "recommendation_id",
  discrepancies: "discrepancy_id",
  assumptions: "assumption_id",
};

/** Id of the page that stands for every city while the site is built. */
export const anyCityId = "any-city";

const ofSources = [
  "sources",
  "documents",
  "downloads",
  "how-fresh-the-evidence-is",
  "discrepancies",
  "judgements-made-twice",
  "data-dictionary",
];

/**
 * What ids cannot be called, by their column: what pages have at the addresses that they would take, and what the code
 * calls all of them or none. `/cities/<city_id>` is a page; all others are places on a page: its headings, figures and
 * controls.
 */
export const takenIds: Readonly<Record<string, readonly string[]>> = {
  // The list of cities comes first.
  city_id: ["index", anyCityId, everyCity, eachCity, anotherPlace, ownCityId, anotherCity],
  practice_id: [
    "practices-of-other-cities",
    "search-practices",
    "shortlist",
    "for-my-city",
    "found",
    "found-title",
    "sort-practices",
    "what-the-register-covers",
    "practices-by-region",
    "practices-by-region-title",
    "practice-criteria",
    "practice-criteria-title",
  ],
  recommendation_id: ["how-far-along-is-your-city", "how-far-is-your-city"],
  source_id: [...ofSources, any],
  discrepancy_id: ofSources,
};

/** Beginnings of places that the site's builder makes on every page, and the dictionary for every table. */
export const takenBeginnings = (column: string): readonly string[] =>
  column === "source_id" || column === "discrepancy_id" ? ["observablehq-", "table-"] : ["observablehq-"];

/** Words that SQL keeps for itself: `from order` would fail for whoever writes it. They may be columns. */
const sqlWords =
  "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default " +
  "deferrable desc describe distinct do else end except false fetch for foreign from group having in initially " +
  "intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing " +
  "primary qualify references returning select show some summarize symmetric table then to trailing true union unique " +
  "unpivot using variadic when where window with";

/** Names that a table cannot have: those words, and the files that stand beside the tables under `/data/`. */
export const takenTables: ReadonlySet<string> = new Set([
  ...sqlWords.split(" "),
  "adoptable",
  "arrivals",
  "datapackage",
  "figures",
]);
