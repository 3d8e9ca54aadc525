import { setAsideWords } from "./set-aside-words.js";
import { withOverrides, type Overrides } from "../model/assumptions.js";
import { drawsRange, seedRange } from "../model/draws.js";
import { everyCity } from "../model/levers/every-city.js";
import { presetLevers } from "../model/preset-levers.js";
import { presets } from "../model/presets.js";
import type { Fault } from "../model/fault.js";
import { canBeSimulated, modelFor, ownCityId } from "../model/own-city.js";
import { outOfRange } from "../model/out-of-range.js";
import type { Model } from "../model/model.js";
import { prepare } from "../model/scenario.js";
import { startOf } from "../model/start.js";
import { modelOfBasis, type Basis } from "./basis.js";
import { scenarioOf, type ScenarioDocument } from "./document.js";
import { faultWords } from "../components/fault-words.js";
import { someOf } from "../components/some-of.js";
import { firstFaults, shownText, type ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { migrated } from "./migrations.js";
import { readShape } from "./record-shape.js";
import { recordInOrder, tidyName, type ScenarioRecord } from "./record.js";
import { renamed } from "./renames.js";
import { safeData } from "./safe-json.js";
import { versionOf } from "./versions.js";
import { sameData } from "./same-data.js";
import { toldLevers } from "./told-levers/told-levers.js";

/** A record that can be run today. */
export interface ReadRecord {
  record: ScenarioRecord;
  /** What of its view could not be used, in sentences. */
  notes: string[];
}

/**
 * A record from outside, checked in this order: names that mean something to the language, version, renamed ids,
 * shape, meaning. All of it holds, or none of it is used.
 * @param awaitsRegister true while the register of practices is not here: what adopts some waits for it
 */
export function readRecord(
  value: unknown,
  today: Model,
  awaitsRegister = false,
): Outcome<ReadRecord, ToldFault> {
  const model = modelFor(today, undefined);
  const safe = safeData(value);
  if (!safe.ok) return safe;
  const present = migrated(safe.value);
  if (!present.ok) return present;
  const shape = readShape(renamed(present.value));
  if (!shape.ok) return shape;
  // The shape is that of a document; dimensions, cities and ways of spending are for the model to judge, next.
  const { name, ...given } = shape.value as unknown as ScenarioRecord;
  if (awaitsRegister && given.document.levers.some(({ kind }) => kind === "practice"))
    return bad({
      message: "it adopts practices, and the register of practices has not come yet",
      awaitsRegister: true,
    });
  const notes: string[] = [];
  const rest = { ...given, document: withoutGonePractices(given.document, given.basis, model, notes) };
  const faults = [...faultsOfDocument(rest.document, model), ...faultsOfBasis(rest, model)];
  if (faults.length > 0) return bad(...firstFaults(faults, (fault) => fault));
  const called = tidyName(name ?? "");
  const document = withKnownView(withKnownPreset(rest.document, rest.basis, model, notes), model, notes);
  const record = recordInOrder({ ...rest, ...(called ? { name: called } : {}), document });
  return good({ record, notes });
}

function faultsOfDocument(document: ScenarioDocument, model: Model): ToldFault[] {
  if (document.ownCity && !canBeSimulated(document.ownCity))
    return [{ message: "it knows no count of its own city’s initiatives", field: "document.ownCity" }];
  const prepared = prepare(model, scenarioOf(document));
  const drawing = [
    outOfRange(document.seed, seedRange, "seed"),
    outOfRange(document.draws, drawsRange, "draws"),
  ].filter((fault) => fault !== null);
  const strays = document.levers.flatMap((lever, i) =>
    (toldLevers[lever.kind].strays?.(lever) ?? []).map((stray): ToldFault => ({ ...stray, lever: i })),
  );
  return [...(prepared.ok ? [] : prepared.faults), ...drawing, ...strays].map(faultOf);
}

function faultOf(fault: Fault | ToldFault): ToldFault {
  const { lever, field } = fault;
  const message = faultWords(fault);
  if (lever === undefined) return { message, ...(field ? { field } : {}) };
  const path = `document.levers.${lever}${field ? `.${field}` : ""}`;
  return { message: `lever ${lever + 1}: ${message}`, field: path, lever };
}

/** Ranges that no model could run are refused, for a comparison would run them. */
function faultsOfBasis(record: Pick<ScenarioRecord, "basis" | "modelVersion">, today: Model): ToldFault[] {
  const { basis } = record;
  const then = modelOfBasis(basis, today, versionOf(record));
  if (!then.ok)
    return then.faults.map((fault) => ({ message: faultWords(fault), field: "basis.assumptions" }));
  if (basis.cities.length === 0) return [{ message: "its evidence maps no city", field: "basis.cities" }];
  const spreads: Overrides = Object.fromEntries(
    then.value.assumptions.map(({ id, low, central, high }) => [id, { low, central, high }]),
  );
  const sound = withOverrides(then.value.assumptions, spreads);
  if (sound.ok) return [];
  return sound.faults.map((fault) => ({
    message: `the evidence of then: ${faultWords(fault)}`,
    field: `basis.assumptions${fault.field ? `.${fault.field}` : ""}`,
  }));
}

/** A practice that cannot be adopted, though the record says that it could or the register has it, keeps nothing else from opening. */
function withoutGonePractices(
  document: ScenarioDocument,
  { practices = {} }: Basis,
  today: Model,
  notes: string[],
): ScenarioDocument {
  const gone = new Set<string>();
  const levers = document.levers.filter((lever) => {
    if (lever.kind !== "practice" || today.practices.has(lever.practice)) return true;
    if (!Object.hasOwn(practices, lever.practice) && !today.setAside?.has(lever.practice)) return true;
    gone.add(lever.practice);
    return false;
  });
  if (gone.size === 0) return document;
  const { named, more } = someOf([...gone]);
  const which = named.map((id) => {
    const aside = today.setAside?.get(id);
    return aside
      ? `“${aside.name}”, which ${setAsideWords[aside.why]}`
      : `the practice “${shownText(id)}”, which the register does not have`;
  });
  const leftOut = gone.size === 1 ? "it is left out" : `these ${gone.size} are left out`;
  const all = [...which, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
  notes.push(`It adopts ${all}; ${leftOut}, also where then and now are compared.`);
  return { ...document, levers };
}

function withKnownView(document: ScenarioDocument, model: Model, notes: string[]): ScenarioDocument {
  const { city } = document.view;
  // A reader's own city stands alone: there is no other to look at.
  if (document.ownCity) return { ...document, view: { ...document.view, city: ownCityId } };
  if (city === everyCity || model.baseline.cities.includes(city)) return document;
  notes.push(`It shows the city “${shownText(city)}”, which is not mapped; all cities are shown.`);
  return { ...document, view: { ...document.view, city: everyCity } };
}

/** A preset's story may stand only beside the preset's own levers. */
function withKnownPreset(
  document: ScenarioDocument,
  basis: Basis,
  today: Model,
  notes: string[],
): ScenarioDocument {
  const { preset: id, ...rest } = document;
  if (id === undefined) return document;
  // The documented cases are those of mapped cities.
  if (document.ownCity) return rest;
  const preset = presets.find((d) => d.id === id);
  const then = modelOfBasis(basis, today);
  const start = then.ok ? startOf(then.value, scenarioOf(document)) : then;
  if (preset && then.ok && start.ok) {
    const own = presetLevers(preset, then.value.baseline, start.value);
    if (sameData(own, document.levers)) return document;
    notes.push(`Its levers are not those of “${preset.title}”, so that story is left out.`);
  } else notes.push(`It was begun from “${shownText(id)}”, a story that this page does not have.`);
  return rest;
}
