import { stateNames } from "./marks.js";
import type { Recommendation } from "../model/recommendations.js";

/** Names of the dimensions as shown; a recommendation of every field is of "any dimension". */
export function dimensionName(of: string): string {
  return of === "multidimensional" ? "any dimension" : of;
}

/** Headings of the lists of a document, by `theme`. */
const themeNames: Readonly<Record<string, string>> = {
  "local-governments": "For local governments",
  "community-partners": "For community partners",
  recommendations: "What the study recommends",
  "concluding-observations": "Concluding observations",
  "further-research": "Further research",
  discussion: "From the discussion",
  "good-practices": "Beside the good practices",
  "immigrant-affairs-office": "Steps to an office for immigrants",
  "seeds-of-growth": "Steps to support for immigrants' firms",
};

/**
 * The list that a recommendation stands in: its theme, and for a vision the heading that it gives to its approaches.
 * Both are named by the heading as printed, "Plan for a dynamic future".
 */
export function listName({ theme, locator }: Pick<Recommendation, "theme" | "locator">): string {
  return themeNames[theme] ?? locator.split(",")[0]!;
}

/** Its number with what the document calls it: "Vision 1", "Approach 2", "Observation 3"; else the number alone. */
export function numberName({ theme, number, listed }: Recommendation): string {
  if (theme === "vision") return `Vision ${number}`;
  if (theme === "concluding-observations") return `Observation ${number}`;
  return listed && !(theme in themeNames) ? `Approach ${number}` : String(number);
}

/** Why a dimension was given, without what stands before every reason. */
export function readingReason(note: string | null): string {
  return (note ?? "").replace(/^dimension: our reading; /, "").replace(/\.$/, "");
}

export const stateName = (state: keyof typeof stateNames | null): string => stateNames[state ?? "unmarked"];
