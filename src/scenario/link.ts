import { differencesOf, type Differences } from "./differences.js";
import type { ScenarioDocument } from "./document.js";
import { faultsWords } from "../components/fault-words.js";
import type { ToldFault } from "../components/told-fault.js";
import { good, type Outcome } from "../model/outcome.js";
import { pack, unpack } from "./pack.js";
import { readRecord, type ReadRecord } from "./read-record.js";
import { recordOf, type ScenarioRecord, type Today } from "./record.js";
import { safeJson } from "./safe-json.js";

/** A scenario that runs today. */
export interface Opened {
  document: ScenarioDocument;
  record: ScenarioRecord;
  /** What is other today than when it was made. */
  differences: Differences;
  /** What of its view could not be used. */
  notes: string[];
}

/** What came of opening a link, a saved scenario or one of a file. None of it is used where any of it cannot be. */
export type Opening = Outcome<Opened, ToldFault>;

/** A scenario as the text of a link, some hundred letters long. Equal scenarios on equal data have equal texts. */
export function encodeScenario(document: ScenarioDocument, today: Today, name?: string): string {
  return pack(JSON.stringify(recordOf(document, today, name)));
}

/** The scenario of a link's text. Whatever the text is, nothing throws, and half a scenario is none. */
export function decodeScenario(text: string, today: Today): Opening {
  const unpacked = unpack(text);
  const data: Outcome<unknown, ToldFault> = unpacked.ok ? safeJson(unpacked.value) : unpacked;
  return openingOf(data.ok ? readRecord(data.value, today.model, today.awaitsRegister) : data, today);
}

/** The part of an address that holds a scenario: "#s=…". */
export function scenarioHash(document: ScenarioDocument, today: Today, name?: string): string {
  return `#s=${encodeScenario(document, today, name)}`;
}

/** Opens the scenario of an address's hash; null where the hash has none. */
export function openHash(hash: string, today: Today): Opening | null {
  const text = scenarioText(hash);
  return text === null ? null : decodeScenario(text, today);
}

/** The text of a scenario in an address's hash, the last where it has several; null where it has none. */
export function scenarioText(hash: string): string | null {
  const parts = (hash.startsWith("#") ? hash.slice(1) : hash).split("&");
  const last = parts.filter((part) => part.startsWith("s=")).at(-1);
  return last === undefined ? null : last.slice(2);
}

/** Whether a link is sound and waits for the register of practices alone. */
export function awaitsRegister(opening: Opening): boolean {
  return !opening.ok && opening.faults.some((fault) => fault.awaitsRegister);
}

/** What is made of a record that was read, or was not. */
export function openingOf(outcome: Outcome<ReadRecord, ToldFault>, today: Today): Opening {
  if (!outcome.ok) return outcome;
  const { record, notes } = outcome.value;
  return good({ document: record.document, record, differences: differencesOf(record, today), notes });
}

/** Why a link was not opened, in one sentence for the reader, to be shown as text. */
export function refusedLinkWords(faults: readonly ToldFault[]): string {
  return `This link could not be opened: ${faultsWords(faults)}. The baseline is shown instead.`;
}
