import {
  bounded,
  flagMeanings,
  formatList,
  formatNumber,
  formatShort,
  inWords,
} from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { counted, datesWords, orList } from "./brief-figure.js";

/**
 * The sentences that open a brief, five to seven of them, each from the row of `openingSql`. A sentence says what is
 * missing where there is nothing to count.
 */
export function openingSentences(row: Row): string[] {
  const mapped = number(row, "initiatives") !== null;
  return [
    standing(row),
    people(row),
    ...(mapped ? [initiatives(row), partnerships(row)] : []),
    practices(row),
    money(row),
    mapped ? gaps(row) : statistics(row),
    ...(mapped ? [] : [networks(row)]),
  ];
}

const count = (row: Row, name: string) => number(row, name) ?? 0;
const listed = (row: Row, name: string) => text(row, name).split(", ").filter(Boolean);

function standing(row: Row): string {
  const [city, country] = [text(row, "city"), text(row, "country")];
  const mapped = `${count(row, "mapped_cities")} cities mapped in ${formatList(listed(row, "counted_years"))}`;
  const own = number(row, "counted_in");
  // Where cities were mapped in different years, the city's own goes without saying for none.
  const when = own !== null && listed(row, "counted_years").length > 1 ? `; it was mapped in ${own}` : "";
  return number(row, "initiatives") !== null
    ? `${city} (${country}) is one of the ${mapped}, out of ${count(row, "cities")} in the evidence${when}.`
    : `${city} (${country}) is not among the ${mapped}: how many initiatives and partnerships it has, no document says.`;
}

/** Whom a share counts, where the document means others than people born abroad. */
const groupWords: Readonly<Record<string, string>> = {
  migrants: "migrants",
  "with-second-generation": "migrants, the second generation included",
};

function people(row: Row): string {
  const [population, share] = [number(row, "population"), number(row, "foreign_born_pct")];
  const dated = (year: string) => (row[year] === null ? "no year given" : text(row, year));
  const flags = [...text(row, "flag")]
    .filter((letter) => letter !== "n")
    .map((letter) => flagMeanings[letter] ?? letter);
  // A note that begins with the population says of what the flags are; every other one is about the share.
  const ofPopulation = text(row, "note").startsWith("population:");
  const mind = (year: string, flagged: boolean) => [dated(year), ...(flagged ? flags : [])].join("; ");
  const migrants =
    share === null
      ? ""
      : `${bounded(`${formatShare(share)}\u202f%`, row.foreign_born_qualifier, { sentence: true })} of residents as ${groupWords[text(row, "foreign_born_group")] ?? "foreign-born or migrants"} (${mind("foreign_born_year", !ofPopulation)})`;
  const arrivals = row.arrivals === null ? "" : `; ${text(row, "arrivals_told")} arrive`;
  const unreadable = row.share_unreadable === true;
  if (population === null)
    return migrants
      ? `No document gives its population; one report counts ${migrants}${arrivals}.`
      : unreadable
        ? `No document gives its population; the share born abroad is printed, but unclear in the report${arrivals}.`
        : `No document gives its population or the share of residents born abroad${arrivals}.`;
  const residents = `It has ${bounded(formatNumber(population), row.population_qualifier, { sentence: true })} residents (${mind("population_year", ofPopulation)})`;
  return migrants
    ? `${residents}, and one report counts ${migrants}${arrivals}.`
    : `${residents}; the share born abroad is ${unreadable ? "printed, but unclear in the report" : "not given"}${arrivals}.`;
}

function initiatives(row: Row): string {
  const others = count(row, "mapped_cities") - 1;
  const fewer = count(row, "cities_with_fewer");
  const rank =
    fewer === 0
      ? `none of the other ${others} mapped cities has fewer`
      : fewer === others
        ? "more than in any other mapped city"
        : `more than in ${inWords(fewer)} of the other ${others} cities`;
  const lead = count(row, "leading_initiatives")
    ? `, above all ${text(row, "leading")} ones (${count(row, "leading_initiatives")})`
    : "";
  const asked =
    number(row, "interviewed") === null
      ? "With no interviews recorded, the mapping"
      : `From ${counted(count(row, "interviewed"), "interview")} (${count(row, "contacted")} stakeholders were contacted) the mapping`;
  return `${asked} found ${counted(count(row, "initiatives"), "initiative")}${lead}: ${rank}; the median is ${formatShort(count(row, "median_initiatives"))}.`;
}

function partnerships(row: Row): string {
  const [all, joint] = [count(row, "partnerships"), count(row, "public_private")];
  if (!all) return "It found no partnership between sectors.";
  const joined = joint === 0 ? "none joins" : joint === 1 ? "one joins" : `${joint} join`;
  return `Of its ${counted(all, "partnership")}, ${joined} government and business.`;
}

function practices(row: Row): string {
  const all = count(row, "practices");
  if (!all) return "The register lists no practice of the city.";
  const good = count(row, "named_good");
  const first = number(row, "first_start");
  const which =
    good === all ? (all === 1 ? "which a study calls" : "all of them called") : `${good} of them called`;
  const since = all === 1 ? "It dates" : "The oldest dates";
  return (
    `The register lists ${counted(all, `${text(row, "city")} practice`)}${good ? `, ${which} good or promising` : ""}.` +
    (first === null ? "" : ` ${since} from ${first}.`)
  );
}

function money(row: Row): string {
  const sums = count(row, "sums");
  return sums
    ? `${sums === 1 ? "One sum of money belongs" : `${sums} sums of money belong`} to it or to its practices.`
    : "No sum of money in the documents belongs to it or to its practices.";
}

function gaps(row: Row): string {
  const below = count(row, "dimensions_below");
  // Not found is not absent: those who were not asked may run some.
  const empty = count(row, "dimensions_without")
    ? `; no ${orList(listed(row, "without"))} initiative was found`
    : "";
  return below
    ? `It stands below the median of the mapped cities in ${inWords(below)} of five dimensions (${formatList(listed(row, "below"))})${empty}.`
    : "It reaches the median of the mapped cities in all five dimensions.";
}

function statistics(row: Row): string {
  const all = count(row, "statistics");
  const unread = count(row, "unreadable");
  if (!all)
    return unread
      ? `${unread === 1 ? "One statistic names" : `${unread} statistics name`} it, without a value that can be read.`
      : "No statistic in the documents speaks of it.";
  const dates = {
    dated: count(row, "dated"),
    undated: count(row, "undated"),
    first: number(row, "first_year"),
    last: number(row, "last_year"),
  };
  return `${all === 1 ? "One statistic speaks" : `${all} statistics speak`} of it, ${datesWords(dates)}.`;
}

function networks(row: Row): string {
  const all = count(row, "networks");
  return all
    ? `It belongs to ${counted(all, "network")} that the documents name.`
    : "No document names it as a member of a network.";
}

/** As many decimals as the document prints. */
const formatShare = (share: number) => String(share);
