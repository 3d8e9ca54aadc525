import {
  areEqual,
  everyVariable,
  mostWeight,
  equalWeights,
  usualWeight,
  type Weights,
} from "../model/comparators.js";
import { contextVariables } from "../model/differences.js";
import { inWords } from "./format.js";

const name = "weights";
/** Letters that a note repeats of what it could not use. */
const lettersShown = 40;

/**
 * The weights that an address asks for: `weights=2,1,0,1,4`, in the order of `contextVariables`.
 * @param search the query, with or without its question mark
 * @returns equal weights where it asks for none; and for none that can be used, with a sentence for the reader
 */
export function readWeights(search: string): { weights: Weights; notes: string[] } {
  const asked = new URLSearchParams(search).getAll(name);
  if (!asked.length) return { weights: equalWeights, notes: [] };
  const given = asked[0]!.split(",").map((part) => part.trim());
  const isRight =
    asked.length === 1 &&
    given.length === contextVariables.length &&
    given.every((part) => /^\d$/.test(part) && Number(part) <= mostWeight);
  if (isRight)
    return { weights: everyVariable((of) => Number(given[contextVariables.indexOf(of)])), notes: [] };
  const letters = [...asked.join("&").replace(/\p{C}/gu, "�")];
  const shown =
    letters.length > lettersShown ? `${letters.slice(0, lettersShown).join("")}…` : letters.join("");
  return {
    weights: equalWeights,
    notes: [
      `The link asks for the weights “${shown}”, which are not ${inWords(contextVariables.length)} whole numbers from 0 to ${mostWeight} with commas between; everything counts the same.`,
    ],
  };
}

/** The query with the weights of a view; without them where all are the usual ones. Other parameters stay. */
export function writeWeights(search: string, weights: Weights): string {
  const parameters = new URLSearchParams(search);
  if (areEqual(weights) && weights[contextVariables[0]] === usualWeight) parameters.delete(name);
  else parameters.set(name, contextVariables.map((of) => weights[of]).join(","));
  const query = parameters.toString().replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}
