import { producers } from "../upstream/producers.js";
import type { Measure } from "../upstream/producer.js";

/** Every series that pages show, with its table: "worldbank/population". */
export const measures: readonly (Measure & { dataset: string })[] = producers.flatMap((producer) =>
  producer.datasets.flatMap(({ id, measures = [] }) =>
    measures.map((measure) => ({ ...measure, dataset: `${producer.id}/${id}` })),
  ),
);

/** A share that is worked out from two series of one year: `part` of `part` and `rest`, or of `whole`. */
export interface Share {
  indicatorId: string;
  part: { dataset: string; series: string };
  whole: { dataset: string; series: readonly string[] };
  locator: string;
  note: string;
}

/** Shares that no producer gives and every reader wants; the note says what was divided by what. */
export const shares: readonly Share[] = [
  ...["2020", "2024"].map((edition): Share => ({
    indicatorId: "international-migrants-pct",
    part: { dataset: `undesa/migrant-stock-${edition}`, series: "migrant-stock both-sexes" },
    whole: { dataset: "worldbank/population", series: ["SP.POP.TOTL"] },
    locator: `Edition ${edition}, Table 1, both sexes, by residents (World Bank, SP.POP.TOTL)`,
    note: "Worked out here: migrants of UN DESA by residents of the World Bank, both of 1 July.",
  })),
  {
    indicatorId: "foreign-born-pct",
    part: { dataset: "eurostat/population-by-birth", series: "migr_pop3ctb FOR" },
    whole: { dataset: "eurostat/population-by-birth", series: ["migr_pop3ctb TOTAL"] },
    locator: "Dataset migr_pop3ctb, country of birth FOR by TOTAL",
    note: "Worked out here: residents born in another country as a share of all residents of 1 January.",
  },
  {
    indicatorId: "foreign-born-pct",
    part: { dataset: "eurostat/cities-by-birth", series: "urb_cpopcb DE2009V" },
    whole: { dataset: "eurostat/cities-by-birth", series: ["urb_cpopcb DE2008V", "urb_cpopcb DE2009V"] },
    locator: "Dataset urb_cpopcb, indicators DE2008V and DE2009V",
    note: "Worked out here: residents born in another country as a share of all residents with a known country of birth.",
  },
];
