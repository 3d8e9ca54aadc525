import type { Answer, Answers } from "../../pages/answer.js";
import { answerQueries } from "../../pages/answer-queries.js";
import { linesOutsideCode, writtenBlocksOf, writtenName } from "../../pages/block-body.js";
import { boundQueries, endOfBound, readBound } from "../../pages/bound-text.js";
import { faultOfClaim, readClaims, type Claim } from "../../pages/claims.js";
import { lineOfField, type PageText } from "../../pages/page-text.js";
import { writeValue } from "../../pages/value-formats.js";
import type { Database } from "../../database.js";
import type { Table } from "../../read-table.js";
import { saidClaims } from "../../reports/claim-sentences.js";
import { drawWritten, type WrittenBlock } from "../../reports/draw-written.js";
import { publishedReports } from "../../reports/published.js";
import { reportScenarios, type ReportScenarios } from "../../reports/scenario-run.js";
import type { BoundValue, Shown, Verdict } from "./evaluation.js";

/** What the published reports say on some evidence. */
export interface EvaluatedReports {
  shown: Record<string, Shown>;
  claims: Verdict[];
  values: BoundValue[];
  /** What was drawn of their own blocks, by the names in `shown`. */
  blocks: Map<string, WrittenBlock>;
}

/** @param pages default: those of the published reports */
export async function evaluateReports(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "result">,
  pages: readonly PageText[] = publishedReports().map(({ page }) => page),
): Promise<EvaluatedReports> {
  const scenarios = scenariosOn(evidence);
  const answers = await answerQueries(evidence, database, [...new Set(pages.flatMap(queriesOf))], scenarios);
  const placed = pages.flatMap(blocksOf);
  const { blocks, faults } = await drawWritten(
    evidence,
    database,
    placed.map(({ block }) => block),
    scenarios,
  );
  const shown: Record<string, Shown> = {};
  const drawn = new Map<string, WrittenBlock>();
  for (const { name, block } of placed) {
    const written = blocks[writtenName(block)];
    if (written) {
      shown[name] = { title: written.title, rows: written.rows ?? [] };
      drawn.set(name, written);
    } else shown[name] = { fault: faults[writtenName(block)]?.[0]?.what ?? "it is not drawn" };
  }
  return {
    shown,
    claims: pages.flatMap((page) => verdictsOf(page, answers)),
    values: pages.flatMap((page) => valuesOf(page, answers)),
    blocks: drawn,
  };
}

/** The scenarios of reports; on evidence that the model cannot run on, each says so. */
function scenariosOn(evidence: ReadonlyMap<string, Table>): ReportScenarios {
  let made: ReportScenarios | undefined;
  return (name) => {
    try {
      return (made ??= reportScenarios(evidence))(name);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return {
        fault: { what: `the model does not run on this evidence: ${words}`, mend: "mend its tables" },
      };
    }
  };
}

const textOf = ({ lines, before }: PageText) => linesOutsideCode(lines.slice(before)).join("\n");
const abstractOf = ({ fields }: PageText) => String(fields["abstract"] ?? "");

const queriesOf = (page: PageText): string[] => [
  ...boundQueries(textOf(page)),
  ...boundQueries(abstractOf(page)),
  ...readClaims(page).claims.map(({ sql }) => sql),
];

function blocksOf(page: PageText) {
  return writtenBlocksOf(textOf(page)).map((block) => ({
    block,
    name: `${[block.kind, block.id].filter(Boolean).join(" ")}, ${page.file}:${page.before + block.from + 1}`,
  }));
}

function verdictsOf(page: PageText, answers: Answers): Verdict[] {
  const said = new Map(saidClaims(page, (query) => answers[query]).map(({ id, sentence }) => [id, sentence]));
  return readClaims(page).claims.map((claim): Verdict => {
    const answer = answers[claim.sql]!;
    return {
      file: page.file,
      line: claim.line,
      sentence: sentenceOf(claim, said),
      query: claim.sql.replace(/\s+/g, " "),
      holds: answer.kind === "rows" && faultOfClaim("", claim.sql, answer) === null,
      answer: answerWords(answer),
    };
  });
}

const sentenceOf = ({ id, says }: Claim, said: ReadonlyMap<string, string>) =>
  (id === null ? says : said.get(id)) ?? says ?? id ?? "";

function answerWords(answer: Answer): string {
  if (answer.kind === "fault") return answer.what;
  const { columns, rows } = answer;
  if (columns.length !== 1 || rows.length !== 1) return `rows: ${rows.length}, columns: ${columns.length}`;
  return String(rows[0]![columns[0]!] ?? "no value");
}

/** The bound values of a page in their order: of its abstract, and of its text. */
function valuesOf(page: PageText, answers: Answers): BoundValue[] {
  const written = (text: string, lineAt: (at: number) => number) =>
    boundIn(text).map(({ at, query, format }): BoundValue => {
      const answer = answers[query];
      const value = answer?.kind === "rows" ? writeValue(answer, format) : null;
      return { file: page.file, line: lineAt(at), query, text: value && "text" in value ? value.text : null };
    });
  const text = textOf(page);
  const lineAt = (at: number) => page.before + text.slice(0, at).split("\n").length;
  return [...written(abstractOf(page), () => lineOfField(page, "abstract")), ...written(text, lineAt)];
}

function boundIn(text: string): { at: number; query: string; format: string | null }[] {
  const found: { at: number; query: string; format: string | null }[] = [];
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 1)) {
    const end = endOfBound(text, at);
    if (end < 0) continue;
    const bound = readBound(text.slice(at + 2, end - 2));
    if (bound.kind === "value") found.push({ at, query: bound.query, format: bound.format });
  }
  return found;
}
