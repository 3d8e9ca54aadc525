import { meanings, type Topic } from "../../src/model/vocabulary.js";
import { isSmall, wordsIn } from "../../src/model/words-in.js";
import type { Entry } from "../../src/site-search/entry.js";
import type { Row } from "../read-table.js";
import { pageEntries, type MarkdownPage } from "./page-entries.js";

/** What the entries are made of. */
export interface SiteParts {
  /** The site's pages, those of cities left out. */
  pages: readonly MarkdownPage[];
  /** A figure's title by its id, as the page shows it. */
  figureTitles: ReadonlyMap<string, string>;
  /** Sections of what is drawn from the evidence: of the codebook, of city briefs. */
  drawn: readonly Entry[];
  /** The vocabulary. */
  topics: readonly Topic[];
  /** Checked rows of a table by its name. */
  rowsOf: (table: string) => readonly Row[];
}

/** Everything of the site that the bar's search finds, with the address where it stands. */
export function siteEntries({ pages, figureTitles, drawn, topics, rowsOf }: SiteParts): Entry[] {
  const topicsOf = new Map<unknown, string[]>();
  for (const { practice_id, topic } of rowsOf("practice_topics"))
    topicsOf.set(practice_id, [...(topicsOf.get(practice_id) ?? []), text(topic)]);
  const meant = meanings(topics);
  // Figures and recommendations say in their titles what they are about.
  const withTopics = (entry: Entry): Entry => {
    const words = wordsIn(entry.title).filter((word) => !isSmall(word));
    const own = [...new Set(meant(words).flatMap(({ topics }) => [...topics]))];
    return own.length > 0 ? { ...entry, topics: own } : entry;
  };
  const shortNames = new Map(rowsOf("sources").map((row) => [row.source_id, text(row.short_name)]));
  const source = (row: Row) => shortNames.get(row.source_id) ?? "";
  const indicatorsOf = (table: string) => new Set(rowsOf(table).map(({ indicator_id }) => indicator_id));
  const [ofDocuments, ofProducers] = [indicatorsOf("statistics"), indicatorsOf("upstream_statistics")];
  return [
    ...rowsOf("cities").map(cityEntry),
    ...pages
      .flatMap((page) => pageEntries(page, figureTitles))
      .map((entry) => (entry.kind === "figure" ? withTopics(entry) : entry)),
    ...drawn,
    ...rowsOf("practices").map((row) => practiceEntry(row, topicsOf.get(row.practice_id))),
    ...rowsOf("indicators").flatMap((row) => indicatorEntry(row, ofDocuments, ofProducers) ?? []),
    ...rowsOf("recommendations").map((row) => withTopics(recommendationEntry(row, source(row)))),
    ...rowsOf("discrepancies").map((row) => discrepancyEntry(row, source(row))),
    ...rowsOf("sources").map(documentEntry),
  ];
}

function cityEntry(row: Row): Entry {
  const counted = row.mapped ? "initiatives and partnerships counted" : "";
  return {
    kind: "city",
    title: text(row.name),
    note: text(row.country),
    address: `/cities/${text(row.city_id)}`,
    words: words(row.region, "brief", counted),
  };
}

function practiceEntry(row: Row, topics: string[] | undefined): Entry {
  return {
    kind: "practice",
    title: text(row.name),
    note: listed(row.place, row.country),
    address: `/practices#${text(row.practice_id)}`,
    words: words(row.lead_actor, row.region, row.summary),
    ...(topics && { topics }),
  };
}

/** An indicator where documents list it, or where producers' numbers of it are drawn; null where nobody has one. */
function indicatorEntry(
  row: Row,
  ofDocuments: ReadonlySet<unknown>,
  ofProducers: ReadonlySet<unknown>,
): Entry | null {
  const id = row.indicator_id;
  if (!ofDocuments.has(id) && !ofProducers.has(id)) return null;
  return {
    kind: "indicator",
    title: text(row.name),
    note: text(row.unit),
    address: ofDocuments.has(id)
      ? `/statistics#${text(id)}`
      : `/statistics?indicator=${text(id)}#statistics-over-time`,
    words: words(row.definition),
  };
}

function recommendationEntry(row: Row, source: string): Entry {
  return {
    kind: "recommendation",
    title: text(row.summary),
    note: source,
    address: `/recommendations#${text(row.recommendation_id)}`,
    words: "",
  };
}

function discrepancyEntry(row: Row, source: string): Entry {
  return {
    kind: "discrepancy",
    title: text(row.title),
    note: source,
    address: `/sources#${text(row.discrepancy_id)}`,
    words: words(row.reason),
  };
}

function documentEntry(row: Row): Entry {
  return {
    kind: "document",
    title: text(row.title),
    note: listed(row.publisher, row.year),
    address: `/sources#${text(row.source_id)}`,
    words: words(row.short_name, row.authors),
  };
}

/** A cell as text; missing is empty. */
function text(cell: Row[string] | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

function words(...cells: (Row[string] | undefined)[]): string {
  return cells.map(text).filter(Boolean).join(" ");
}

/** "Lisbon, Portugal"; a place that is a country stands once. */
function listed(...cells: (Row[string] | undefined)[]): string {
  return [...new Set(cells.map(text).filter(Boolean))].join(", ");
}
