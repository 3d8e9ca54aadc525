import { stateNames } from "./marks.js";
import type { Recommendation } from "../model/recommendations.js";

/** Names of the dimensions as shown; a recommendation of every field is of "any dimension". */
export function dimensionName(dimension: string): string {
  if (dimension === "none") return "no dimension";
  return dimension === "multidimensional" ? "any dimension" : dimension;
}

/** Headings of the lists of a document, by `theme`. */
const themeNames: Readonly<Record<string, string>> = {
  "plan-for-a-dynamic-future": "Plan for a dynamic future",
  "embrace-and-integrate-newcomers": "Embrace and integrate newcomers",
  "thrive-together": "Thrive together",
  "lead-for-change": "Lead for change",
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

/** The lists of approaches, in the order of the visions that open them. */
const approachThemes: readonly string[] = [
  "plan-for-a-dynamic-future",
  "embrace-and-integrate-newcomers",
  "thrive-together",
  "lead-for-change",
];

/** The list that a recommendation stands in: its theme, and for a vision that of its approaches. */
export function listName({ theme, number }: Pick<Recommendation, "theme" | "number">): string {
  const list = theme === "vision" ? approachThemes[number - 1] : theme;
  return themeNames[list ?? theme] ?? theme;
}

/** Its number with what the document calls it: "Vision 1", "Approach 2", "Observation 3"; else the number alone. */
export function numberName({ theme, number }: Recommendation): string {
  if (theme === "vision") return `Vision ${number}`;
  if (theme === "concluding-observations") return `Observation ${number}`;
  return approachThemes.includes(theme) ? `Approach ${number}` : String(number);
}

export const stateName = (state: keyof typeof stateNames | null): string => stateNames[state ?? "unmarked"];
