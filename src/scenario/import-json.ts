import { fileFormat } from "./export-json.js";
import { mostFileBytes, mostScenarios } from "./file-limits.js";
import { joinedFaults, type ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { openingOf, type Opened } from "./link.js";
import { isFields } from "./is-fields.js";
import { readRecord } from "./read-record.js";
import type { Today } from "./record.js";
import { safeJson } from "./safe-json.js";

export { mostFileBytes, mostScenarios } from "./file-limits.js";

/** What a file brought: every scenario that opens; why others do not, with the path of the field; many are counted. */
export interface Imported {
  scenarios: Opened[];
  faults: ToldFault[];
}

/**
 * Reads a file of one or several scenarios: an object of `scenarioFile`, one with a list `scenarios`, or a bare
 * list. A scenario that cannot be read keeps no other from being read, and is not used in part.
 */
export function readScenarioFile(text: string, today: Today): Imported {
  const listed = scenariosOf(text);
  if (!listed.ok) return { scenarios: [], faults: [...listed.faults] };
  const scenarios: Opened[] = [];
  const faults: ToldFault[] = [];
  for (const [path, value] of listed.value) {
    const opening = openingOf(readRecord(recordIn(value), today.model, today.awaitsRegister), today);
    if (opening.ok) scenarios.push(opening.value);
    else faults.push(...opening.faults.map((fault) => located(fault, path)));
  }
  return { scenarios, faults: joinedFaults(faults) };
}

/** The scenarios of a file with their paths: "scenarios.2", or "" where there is one alone. */
function scenariosOf(text: string): Outcome<[string, unknown][], ToldFault> {
  if (text.length > mostFileBytes)
    return bad({ message: `the file is larger than ${mostFileBytes / 1_000_000} MB` });
  // A byte order mark is what some editors put before a text.
  const data = safeJson(text.replace(/^\uFEFF/, ""));
  if (!data.ok) return data;
  const { value } = data;
  const list = Array.isArray(value) ? (value as unknown[]) : isFields(value) ? value.scenarios : undefined;
  if (list === undefined) return good([["", value]]);
  if (!Array.isArray(list)) return bad({ message: "the field scenarios must be a list", field: "scenarios" });
  if (list.length === 0) return bad({ message: "the file holds no scenario" });
  if (list.length > mostScenarios)
    return bad({ message: `the file holds ${list.length} scenarios; at most ${mostScenarios} are read` });
  const stem = Array.isArray(value) ? "" : "scenarios.";
  return good(list.map((item, i): [string, unknown] => [`${stem}${i}`, item]));
}

/** What a file adds to a record is for its reader: the link is not opened, since the record itself stands there. */
function recordIn(value: unknown): unknown {
  if (!isFields(value)) return value;
  if (value.format !== undefined && value.format !== fileFormat) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "format" && name !== "link"));
}

function located(fault: ToldFault, path: string): ToldFault {
  // A number of others has no place of its own.
  if (fault.more !== undefined) return fault;
  const { message, field, ...rest } = fault;
  const whole = [path, field].filter(Boolean).join(".");
  return { message: path ? `${path}: ${message}` : message, ...(whole ? { field: whole } : {}), ...rest };
}
