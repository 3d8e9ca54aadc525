import { differencesOf, type Differences } from "./differences.js";
import { untouched, type ScenarioDocument } from "./document.js";
import type { Fault, Read } from "../components/fault.js";
import { pack, unpack } from "./pack.js";
import { readRecord, type ReadRecord } from "./read-record.js";
import { recordOf, type ScenarioRecord, type Today } from "./record.js";
import { safeJson } from "./safe-json.js";

/** What came of opening a link, a saved scenario or one of a file: always a document that can be shown. */
export type Opening = Opened | Refused;

/** A scenario that runs today. */
export interface Opened {
  ok: true;
  document: ScenarioDocument;
  record: ScenarioRecord;
  /** What is other today than when it was made. */
  differences: Differences;
  /** What of its view could not be used. */
  notes: string[];
}

/** None of it could be used: the baseline, and why. */
export interface Refused {
  ok: false;
  document: ScenarioDocument;
  /** One sentence for the reader, to be shown as text. */
  message: string;
  faults: readonly Fault[];
}

/** A scenario as the text of a link, some hundred letters long. Equal scenarios on equal data have equal texts. */
export function encodeScenario(document: ScenarioDocument, today: Today, name?: string): string {
  return pack(JSON.stringify(recordOf(document, today, name)));
}

/** The scenario of a link's text. Whatever the text is, nothing throws, and half a scenario is none. */
export function decodeScenario(text: string, today: Today): Opening {
  const unpacked = unpack(text);
  const data: Read<unknown> = unpacked.ok ? safeJson(unpacked.value) : unpacked;
  return openingOf(
    data.ok ? readRecord(data.value, today.model, today.awaitsRegister) : data,
    today,
    "This link",
  );
}

/** The part of an address that holds a scenario: "#s=…". */
export function scenarioHash(document: ScenarioDocument, today: Today, name?: string): string {
  return `#s=${encodeScenario(document, today, name)}`;
}

/** Opens the scenario of an address's hash; null where the hash has none. */
export function openHash(hash: string, today: Today): Opening | null {
  const found = /^#?(?:.*&)?s=([^&]*)/s.exec(hash);
  return found ? decodeScenario(found[1]!, today) : null;
}

/** Whether a link is sound and waits for the register of practices alone. */
export function awaitsRegister(opening: Opening): boolean {
  return !opening.ok && opening.faults.some((fault) => fault.awaitsRegister);
}

/**
 * What is made of a record that was read, or was not.
 * @param what it stood in: "This link"
 */
export function openingOf(outcome: Read<ReadRecord>, today: Today, what: string): Opening {
  if (!outcome.ok) return refused(outcome.faults, what);
  const { record, notes } = outcome.value;
  return { ok: true, document: record.document, record, differences: differencesOf(record, today), notes };
}

function refused(faults: readonly Fault[], what: string): Refused {
  const reasons = faults.map(({ message }) => message).join("; ");
  const message = `${what} could not be opened: ${reasons}. The baseline is shown instead.`;
  return { ok: false, document: untouched, message, faults };
}
