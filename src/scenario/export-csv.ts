import { toCsv } from "../components/csv.js";
import { dimensions, partnershipNames, partnershipTypes } from "../model/names.js";
import type { Row } from "../components/figure.js";
import { leverKinds, type Lever } from "../model/levers/lever-kinds.js";
import { timingRanges } from "../model/levers/timing.js";
import { withOverrides } from "../model/assumptions.js";
import { startOf } from "../model/start.js";
import { notUsedWords } from "./assumption-groups.js";
import { costingLabels, costingOf } from "./costing.js";
import { scenarioOf, type ScenarioDocument } from "./document.js";
import { amountOf } from "./lever-slot.js";
import { leverName } from "./lever-words.js";
import { countsLabels, perLabels, weightingLabels } from "./measure-words.js";
import type { Today } from "./record.js";
import { ownFigureRows, targetRows } from "./target-rows.js";
import { toldLevers } from "./told-levers/told-levers.js";
import { modelVersion, schemaVersion } from "./versions.js";

export { resultsCsv } from "./results-csv.js";

const inputColumns = ["group", "name", "id", "value", "low", "high", "unit", "changed", "details", "source"];

/**
 * What a scenario was made of: versions, choices, levers, and every assumption used, with those changed marked and
 * the table's own value beside. Values are in the unit named: shares from 0 to 1.
 * @param sources source of an assumption by its id: "thp-2014, Table 8"
 * @param startYear calendar year that year 0 is shown as; default what the scenario says, if anything
 */
export function inputsCsv(
  document: ScenarioDocument,
  { model, dataVersion }: Today,
  sources: ReadonlyMap<string, string> = new Map(),
  startYear = document.view.startYear,
): string {
  const used = withOverrides(model.assumptions, document.overrides);
  const start = startOf(model, scenarioOf(document));
  const row = (group: string, name: string, value: Row[string], more: Row = {}): Row => ({
    ...{ group, name, value },
    ...more,
  });
  const rows: Row[] = [
    row("version", "data", dataVersion),
    row("version", "model", modelVersion),
    row("version", "scenario", schemaVersion),
    row("choice", "last year", document.horizon, { id: "horizon", unit: "years after the mapping" }),
    ...(startYear === undefined
      ? []
      : [row("choice", "start year", startYear, { id: "start-year", unit: "calendar year of year 0" })]),
    row("choice", "city in view", document.view.city, { id: "city" }),
    ...ownCityRows(document.ownCity),
    row("choice", "target", document.target.kind, { id: "target" }),
    row("choice", "target per", document.target.per ?? "city", {
      id: "target-per",
      changed: document.target.per !== undefined,
      details: perLabels[document.target.per ?? "city"],
    }),
    ...ownFigureRows(document, model),
    ...(start.ok ? targetRows(document, model, start.value.targets) : []),
    row("choice", "weighting", document.weighting ?? "alike", {
      id: "weighting",
      changed: document.weighting !== undefined,
      details: weightingLabels[document.weighting ?? "alike"],
    }),
    row("choice", "counts", document.counts ?? "counted", {
      id: "counts",
      changed: document.counts !== undefined,
      details: countsLabels[document.counts ?? "counted"],
    }),
    row("choice", "costs", costingOf(document), {
      id: "costing",
      changed: document.costing !== undefined,
      details: costingLabels[costingOf(document)],
    }),
    row("choice", "seed", document.seed, { id: "seed" }),
    row("choice", "draws", document.draws, { id: "draws" }),
    ...(document.preset === undefined ? [] : [row("choice", "preset", document.preset, { id: "preset" })]),
    ...document.levers.map((lever) =>
      row("lever", leverName(lever, model), amountOf(lever), {
        id: lever.kind,
        unit: leverKinds[lever.kind].unit,
        changed: true,
        details: leverDetails(lever, model),
        source: "own choice",
      }),
    ),
    ...(used.ok ? used.value : model.assumptions).map((d, i) => {
      const changed = Object.hasOwn(document.overrides, d.id);
      const table = model.assumptions[i]!;
      const own = changed ? `own value; the table has ${table.low}, ${table.central}, ${table.high}` : "";
      return row("assumption", d.name, d.central, {
        ...{ id: d.id, low: d.low, high: d.high, unit: d.unit, changed },
        details: [`${d.distribution}, ${d.evidence}`, own, notUsedWords(d.id, document)]
          .filter(Boolean)
          .join("; "),
        source: sources.get(d.id) ?? "table assumptions",
      });
    }),
  ];
  return toCsv(rows, inputColumns);
}

/** The counts of a city of the reader's own: what is not known is empty, with a note. */
function ownCityRows(city: ScenarioDocument["ownCity"]): Row[] {
  if (!city) return [];
  const counted = (name: string, id: string, value: number | null, unit: string): Row => ({
    ...{ group: "own city", name, id, value, unit },
    details: value === null ? "not known" : "",
    source: "own count",
  });
  return [
    { group: "own city", name: "name", id: "own-city", value: city.name, source: "own choice" },
    { group: "own city", name: "country", value: city.country, source: "own choice" },
    ...dimensions.map((d) => counted(d, d, city.initiatives[d], "initiatives")),
    ...partnershipTypes.map((type) =>
      counted(partnershipNames[type], type, city.partnerships[type], "partnerships"),
    ),
  ];
}

function leverDetails(lever: Lever, model: Today["model"]): string {
  const start = lever.start ?? timingRanges.start.default;
  const ramp = lever.ramp ?? timingRanges.ramp.default;
  const timing = [`start ${start}`, `ramp ${ramp}`];
  return (toldLevers[lever.kind].details?.(lever, timing, model) ?? timing).join("; ");
}
