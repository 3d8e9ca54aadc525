import { element } from "../components/element.js";
import { variableNames } from "../components/comparator-words.js";
import { formatList } from "../components/format.js";
import type { FrameContext } from "../components/frame-context.js";
import { nearestOf } from "../model/comparators.js";
import type { CityBrief } from "./city-brief.js";

/** Cities named at most. */
const most = 3;
/** Where fewer things than this could be compared, they are named. */
const fewThings = 3;

/**
 * Which mapped cities are nearest to the city with equal weights, that the order depends on them, and the way to both.
 * @returns null where no city is near in anything that is known
 */
export function nearestCities(
  { city, nearest }: Pick<CityBrief, "city" | "nearest">,
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement | null {
  // What is as far apart as can be in all that is known is near to nothing.
  const near = nearestOf(nearest, most).filter(({ distance }) => distance! < 1);
  if (!near.length) return null;
  const names = near.map((of) => of.city.name);
  const compared = near[0]!.differences.filter(({ apart }) => apart !== null);
  const few = `Only ${formatList(compared.map(({ variable }) => variableNames[variable]))} could be compared.`;
  const ids = [...(city.initiatives ? [city.id] : []), ...near.map((of) => of.city.id)];
  // One city alone is no comparison.
  const query = ids.length > 1 ? `?cities=${ids.join(",")}&near=${city.id}` : `?near=${city.id}`;
  return element(
    document,
    "p",
    { class: "brief-nearest" },
    `${formatList(names)} ${names.length > 1 ? "are the mapped cities" : "is the mapped city"} nearest to ${city.name} where all that is compared counts the same; with other weights the order is another. `,
    compared.length < fewThings && `${few} `,
    element(
      document,
      "a",
      { href: link(`/compare${query}`) },
      names.length > 1 ? "Compare them" : "Compare it",
    ),
    " or ",
    element(
      document,
      "a",
      { href: link(`/compare?near=${city.id}#whom-to-compare-it-with`) },
      "set the weights",
    ),
    ".",
  );
}
