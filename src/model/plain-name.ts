import { folded } from "./folded.js";

/** A name without case, accents and dashes: "são-paulo" and "São Paulo" are one. */
export function plainName(name: string): string {
  return folded(name)
    .replace(/[\s\p{Pd}_]+/gu, " ")
    .trim();
}
