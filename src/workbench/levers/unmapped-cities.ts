import { element } from "../../components/element.js";
import { formatList } from "../../components/format.js";
import type { Model } from "../../model/model.js";

/** The cities of the evidence that no lever can move, by name, and why: nothing is filled in for them. */
export function unmappedCities(document: Document, { baseline }: Model): HTMLElement | null {
  const names = [...baseline.names]
    .filter(([id]) => !baseline.cities.includes(id))
    .map(([, name]) => name)
    .sort((a, b) => a.localeCompare(b, "en-GB"));
  if (names.length === 0) return null;
  const count = names.length === 1 ? "1 city" : `${names.length} cities`;
  return element(
    document,
    "details",
    { class: "unmapped" },
    element(
      document,
      "summary",
      {},
      `No scenarios for ${count}: nobody counted ${names.length === 1 ? "its" : "their"} initiatives`,
    ),
    element(
      document,
      "p",
      { class: "meaning" },
      `${formatList(names)}. They were not mapped, and nothing is filled in.`,
    ),
  );
}
