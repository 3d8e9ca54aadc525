import { fileStem } from "./file-name.js";
import type { Choice, Options } from "./figure.js";

/** Letters of a figure's id and choices in a file's name. */
const longest = 60;
/** Of several values at once, as many are named; of more their number. */
const named = 3;

/**
 * Name of a file of a figure, without its ending: the figure, what was chosen, the version of the data:
 * "coverage-actors-7ae68291", "compare-context-8-cities-7ae68291".
 */
export function figureFileStem(
  id: string,
  options: Options,
  version: string,
  choices: readonly Choice[] = [],
): string {
  const values = Object.entries(options).flatMap(([name, value]) => {
    const choice = choices.find((choice) => choice.name === name);
    if (value === choice?.none) return [];
    const several = choice?.several && value.split(",");
    return several && several.length > named ? `${several.length} ${name}` : value;
  });
  const words = [id, ...values].join(" ").slice(0, longest);
  return fileStem(`${words} ${version}`);
}
