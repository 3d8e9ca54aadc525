import { folded } from "../model/folded.js";

/** What a place of the mapping's interviews begins with: the city comes after it. */
const ofInterviews = /^Interviews for the mapping, /;

/**
 * The id of a place of the evidence: of a city the city's; `all` for the mapped cities together; else its name in small
 * letters. What is in a city (a programme, a camp) has an id of its own.
 */
export function placeId(name: string): string {
  const bare = folded(name.replace(ofInterviews, ""));
  if (bare === "eight cities") return "all";
  const id = bare.replace(/[^a-z0-9]+/g, "-");
  return id.replace(/^-/, "").replace(/-$/, "");
}
