import type { Figure } from "./figure.js";

/**
 * A figure whose choices the page has made for good: they are given, as the city of a brief is. One that has nothing to
 * choose is given nothing.
 */
export function withoutChoices(figure: Figure): Figure {
  const chosen = Object.keys(figure.options ?? {});
  return {
    ...figure,
    choices: undefined,
    ...(chosen.length > 0 && { given: [...(figure.given ?? []), ...chosen] }),
  };
}
