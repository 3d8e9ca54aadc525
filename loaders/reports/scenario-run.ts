import { presets } from "../../src/model/presets.js";
import { presetLevers } from "../../src/model/preset-levers.js";
import { startOf } from "../../src/model/start.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { everyCity } from "../../src/model/levers/every-city.js";
import type { Fault } from "../../src/model/fault.js";
import type { Model } from "../../src/model/model.js";
import type { Outcome } from "../../src/model/outcome.js";
import { faultsWords } from "../../src/components/fault-words.js";
import type { ToldFault } from "../../src/components/told-fault.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { openHash, scenarioHash } from "../../src/scenario/link.js";
import type { ScenarioView } from "../../src/scenario-charts/scenario-view.js";
import { modelOf, pageData } from "../../src/workbench/page-data.js";
import { run } from "../../src/workbench/run.js";
import { writeNearest } from "../pages/nearest.js";
import type { PageProblem } from "../pages/problem.js";
import type { Table } from "../read-table.js";
import { dataVersion } from "../version.js";

/** A scenario of a report: its results, and the way to open it. */
export interface ReportScenario {
  view: ScenarioView;
  /** Title of its documented case; null for a scenario of a link. */
  title: string | null;
  /** Address that opens it with the years of its results, from "/…": the workbench begins others with the year it is. */
  address: string;
}

export type ReportScenarios = (name: string) => ReportScenario | { fault: Omit<PageProblem, "line"> };

/**
 * Runs the scenarios that reports name, each once, with 1,000 draws.
 * @returns a function of a preset's id, or of a link's text "s=…"
 */
export function reportScenarios(evidence: ReadonlyMap<string, Table>): ReportScenarios {
  const rowsOf = (table: string) => evidence.get(table)!.rows;
  const data = pageData(rowsOf, dataVersion(), {});
  const made = new Map<string, ReturnType<ReportScenarios>>();
  let model: Model | undefined;
  const modelNow = () => (model ??= valueOf(modelOf(data)));
  return (name) => {
    const before = made.get(name);
    if (before) return before;
    const scenario = scenarioNamed(name, modelNow(), data.version);
    made.set(name, scenario);
    return scenario;
  };
}

function scenarioNamed(name: string, model: Model, version: string): ReturnType<ReportScenarios> {
  const named = documentNamed(name, model, version);
  return "fault" in named ? named : viewed(model, named.document, named.title, version);
}

/** What a scenario of a report is made of. */
export interface NamedDocument {
  document: ScenarioDocument;
  /** Title of its documented case; null for a scenario of a link. */
  title: string | null;
}

/**
 * The scenario of a preset's id, or of a link's text "s=…".
 * @param version of the data, as links carry it
 */
export function documentNamed(
  name: string,
  model: Model,
  version: string,
): NamedDocument | { fault: Omit<PageProblem, "line"> } {
  if (name.startsWith("s=")) {
    const opened = openHash(`#${name}`, { model, dataVersion: version });
    if (!opened?.ok)
      return {
        fault: {
          what: `the scenario cannot be opened: ${opened ? faultsWords(opened.faults) : "the link is empty"}`,
          mend: 'copy the part of a link behind "#", from "s=" to its end',
        },
      };
    return { document: opened.value.document, title: null };
  }
  const preset = presets.find(({ id }) => id === name);
  if (!preset) {
    const ids = presets.map(({ id }) => id);
    return {
      fault: { what: `there is no documented case "${name}"`, mend: writeNearest(name, ids, "cases") },
    };
  }
  const levers = presetLevers(preset, model.baseline, valueOf(startOf(model, scenarioOf(untouched))));
  const cities = new Set(levers.map(({ city }) => city));
  const city = cities.size === 1 ? [...cities][0]! : everyCity;
  const document = { ...untouched, levers, preset: preset.id, view: { city } };
  return { document, title: preset.title };
}

function viewed(
  model: Model,
  document: ScenarioDocument,
  title: string | null,
  dataVersion: string,
): ReportScenario {
  const view = valueOf(run(model, document));
  const drawn = valueOf(
    uncertainty(view.model, scenarioOf(document), { seed: document.seed, draws: document.draws }),
  );
  const startYear = view.result.years[0]!.year;
  const kept = { ...document, view: { ...document.view, startYear } };
  const address = `/scenarios${scenarioHash(kept, { model, dataVersion })}`;
  return { view: { ...view, uncertainty: drawn }, title, address };
}

/** @throws in the words of what is wrong */
function valueOf<Value>(outcome: Outcome<Value, Fault | ToldFault>): Value {
  if (!outcome.ok) throw new Error(faultsWords(outcome.faults));
  return outcome.value;
}
