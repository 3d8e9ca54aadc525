import { number, text, type Row } from "../components/figure.js";

/** What the documents do not say about a city, each a sentence; from the row of `openingSql`. */
export function unsaid(row: Row): string[] {
  const missing = (name: string) => row[name] === null;
  const none = (name: string) => number(row, name) === 0;
  const mapped = !missing("initiatives");
  const lastYear = number(row, "last_year");
  const said: (string | false)[] = [
    missing("population")
      ? "how many people live there"
      : missing("population_year") && "in which year its population was counted",
    shareGaps(row),
    !mapped && unmapped(row),
    missing("policy_level") && "whether there is a policy for integration, and at which level",
    untoldGroups(row),
    mapped && (untold(row) || false),
    none("practices") && "whether any practice is run there",
    none("sums") ? "what anything in the city costs" : moneyGaps(row),
    none("statistics")
      ? "any further number about it"
      : lastYear === null
        ? "of which years its statistics are"
        : `how things stand after ${lastYear}: no ${none("undated") ? "" : "dated "}statistic is later`,
    none("networks") && "which networks of cities it belongs to",
    ...(mapped ? ofMapping(row) : []),
  ];
  return said.filter((words) => words !== false);
}

const untoldGroups = (row: Row) =>
  row.arrivals === null && number(row, "groups") === 0 && "which groups arrive";

const unmapped = (row: Row) =>
  `${["how many initiatives, actors and partnerships it has", untold(row)].filter(Boolean).join(", and ")}: it was not mapped`;

/** What the study tells of the cities that it mapped, apart from its counts. */
function untold(row: Row): string {
  const [challenges, conditions] = [number(row, "challenges"), number(row, "conditions")];
  if (challenges) return conditions ? "" : "what is hard between city and business";
  return conditions ? "what is hard there" : "what is hard there, also with business";
}

function shareGaps(row: Row): string | false {
  if (row.foreign_born_pct === null)
    return `the share of residents born abroad${row.share_unreadable === true ? ", in a form that can be read" : ""}`;
  return row.foreign_born_year === null && "of which year the foreign-born share is";
}

/** What a mapping leaves open. */
function ofMapping(row: Row): string[] {
  return [
    ...(row.interviewed === null ? ["whom the mapping asked: no interviews are recorded"] : []),
    "what those do who were not interviewed: none found is not proof that none exists",
  ];
}

function moneyGaps(row: Row): string | false {
  const gaps = [
    number(row, "sums_without_currency") ? "in which currency" : "",
    number(row, "sums_without_year") ? "of which year" : "",
  ].filter(Boolean);
  return gaps.length > 0 && `${gaps.join(" and ")} some of its sums of money are`;
}

/** A note of the evidence about a city that stands by no single number. */
export function cityNote(row: Row): string {
  return text(row, "flag") ? "" : text(row, "note");
}
