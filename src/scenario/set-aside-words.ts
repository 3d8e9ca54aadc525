import type { WhyNotAdoptable } from "../model/adoptable.js";

/** Why a practice cannot be adopted, after its name: "… is a resource, not an initiative". */
export const setAsideWords: Readonly<Record<WhyNotAdoptable, string>> = {
  resource: "is a resource, not an initiative",
  planned: "was only planned when its report was written",
  whole: "serves integration as a whole and adds to no single dimension",
  "no-dimension": "is exchange, research or work of which no field is known, and adds to no dimension",
};
