import { sum } from "d3-array";
import { formatList, formatShort, percent } from "../components/format.js";
import { colourOf, partnershipNames, partnershipTypes, type PartnershipType } from "../model/names.js";
import { number, text, type Row } from "../components/figure.js";
import { countSources } from "./count-sources.js";
import { drawPartnerships } from "./draw-partnerships.js";
import type { ScenarioPicture } from "./picture.js";
import { atFirst, cell, cityPairs, fromTo, lastOf, placeInView, placeName, roundOf } from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";

/** Partnerships by type at the mapping and in the last year, by city. */
export const scenarioPartnershipMix: ScenarioPicture = {
  id: "partnership-mix",
  unit: "partnerships",
  title(view) {
    const [before, now] = ends(view);
    const where = placeInView(view) < 0 ? "" : ` in ${placeName(view)}`;
    const [was, is] = [shareOf(before), shareOf(now)];
    const some = (values: readonly number[]) => formatShort(values[0]!);
    if (before.every((count, p) => Math.abs(count - now[p]!) < 1e-9))
      return `${is > 0 ? some(now) : "None"} of ${formatShort(sum(now))} partnerships${where} ${now[0] === 1 ? "is" : "are"} public–private`;
    if (!(Math.abs(was - is) > 1e-9))
      return `The public–private share${where} stays at ${percent(is)} of ${formatShort(sum(now))} partnerships`;
    return `The public–private share${where} ${is > was ? "rises" : "falls"} from ${fromTo(was, is)}`;
  },
  description(view) {
    const parts = shownCities(view).map(({ city, before, now }) => {
      const counts = partnershipTypes.map((type, p) => {
        const [was, is] = [formatShort(before.partnerships[p]!), formatShort(now.partnerships[p]!)];
        return `${was === is ? is : `${was} to ${is}`} ${partnershipNames[type]}`;
      });
      return `${city} ${formatList(counts)}`;
    });
    return `Stacked bars of partnerships by type, the mapping under the scenario where they differ. ${parts.join("; ")}.`;
  },
  key: partnershipTypes.map((type) => ({ name: partnershipNames[type], colour: colourOf(type) })),
  columns: [
    { name: "city", title: "City" },
    { name: "partnership_type", title: "Type", names: partnershipNames },
    { name: "partnerships_before", title: "Partnerships", unit: "at the mapping", decimals: 1 },
    { name: "partnerships", title: "Partnerships", unit: "in the scenario", decimals: 1 },
    { name: "share_before_pct", title: "Share", unit: "% at the mapping", decimals: 0 },
    { name: "share_pct", title: "Share", unit: "% in the scenario", decimals: 0 },
  ],
  rows: (view) =>
    shownCities(view).flatMap(({ city, before, now }) =>
      partnershipTypes.map((type, p): Row => ({
        city_id: now.city,
        city,
        partnership_type: type,
        ...roundOf(view, "partnerships", now.city),
        partnerships_before: cell(before.partnerships[p]),
        partnerships: cell(now.partnerships[p]),
        share_before_pct: cell((before.partnerships[p]! / sum(before.partnerships)) * 100),
        share_pct: cell((now.partnerships[p]! / sum(now.partnerships)) * 100),
      })),
    ),
  draw(rows, canvas, view) {
    const [first, last] = [atFirst(view), lastOf(view.result).year];
    return drawPartnerships(canvas, {
      first,
      last,
      one: placeInView(view) >= 0,
      parts: rows.map((row) => ({
        city: text(row, "city"),
        type: text(row, "partnership_type") as PartnershipType,
        before: number(row, "partnerships_before") ?? 0,
        now: number(row, "partnerships") ?? 0,
      })),
    });
  },
  cells: (row) => ({
    partnerships_before: {
      table: "partnerships",
      key: `${text(row, "city_id")}/${text(row, "partnership_type")}/${text(row, "round")}`,
      column: "partnerships",
    },
  }),
  sources: (view) =>
    countSources(view.model, ["partnerships"], { city: view.document.view.city, alone: true }),
  caveat:
    "Third: civil society and the non-profit sector. Only levers on partnerships move them: money and new initiatives do not.",
};

function shownCities(view: ScenarioView) {
  const place = placeInView(view);
  return cityPairs(view).filter((_, c) => place < 0 || place === c);
}

/** Partnerships of the place in view by type, at the mapping and in the last year. */
function ends(view: ScenarioView): [readonly number[], readonly number[]] {
  const place = placeInView(view);
  const of = (year: ReturnType<typeof lastOf>) =>
    place < 0 ? year.partnerships : year.cities[place]!.partnerships;
  return [of(lastOf(view.baseline)), of(lastOf(view.result))];
}

/** Public–private over all; 0 where there is none. */
function shareOf(partnerships: readonly number[]): number {
  return partnerships[partnershipTypes.indexOf("public-private")]! / (sum(partnerships) || 1);
}
