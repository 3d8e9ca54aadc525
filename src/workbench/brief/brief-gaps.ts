import { formatList, formatShort } from "../../components/format.js";
import { dimensions, partnershipNames, partnershipTypes } from "../../model/names.js";
import { atFirst, cityPairs, placeInView, shareOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";

/**
 * What the city in view lacked before anything was changed: initiatives below the target by dimension, and types of
 * partnership of which there was none. Empty where all cities are in view.
 */
export function gapsSentences(view: ScenarioView): string[] {
  const place = placeInView(view);
  if (place < 0) return [];
  const { city, before } = cityPairs(view)[place]!;
  const { ownCity, target } = view.document;
  const when = ownCity ? "as you counted it" : `as mapped in ${atFirst(view)}`;
  const below = dimensions.flatMap((dimension, d) => {
    const [own, aim] = [before.initiatives[d]!, view.result.targets[place]![d]!];
    return own < aim - 1e-9 ? [`${dimension} (${formatShort(own)} of ${formatShort(aim)})`] : [];
  });
  const none = partnershipTypes.filter(
    (type, t) => type !== "other" && (ownCity ? ownCity.partnerships[type] : before.partnerships[t]) === 0,
  );
  return [
    below.length > 0
      ? `Gaps of ${city}, ${when}: below ${shareOf(target)} in ${formatList(below)}.`
      : `${city}, ${when}, has ${shareOf(target)} in each dimension whose count is known.`,
    ...(none.length > 0
      ? [`It has no ${formatList(none.map((type) => partnershipNames[type]))} partnership.`]
      : []),
  ];
}
