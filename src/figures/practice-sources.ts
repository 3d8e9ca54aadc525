import type { Source } from "../components/figure.js";

/** Where the practices of the register stand. */
export const practiceSources: Source[] = [
  { source_id: "thp-2014", locator: "Good Practices, boxes and text" },
  { source_id: "com-2012", locator: "essays" },
  { source_id: "seidle-2019", locator: "Promising practices in selected cities, networks and Table 1" },
  { source_id: "100rc-2016", locator: "strategic approaches, examples and practitioner resources" },
];
