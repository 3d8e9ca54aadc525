/**
 * A total as a document prints it, and the cells that should add up to it.
 *
 * `expected` is the printed number where the cells agree with it. Where the document itself is wrong, it holds
 * both numbers and names the row of `discrepancies` that tells the story; its two readings are as far apart as
 * the printed total and the sum.
 */
export interface PrintedTotal {
  table: string;
  /** Columns whose cells are added up. */
  columns: string[];
  /** Values that a row must have to count; none: every row. */
  where: Record<string, string>;
  /** Rows that must be found: also a missing row of 0 is a gap. */
  rows: number;
  expected: number | { printed: number; sumOfCells: number; discrepancy_id: string };
  /** The round that the total is of; left out where the table has no rounds. */
  round?: string;
  source_id: string;
  /** Where the total stands. */
  locator: string;
}

const cities = [
  "auckland",
  "buenos-aires",
  "chicago",
  "kuala-lumpur",
  "lisbon",
  "nairobi",
  "rotterdam",
  "sao-paulo",
];

/** Every total printed in Tables 3, 4, 7 and 8 of thp-2014. They bind the round of that study alone. */
export const printedTotals: readonly PrintedTotal[] = [
  // Table 3. Contacted is the total of those who replied and those who did not.
  ...byCity("interviews", ["replied", "not_replied"], 1, "Table 3, column Contacted", [
    { printed: 18, sumOfCells: 15, discrepancy_id: "thp-auckland-non-replies" },
    16,
    34,
    28,
    12,
    { printed: 18, sumOfCells: 19, discrepancy_id: "thp-nairobi-non-replies" },
    18,
    { printed: 16, sumOfCells: 18, discrepancy_id: "thp-sao-paulo-non-replies" },
  ]),
  ...Object.entries({ contacted: 160, replied: 98, rejected: 17, not_replied: 62, interviewed: 56 }).map(
    ([column, expected]) => total("interviews", [column], {}, 8, expected, "Table 3, row Total"),
  ),

  // Table 4.
  ...byCity("interviewees", ["interviewed"], 5, "Table 4, column Total per city", [5, 6, 8, 9, 6, 6, 6, 10]),
  ...by("interviewees", "interviewed", "stakeholder", "Table 4, row Total per category", {
    "policy-makers": 13,
    practitioners: 7,
    businesses: 16,
    "civil-society": 13,
    "international-organisations": 7,
  }),
  total("interviewees", ["interviewed"], {}, 40, 56, "Table 4, grand total"),

  // Table 7 prints a total per city for initiatives only.
  ...byCity("initiatives", ["initiatives"], 5, "Table 7, column Total", [33, 38, 28, 24, 36, 30, 18, 56]),
  ...by("initiatives", "actors", "dimension", "Table 7, row Total, Actors", {
    social: 44,
    cultural: 38,
    legal: 36,
    political: 10,
    economic: 34,
  }),
  ...by("initiatives", "initiatives", "dimension", "Table 7, row Total, Initiatives", {
    social: 89,
    cultural: 56,
    legal: 49,
    political: 12,
    economic: 57,
  }),
  total("initiatives", ["initiatives"], {}, 40, 263, "Table 7, grand total"),

  // Table 8. The grand total is short by exactly the row of Auckland.
  ...byCity("partnerships", ["partnerships"], 4, "Table 8, column Total", [18, 19, 22, 12, 11, 12, 9, 36]),
  ...by("partnerships", "partnerships", "partnership_type", "Table 8, row Total", {
    "public-private": 10,
    "third-private": 38,
    "third-public": 53,
    other: 38,
  }),
  total(
    "partnerships",
    ["partnerships"],
    {},
    32,
    { printed: 121, sumOfCells: 139, discrepancy_id: "thp-partnership-total" },
    "Table 8, grand total",
  ),
];

function total(
  table: string,
  columns: string[],
  where: Record<string, string>,
  rows: number,
  expected: PrintedTotal["expected"],
  locator: string,
): PrintedTotal {
  return { table, columns, where, rows, expected, round: "thp-2013", source_id: "thp-2014", locator };
}

/** One total a city, in the order of the printed tables. */
function byCity(
  table: string,
  columns: string[],
  rows: number,
  locator: string,
  expected: PrintedTotal["expected"][],
): PrintedTotal[] {
  return cities.map((city_id, index) => total(table, columns, { city_id }, rows, expected[index]!, locator));
}

/** One total a category, each over the eight cities. */
function by(
  table: string,
  column: string,
  category: string,
  locator: string,
  expected: Record<string, number>,
): PrintedTotal[] {
  return Object.entries(expected).map(([value, sum]) =>
    total(table, [column], { [category]: value }, cities.length, sum, locator),
  );
}
