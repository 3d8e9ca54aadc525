import { element } from "../components/element.js";
import { scrollFrame } from "../components/scroll-frame.js";
import { tableHead } from "../components/table-head.js";
import { certaintyWords, verdictNames, verdictSigns } from "./doubt-words.js";
import { whereWords, type FactNames } from "./fact-words.js";
import type { CheckedText, Finding } from "./finding.js";
import { markId, rowId } from "./marked-text.js";
import { evidenceWords, mindedWords } from "./verdict-words.js";

/** Characters of the text around a statement in the table. */
const around = 36;

/** What a drawing of findings needs: names, and addresses of this site. */
export interface FindingsContext {
  document: Document;
  names: FactNames;
  link: (path: string) => string;
}

/** Every statement with its verdict, what the evidence has, where it stands, and how sure the reading is. @param most rows */
export function findingsTable(context: FindingsContext, checked: CheckedText, most: number): HTMLElement {
  const { document } = context;
  const body = element(document, "tbody");
  checked.findings
    .slice(0, most)
    .forEach((finding, i) => body.append(row(context, checked.text, finding, i)));
  const head = tableHead(document, ["In the text", "Verdict", "What the evidence has", "Where", "How sure"]);
  return element(
    document,
    "div",
    { class: "findings folds" },
    scrollFrame(document, "All statements", element(document, "table", {}, head, body)),
  );
}

function row(
  { document, names, link }: FindingsContext,
  text: string,
  finding: Finding,
  i: number,
): HTMLElement {
  const { verdict } = finding;
  const minded = mindedWords(finding);
  const cell = (label: string, ...children: Parameters<typeof element>[3][]) =>
    element(document, "td", { "data-label": label }, ...children);
  return element(
    document,
    "tr",
    { id: rowId(i) },
    element(
      document,
      "th",
      { scope: "row" },
      element(document, "a", { href: `#${markId(i)}` }, String(i + 1)),
      ` ${ahead(text, finding.start)}`,
      element(document, "b", {}, text.slice(finding.start, finding.end)),
      behind(text, finding.end),
    ),
    cell(
      "Verdict",
      element(
        document,
        "span",
        { class: `verdict ${verdict}` },
        `${verdictSigns[verdict]} ${verdictNames[verdict]}`,
      ),
    ),
    cell(
      "What the evidence has",
      evidenceWords(finding, names),
      minded === "" ? null : element(document, "small", {}, minded),
    ),
    cell("Where", ...placesOf(finding, names).map((place) => linked(document, place, link))),
    cell("How sure", certaintyWords(finding)),
  );
}

/** A place of the evidence: words, and the address on this site that they lead to. */
export interface PlaceOfEvidence {
  path: string;
  words: string;
}

/** Where a finding's facts stand, each place once, and the discrepancies that touch them. */
export function placesOf({ facts, otherReading }: Finding, names: FactNames): PlaceOfEvidence[] {
  const places = new Map(
    facts.map((fact) => [
      `${fact.link} ${whereWords(fact, names)}`,
      { path: fact.link, words: whereWords(fact, names) },
    ]),
  );
  const readings = facts.length === 1 ? (facts[0]!.readings ?? []) : [];
  const twice = new Map(
    [...(otherReading ? [otherReading] : []), ...readings].map((one) => [one.id, one.said]),
  );
  return [
    ...[...places.values()].slice(0, 3),
    ...[...twice].map(([id, said]) => ({ path: `/sources#${id}`, words: `Discrepancy: “${said}”` })),
  ];
}

function linked(document: Document, { path, words }: PlaceOfEvidence, link: (path: string) => string) {
  return element(document, "a", { class: "place-of-evidence", href: link(path) }, words);
}

/** A few words before a statement, from the beginning of a word and of its line. */
function ahead(text: string, start: number): string {
  const words = text
    .slice(Math.max(0, start - around), start)
    .split("\n")
    .at(-1)!;
  return start > around && words.length === around ? `…${words.slice(words.indexOf(" ") + 1)}` : words;
}

function behind(text: string, end: number): string {
  const words = text.slice(end, end + around).split("\n")[0]!;
  const cut = words.lastIndexOf(" ");
  return end + around < text.length && words.length === around && cut > 0 ? `${words.slice(0, cut)}…` : words;
}
