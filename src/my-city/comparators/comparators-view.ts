import { element } from "../../components/element.js";
import type { FrameContext } from "../../components/frame-context.js";
import { writeWeights } from "../../components/weights-address.js";
import { comparatorsOf, equalWeights, nearestOf, type Weights } from "../../model/comparators.js";
import type { AskingCity, CityContext } from "../../model/city-contexts.js";
import type { OwnCity } from "../../model/own-city.js";
import { rankRanges, weightings } from "../../model/rank-ranges.js";
import { formatNumber, inWords } from "../../components/format.js";
import { cityGroups } from "../city-groups.js";
import { ownOption } from "../own-option.js";
import { comparatorTable } from "./comparator-table.js";
import { nearestTitle, nearestWords, nothingCounts } from "./place-words.js";
import { weightWords } from "../../components/comparator-words.js";
import { weightSliders, type WeightDeeds } from "./weight-sliders.js";

/** Cities that "Compare with the three nearest" puts beside the one in view, where no fourth is level with them. */
const nearestCount = 3;

/** What a reader chooses about comparators. */
export interface Nearness {
  city: AskingCity;
  weights: Weights;
}

/** The part of the page that says whom to compare a city with. */
export interface ComparatorsView {
  parts: HTMLElement[];
  /** Offers the city of the reader's own, or none. */
  offer: (own: Pick<OwnCity, "name"> | null) => void;
  /** @param search the page's query, whose other parameters links keep */
  show: (of: Nearness, search: string) => void;
}

/**
 * Whom to compare a city with: city and weights, who is nearest, and the table that shows why.
 * @param cities every city of the evidence
 * @param live false: as the page's HTML has it, until its script comes
 */
export function comparatorsView(
  { document, link }: Pick<FrameContext, "document" | "link">,
  cities: readonly CityContext[],
  { choose, ...deeds }: WeightDeeds & { choose: (id: string) => void },
  live: boolean,
): ComparatorsView {
  const own = ownOption(document);
  const select = element(
    document,
    "select",
    { id: "comparators-city", autocomplete: "off", disabled: !live },
    own.option,
    ...cityGroups(document, cities, "Mapped", "Not mapped: less is known"),
  );
  select.addEventListener("change", () => choose(select.value));
  const field = element(
    document,
    "p",
    { class: "field" },
    element(document, "label", { for: "comparators-city" }, "Whom to compare"),
    " ",
    select,
  );
  const sliders = weightSliders(document, deeds, live);
  const title = element(document, "h3", {});
  const words = element(document, "p", { role: "status" });
  const told = element(document, "p", { class: "weights-told" });
  const nearest = element(document, "a", { class: "act" });
  const practices = element(document, "a", {});
  const room = element(document, "div", {});
  return {
    parts: [
      element(
        document,
        "div",
        { class: "needs-script" },
        element(document, "div", { class: "controls" }, field, sliders.field),
      ),
      title,
      words,
      told,
      element(document, "p", { class: "near-ways" }, nearest, " ", practices),
      room,
      element(
        document,
        "p",
        { class: "near-note" },
        `Distance: 0 the same, 1 as far apart as can be. “Over all weightings”: between which places a city moves over the ${formatNumber(weightings().length, 0)} that the sliders can give, those left out that put all cities level. Shares, policies and arrivals: The Hague Process 2014, Table 2, and for cities that were not mapped the document of each; challenges: those that documents name, by our reading. `,
        element(
          document,
          "a",
          { href: link("/guide/practices#whom-to-compare-a-city-with") },
          "How it is worked out, and what it does not say",
        ),
      ),
    ],
    offer: own.show,
    show({ city, weights }, search) {
      for (const option of select.querySelectorAll("option")) option.selected = option.value === city.id;
      sliders.show(weights);
      const comparators = comparatorsOf(city, cities, weights);
      const ranges = rankRanges(comparators);
      title.textContent = nearestTitle(city.name, comparators, weights);
      words.textContent = [
        ...nearestWords(comparators, ranges, weights),
        "Equal weights are one choice among many: move them and see.",
      ].join(" ");
      told.textContent = nothingCounts(weights) ? "Weights: none." : `Weights: ${weightWords(weights)}.`;
      room.replaceChildren(comparatorTable(document, link, city, comparators, ranges));
      const beside = nearestOf(comparators, nearestCount).map((of) => of.city.id);
      // One city alone is no comparison.
      nearest.toggleAttribute("hidden", beside.length + (city.initiatives ? 1 : 0) < 2);
      const many = beside.length === 1 ? "" : `${inWords(beside.length)} `;
      nearest.textContent = `Compare with the ${many}nearest`;
      nearest.setAttribute("href", link(`/compare${comparedQuery(city, beside, search, weights)}`));
      practices.textContent = `Practices for ${city.name}, ranked with these weights`;
      practices.setAttribute("href", link(`/practices${writeWeights(`?city=${city.id}`, weights)}`));
    },
  };
}

/** The query of a comparison of the city, where its initiatives are counted, with those beside it. */
function comparedQuery(city: AskingCity, beside: string[], search: string, weights: Weights): string {
  const parameters = new URLSearchParams(search);
  parameters.set("cities", [...(city.initiatives ? [city.id] : []), ...beside].join(","));
  for (const name of ["city", "focus"]) parameters.delete(name);
  parameters.set("near", city.id);
  return writeWeights(`?${parameters}`, weights);
}

/** The first view: the first mapped city, with equal weights. Null where no city is mapped. */
export function firstNearness(cities: readonly CityContext[]): Nearness | null {
  const city = cities.find(({ initiatives }) => initiatives !== null);
  return city ? { city, weights: equalWeights } : null;
}
