import type { CslItem } from "../src/components/csl-item.js";
import type { Row, Table } from "./read-table.js";

/** How the Citation Style Language calls the kinds of `sources`. */
const types: Record<string, CslItem["type"]> = {
  report: "report",
  paper: "report",
  "web-page": "webpage",
  statistics: "dataset",
  dataset: "dataset",
};

/** The documents as references, for `/data/citations.json`. */
export function citationsFile(evidence: ReadonlyMap<string, Table>): string {
  const items = evidence.get("sources")!.rows.map(referenceOf);
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** A document as a reference; what it does not name is left out. */
export function referenceOf({ source_id, title, authors, publisher, year, kind, url }: Row): CslItem {
  const names = listed(authors);
  const publishers = listed(publisher);
  return {
    id: String(source_id),
    type: types[String(kind)] ?? "report",
    title: String(title),
    ...(names.length && { author: names.map((name) => authorOf(name, publishers)) }),
    ...(publishers.length && { publisher: publishers.join("; ") }),
    ...(typeof year === "number" && { issued: { "date-parts": [[year]] } }),
    ...(url && { URL: String(url) }),
  };
}

/** Names in a cell are parted by semicolons. */
const listed = (cell: Row[string] | undefined): string[] =>
  String(cell ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * A person's last word is the family name. An organisation is one that also publishes, has one word alone, or has a
 * word in small letters ("of", "its").
 */
function authorOf(name: string, publishers: string[]): NonNullable<CslItem["author"]>[number] {
  const words = name.split(" ");
  const organisation =
    words.length === 1 || publishers.includes(name) || words.some((word) => /^\p{Ll}/u.test(word));
  if (organisation) return { literal: name };
  return { given: words.slice(0, -1).join(" "), family: words.at(-1)! };
}
