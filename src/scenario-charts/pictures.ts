import { breadth } from "./breadth.js";
import { costByYear } from "./cost-by-year.js";
import { coverageByCity } from "./coverage-by-city.js";
import { everything } from "./everything.js";
import { inequality } from "./inequality.js";
import { scenarioPartnershipMix } from "./partnership-mix.js";
import type { ScenarioPicture } from "./picture.js";
import { changeByLever } from "./change-by-lever.js";

/** The pictures of the workbench, in the order shown. */
export const scenarioPictures: readonly ScenarioPicture[] = [
  coverageByCity,
  changeByLever,
  costByYear,
  scenarioPartnershipMix,
  inequality,
  breadth,
  everything,
];
