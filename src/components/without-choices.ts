import type { Figure } from "./figure.js";

/** A figure whose choices the page has made for good: they are given, as the city of a brief is. */
export function withoutChoices(figure: Figure): Figure {
  const given = [...(figure.given ?? []), ...Object.keys(figure.options ?? {})];
  return { ...figure, choices: undefined, given };
}
