import { criteria, criterionNames, leadNames, sectorNames, statedNames } from "../model/names.js";
import { element, type Child } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { flagMeanings, formatList } from "../components/format.js";
import type { Practice } from "../model/practices.js";
import { costWords, kindWords, noteWords } from "../components/practice-words.js";

/** What cards need to know beyond the practice. */
export type CardContext = Pick<FrameContext, "document" | "link" | "sourceName">;

/**
 * A practice as an item of the list; its id is the practice's. Text that a search looks through stands in elements of
 * their own, by class: see `mark-words.ts`.
 */
export function practiceCard(practice: Practice, context: CardContext): HTMLLIElement {
  const { document } = context;
  const facts = element(document, "dl", {});
  const fact = (name: string, ...children: Child[]) =>
    facts.append(element(document, "dt", {}, name), element(document, "dd", {}, ...children));
  for (const cost of practice.costs) fact("Money", `${cost.what}: ${costWords(cost)}`);
  if (practice.fundedBy) fact("Paid by", practice.fundedBy);
  if (practice.criteria.length) fact("Criteria", criteriaWords(practice));
  if (practice.partners.length) fact("Partners", partnerList());
  if (practice.evaluation) fact("Evaluation", practice.evaluation);
  // A note that qualifies a value belongs to it; one that only adds something comes with the page's script.
  if (practice.flag)
    fact(
      "Note",
      flagText(practice),
      practice.note && text("practice-note", noteWords(practice.note, context.sourceName)),
    );
  fact(
    "Source",
    element(
      document,
      "a",
      { href: context.link(`/sources#${practice.source_id}`) },
      context.sourceName(practice.source_id),
    ),
    `, ${practice.locator}`,
  );
  return element(
    document,
    "li",
    { id: practice.id },
    element(document, "h3", {}, practice.name),
    element(document, "p", { class: "meta" }, ...meta()),
    element(document, "p", { class: "summary" }, practice.summary),
    facts,
    notStated(document, practice),
  );

  function text(name: string, words: string): HTMLElement {
    return element(document, "span", { class: name }, words);
  }

  function meta(): Child[] {
    const { city, place, country, startYear, leadActor, leadSector, kind, number } = practice;
    return [
      ...practice.dimensions.flatMap((name) => [element(document, "b", { class: name }, name), " "]),
      kindWords(kind, number),
      practice.multidimensional && ", multidimensional",
      " · ",
      city
        ? element(document, "a", { class: "place", href: context.link(`/cities/${city}`) }, place)
        : text("place", place),
      country && !place.endsWith(country) && `, ${country}`,
      startYear !== null && ` · since ${startYear}`,
      ...(leadActor ? [" · led by ", text("lead", leadActor)] : []),
      leadSector && (leadActor ? ` (${sectorNames[leadSector]})` : ` · led by ${leadNames[leadSector]}`),
    ];
  }

  function partnerList(): HTMLElement {
    return element(
      document,
      "ul",
      {},
      ...practice.partners.map(({ name, sector }) =>
        element(document, "li", {}, text("partner", name), ` (${sectorNames[sector]})`),
      ),
    );
  }
}

/** "met: innovation and transferability; not met: sustainability". */
export function criteriaWords({ criteria: stated }: Pick<Practice, "criteria">): string {
  return (["met", "partly", "not-met"] as const)
    .flatMap((how) => {
      const names = criteria.filter((name) => stated.some((d) => d.criterion === name && d.stated === how));
      return names.length
        ? [`${statedNames[how]}: ${formatList(names.map((name) => criterionNames[name]))}`]
        : [];
    })
    .join("; ");
}

/** What no document says, once and quietly. */
function notStated(document: Document, practice: Practice): HTMLElement | null {
  const missing = [
    practice.startYear === null && "start",
    !practice.leadActor && !practice.leadSector && "lead",
    !practice.costs.length && "cost",
    !practice.fundedBy && "who pays",
    !practice.criteria.length && "criteria",
    !practice.partners.length && "partners",
    !practice.evaluation && "evaluation",
  ].filter((name) => name !== false);
  return missing.length
    ? element(document, "p", { class: "unknown" }, `Not stated: ${missing.join(", ")}.`)
    : null;
}

/** The flags in words, before the note. */
function flagText({ flag, note }: Practice): string {
  const words = [...(flag ?? "")].map((letter) => flagMeanings[letter] ?? letter).join(", ");
  return words && note ? `${words}. ` : words;
}
