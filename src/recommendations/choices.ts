import { audienceNames } from "../model/names.js";
import { mostNamed } from "../components/some-of.js";
import { shownText } from "../components/told-fault.js";
import { readAddress, writeAddress } from "../components/address.js";
import { anyCity } from "../my-city/asked-city.js";
import type { AskingCity } from "../model/city-contexts.js";
import { any } from "./any.js";
import type { Choice, Options } from "../components/figure.js";
import { anotherPlace, placeOf, tidyPlaceName } from "./place.js";
import type { PageData } from "./page-data.js";

/** What the page shows before anybody chooses. `place` is the name of another place. */
export const firstView: Readonly<Options> = {
  city: "",
  place: "",
  group: "document",
  show: "all",
  audience: any,
  document: any,
  order: "document",
};

/**
 * What can be chosen, in the order of the page.
 * @param cities that can be asked for; default those of the evidence
 */
export function choicesOf(
  { cities: ofEvidence, recommendations, sources }: PageData,
  cities: readonly Pick<AskingCity, "id" | "name">[] = ofEvidence,
): Choice[] {
  const listed = recommendations.filter(({ listed }) => listed);
  const unique = (values: string[]) => [...new Set(values)];
  return [
    {
      name: "city",
      label: "City",
      values: [
        ...cities.map(({ id, name }) => ({ value: id, label: name })),
        { value: anotherPlace, label: "another place" },
      ],
    },
    {
      name: "group",
      label: "Group by",
      values: [
        { value: "document", label: "document" },
        { value: "dimension", label: "dimension" },
      ],
    },
    {
      name: "show",
      label: "Show",
      values: [
        { value: "all", label: "all" },
        { value: "not-yet", label: "only “not yet”" },
        { value: "unmarked", label: "only “not marked”" },
      ],
    },
    {
      name: "order",
      label: "Order",
      values: [
        { value: "document", label: "as in the documents" },
        { value: "gaps", label: "what speaks to gaps first" },
      ],
    },
    {
      name: "audience",
      label: "Speaks to",
      values: [
        { value: any, label: "anyone" },
        ...unique(listed.map(({ audience }) => audience)).map((value) => ({
          value,
          label: audienceNames[value] ?? value,
        })),
      ],
    },
    {
      name: "document",
      label: "Document",
      values: [
        { value: any, label: "all four" },
        ...unique(listed.map(({ source_id }) => source_id)).map((value) => ({
          value,
          label: sources[value]?.[0] ?? value,
        })),
      ],
    },
  ];
}

/**
 * What an address asks for, whole, and a sentence for each value that was ignored.
 * @param cities that can be asked for; default those of the evidence
 */
export function readView(
  search: string,
  data: PageData,
  cities: readonly AskingCity[] = data.cities,
): { options: Options; notes: string[] } {
  const [offered, ...others] = choicesOf(data, cities);
  const city = { ...offered!, values: [...offered!.values, { value: anyCity, label: "no city" }] };
  const chosen = readAddress(search, [city]);
  const rest = readAddress(search, others);
  const options = { ...firstView, ...rest.options, ...chosen.options };
  if (options["city"] === anyCity) options["city"] = "";
  const notes = [...rest.notes];
  // All 35 names would hide what the sentence says.
  const asked = new URLSearchParams(search).getAll("city").slice(0, mostNamed);
  const unknown = asked.find(
    (name) => readAddress(`?${new URLSearchParams({ city: name })}`, [city]).notes[0],
  );
  if (unknown !== undefined)
    notes.unshift(
      `The link asks for the city “${shownText(unknown)}”, which is not one of the evidence; it was ignored. Choose one under “City”, or “another place” and give its name.`,
    );
  else notes.unshift(...chosen.notes);
  const name = tidyPlaceName(new URLSearchParams(search).get("place") ?? "");
  if (options["city"] === anotherPlace) options["place"] = name;
  if (options["city"] === anotherPlace && placeOf(anotherPlace, name, cities) === null)
    notes.push("The link asks for another place without its name: give it under “Name of the place”.");
  return { options, notes };
}

/** The query of a view: what is as at first view is left out. */
export function writeView(search: string, options: Options): string {
  return writeAddress(search, options, firstView);
}
