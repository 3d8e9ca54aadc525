import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { closest } from "../../src/model/closest.js";
import type { PlacedBlock } from "./check-block.js";
import type { Known } from "./known.js";
import { writeNearest } from "./nearest.js";
import { lineOfField, type PageText } from "./page-text.js";
import type { PageProblem } from "./problem.js";

/** Fields of our own and those of Framework that this site uses. */
const fieldNames = ["title", "description", "sources", "style", "draft", "keywords", "claims"];

/** Fields of Framework that this site does not use, and what to do instead. */
const refused: Readonly<Record<string, string>> = {
  sql: "leave it out: every table of the evidence is there under its name in sql cells",
  theme: 'write "style: name.css" for a stylesheet of the page',
};

/** What is wrong with the fields of a page that the page itself is written with. */
export function fieldProblems(page: PageText, root: string, known: Known): PageProblem[] {
  const { fields, fault } = page;
  if (fault) {
    const mend =
      'between the two lines "---" write one field a line, as "name: value", and quote a value that holds ": "';
    return [{ line: fault.line, what: fault.words, mend }];
  }
  if (!Object.keys(fields).length) {
    const mend = 'begin it with the lines "---", "title: …", "description: …", "sources: []", "---"';
    return [{ line: 1, what: "the page has no front matter", mend }];
  }
  return [...textProblems(page), ...otherProblems(page, root), ...sourceProblems(page, known)];
}

function textProblems(page: PageText): PageProblem[] {
  return ["title", "description"].flatMap((field) => {
    const value = page.fields[field];
    const line = lineOfField(page, field);
    if (value === undefined || value === null || value === "")
      return [
        {
          line,
          what: `the front matter has no ${field}`,
          mend: `write "${field}: …" between the two lines "---" at the top`,
        },
      ];
    if (typeof value === "string" || typeof value === "number") return [];
    return [{ line, what: `the ${field} is no text`, mend: `quote it: ${field}: "…"` }];
  });
}

function otherProblems(page: PageText, root: string): PageProblem[] {
  const { fields, file } = page;
  const problems: PageProblem[] = [];
  const say = (field: string, what: string, mend: string) =>
    problems.push({ line: lineOfField(page, field), what, mend });
  for (const field of Object.keys(fields)) {
    const mend = refused[field];
    if (mend !== undefined) say(field, `the field "${field}" is not used here`, mend);
    else if (!fieldNames.includes(field) && closest(field, fieldNames))
      say(field, `there is no field "${field}"`, writeNearest(field, fieldNames, "fields"));
  }
  const { style } = fields;
  if (typeof style === "string" && !existsSync(join(root, dirname(file.replace(/^src/, "")), style)))
    say(
      "style",
      `there is no stylesheet "${style}" beside the page`,
      "name one that is there, or leave the field out",
    );
  return problems;
}

function sourceProblems(page: PageText, known: Known): PageProblem[] {
  const { sources } = page.fields;
  const line = lineOfField(page, "sources");
  if (sources === undefined || sources === null)
    return [
      {
        line,
        what: "the front matter has no sources",
        mend: 'write "sources: [id, id]" with the documents that the page draws on, or "sources: []" for none',
      },
    ];
  if (!Array.isArray(sources))
    return [{ line, what: "the sources are no list", mend: `write "sources: [${String(sources)}]"` }];
  return sources
    .map(String)
    .flatMap((id) =>
      known.sources.includes(id)
        ? []
        : [{ line, what: `there is no source "${id}"`, mend: writeNearest(id, known.sources, "sources") }],
    );
}

/**
 * Documents behind the figures and findings of a page that its front matter does not name. Producers of newer figures come
 * with their tables, after a page was written: its foot names them by itself (`documentsOfBlocks` of `page-parts.ts`).
 */
export function unnamedSources(page: PageText, blocks: readonly PlacedBlock[], known: Known): PageProblem[] {
  const { sources } = page.fields;
  if (!Array.isArray(sources)) return [];
  const named = new Set([...sources.map(String), ...known.ofProducers]);
  return blocks.flatMap(({ kind, id, line }) => {
    const list = kind === "figure" ? known.figures : kind === "finding" ? known.findings : [];
    const missing = (list.find((one) => one.id === id)?.sources ?? []).filter((source) => !named.has(source));
    for (const source of missing) named.add(source);
    if (!missing.length) return [];
    const what = `the ${kind} "${id}" draws on ${missing.join(" and ")}, which the page does not name`;
    return [{ line, what, mend: `add to the list in the front matter: sources: [… ${missing.join(", ")}]` }];
  });
}
