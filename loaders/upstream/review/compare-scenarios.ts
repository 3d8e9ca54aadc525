import { faultsWords } from "../../../src/components/fault-words.js";
import { compareVersions, type VersionDifference } from "../../../src/model/compare-versions.js";
import { lastYear } from "../../../src/model/last-year.js";
import type { MeasureKind } from "../../../src/model/measure.js";
import type { Model } from "../../../src/model/model.js";
import { presets } from "../../../src/model/presets.js";
import { scenarioOf } from "../../../src/scenario/document.js";
import { modelOf, pageData } from "../../../src/workbench/page-data.js";
import { linesOutsideCode, writtenBlocksOf } from "../../pages/block-body.js";
import type { PageText } from "../../pages/page-text.js";
import type { Table } from "../../read-table.js";
import { publishedReports } from "../../reports/published.js";
import { documentNamed } from "../../reports/scenario-run.js";

/** Results of a scenario that are compared: coverage as the mean of all cities, public cost in EUR a year. */
export const comparedMeasures = ["coverage", "public"] as const satisfies readonly MeasureKind[];

/** A result before and after. `parts` is null where the two cannot be set against each other part by part. */
export interface ComparedResult {
  before: number;
  after: number;
  parts: Pick<VersionDifference, "data" | "assumptions" | "choices"> | null;
}

/** A scenario with the results of its last year, before and after. */
export interface ComparedScenario {
  /** Id of a documented case, or the text of a link: "s=…". */
  name: string;
  /** Title of the case; null for a link. */
  title: string | null;
  /** Pages that name it, the documented cases of the workbench aside. */
  files: string[];
  /** In the order of `comparedMeasures`; or why there are none. */
  outcome: ComparedResult[] | { fault: string };
}

/** Relative difference below which two results are the same. */
const same = 1e-9;

/** True for a result that is other than before. */
export const isOther = ({ before, after }: ComparedResult): boolean =>
  Math.abs(after - before) > same * Math.max(1, Math.abs(before));

/** True for a scenario whose results are other than before, or cannot be told. */
export const isMoved = ({ outcome }: ComparedScenario): boolean =>
  "fault" in outcome || outcome.some(isOther);

/**
 * Every documented case and every scenario that published reports run or link to, on two evidences. Where a result moved,
 * Shapley values say how much of it comes from revised counts, from the table of assumptions, and from levers that follow
 * from the counts.
 */
export function compareScenarios(
  before: ReadonlyMap<string, Table>,
  after: ReadonlyMap<string, Table>,
  pages: readonly PageText[] = publishedReports().map(({ page }) => page),
): ComparedScenario[] {
  const models = [before, after].map(modelOn);
  const named = new Map<string, string[]>(presets.map(({ id }) => [id, []]));
  for (const page of pages)
    for (const name of namesIn(page)) named.set(name, [...(named.get(name) ?? []), page.file]);
  return [...named].map(([name, files]) => ({ name, files, ...compared(name, models) }));
}

type Tried = { model: Model } | { fault: string };

function modelOn(tables: ReadonlyMap<string, Table>): Tried {
  try {
    const rowsOf = (name: string) => {
      const table = tables.get(name);
      if (!table) throw new Error(`the table ${name} cannot be read`);
      return table.rows;
    };
    const model = modelOf(pageData(rowsOf, "", {}));
    return model.ok ? { model: model.value } : { fault: faultsWords(model.faults) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function compared(name: string, models: readonly Tried[]): Pick<ComparedScenario, "title" | "outcome"> {
  const versions = models.map((tried) => {
    if ("fault" in tried) return tried;
    const named = documentNamed(name, tried.model, "");
    if ("fault" in named) return { fault: named.fault.what };
    return { model: tried.model, scenario: scenarioOf(named.document), title: named.title };
  });
  const [a, b] = versions;
  const title = presets.find(({ id }) => id === name)?.title ?? null;
  if (!a || "fault" in a) return { title, outcome: { fault: `before: ${a?.fault ?? ""}` } };
  if (!b || "fault" in b) return { title, outcome: { fault: `now: ${b?.fault ?? ""}` } };
  const outcome: ComparedResult[] = [];
  for (const kind of comparedMeasures) {
    const split = compareVersions(a, b, { kind });
    if (split.ok) {
      const { before, after, ...parts } = split.value;
      outcome.push({ before, after, parts });
      continue;
    }
    // Other cities than before: the whole can be told, and not its parts.
    const [was, now] = [a, b].map(({ model, scenario }) => lastYear(model, scenario, { kind }));
    if (!was!.ok || !now!.ok) return { title, outcome: { fault: faultsWords(split.faults) } };
    outcome.push({ before: was!.value, after: now!.value, parts: null });
  }
  return { title, outcome };
}

/** Scenarios that a page runs in a block, asks in a sentence, or links to, each once. */
function namesIn({ lines, before }: PageText): Set<string> {
  const text = linesOutsideCode(lines.slice(before)).join("\n");
  const inFile = lines.join("\n");
  return new Set(
    [
      ...writtenBlocksOf(text).flatMap(({ kind, id, options, stray }) =>
        kind === "scenario"
          ? [
              id ||
                [...Object.entries(options).map(([name, value]) => `${name}=${value}`), ...stray].join(" "),
            ]
          : [],
      ),
      ...[...text.matchAll(/#(?:[^\s)"'#]*&)?(s=[\w-]+)/g)].map(([, link]) => link!),
      ...[...inFile.matchAll(/\bmodel:? ([a-z0-9-]+) [a-z]/g)].map(([, id]) => id!).filter(isPreset),
    ].filter((name) => name !== ""),
  );
}

const isPreset = (id: string) => presets.some((preset) => preset.id === id);
