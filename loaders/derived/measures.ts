/** What one series of a snapshot measures, in the words of the evidence. */
export interface Measure {
  /** Producer and table: "worldbank/population". */
  dataset: string;
  /** The producer's name of the series. */
  series: string;
  indicatorId: string;
  /** Where a reader finds it at the producer's. */
  locator: string;
}

/**
 * The series that the pages show, by indicator. Eurostat's codes of cities are read as Statistics Norway reads them where
 * it delivers the table: DE2008V born in the country, DE2009V born in another.
 */
export const measures: readonly Measure[] = [
  of("worldbank/population", "SP.POP.TOTL", "population-persons", "Indicator SP.POP.TOTL"),
  of("worldbank/migrants", "SM.POP.TOTL", "international-migrants-persons", "Indicator SM.POP.TOTL"),
  of("worldbank/price-level", "PA.NUS.PPP", "purchasing-power-parity", "Indicator PA.NUS.PPP"),
  of("worldbank/consumer-prices", "FP.CPI.TOTL", "consumer-prices-index", "Indicator FP.CPI.TOTL"),
  ...["2020", "2024"].flatMap((edition) =>
    (
      [
        ["both-sexes", "international-migrants-persons", "both sexes"],
        ["females", "international-migrants-female-persons", "females"],
        ["males", "international-migrants-male-persons", "males"],
      ] as const
    ).map(([group, indicatorId, words]) =>
      of(
        `undesa/migrant-stock-${edition}`,
        `migrant-stock ${group}`,
        indicatorId,
        `Edition ${edition}, Table 1, ${words}`,
      ),
    ),
  ),
  of("unhcr/population", "refugees", "refugees-persons", "Table population, refugees by country of asylum"),
  of(
    "unhcr/population",
    "asylum_seekers",
    "asylum-seekers-persons",
    "Table population, asylum-seekers by country of asylum",
  ),
  of(
    "eurostat/population-by-birth",
    "migr_pop3ctb TOTAL",
    "population-persons",
    "Dataset migr_pop3ctb, country of birth TOTAL",
  ),
  of(
    "eurostat/population-by-birth",
    "migr_pop3ctb FOR",
    "foreign-born-persons",
    "Dataset migr_pop3ctb, country of birth FOR",
  ),
  of(
    "eurostat/cities-by-birth",
    "urb_cpopcb DE2009V",
    "foreign-born-persons",
    "Dataset urb_cpopcb, indicator DE2009V",
  ),
  of("oecd/foreign-born", "B14", "foreign-born-persons", "International Migration Database, measure B14"),
];

function of(dataset: string, series: string, indicatorId: string, locator: string): Measure {
  return { dataset, series, indicatorId, locator };
}

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
    note: "Worked out here: residents born in another country by all residents of 1 January.",
  },
  {
    indicatorId: "foreign-born-pct",
    part: { dataset: "eurostat/cities-by-birth", series: "urb_cpopcb DE2009V" },
    whole: { dataset: "eurostat/cities-by-birth", series: ["urb_cpopcb DE2008V", "urb_cpopcb DE2009V"] },
    locator: "Dataset urb_cpopcb, indicators DE2008V and DE2009V",
    note: "Worked out here: residents born in another country by those born in any.",
  },
];
