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
    element(document, "summary", {}, `${count} of the evidence cannot be simulated`),
    element(
      document,
      "p",
      { class: "meaning" },
      `${formatList(names)}: their initiatives and partnerships were not mapped, and nothing is filled in.`,
    ),
  );
}
