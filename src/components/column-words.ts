/**
 * Columns that notes of the evidence speak of, where the name without its underscores would not read as a sentence's
 * words. The data package's own titles stand over tables, and are too large a file for a page.
 */
export const columnWords: Readonly<Record<string, string>> = {
  as_of_year: "year",
  city_id: "city",
  foreign_born_group: "who is counted",
  foreign_born_pct: "foreign-born share",
  foreign_born_year: "year of the share",
  maps_to: "dimension here",
  share_pct: "share",
  staff_fte: "staff",
  summary: "what is said",
  who: "who says so",
  year_from: "first year",
  year_to: "last year",
};
