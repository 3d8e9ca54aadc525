import type { ScenarioDocument } from "./document.js";
import { mostFileBytes, mostScenarios } from "./file-limits.js";
import { pack } from "./pack.js";
import { recordOf, type ScenarioRecord, type Today } from "./record.js";

/** What a file of scenarios says of itself. */
export const fileFormat = "arrivals-scenario";

/** One scenario of a file: its record with the words a reader of the file needs. */
export interface FiledScenario extends ScenarioRecord {
  format: typeof fileFormat;
  /** The address that opens it. */
  link: string;
}

/**
 * One scenario as a file.
 * @param page address of the workbench, without hash: its link stands in the file
 */
export function scenarioFile(document: ScenarioDocument, today: Today, page: string, name?: string): string {
  return json(filed(recordOf(document, today, name), page));
}

/** Several scenarios as one file, each on the evidence it was made on. */
export function scenariosFile(records: readonly ScenarioRecord[], page: string): string {
  return json({ format: fileFormat, scenarios: records.map((record) => filed(record, page)) });
}

/** The same as one file, or as many as it takes for each to be read again. */
export function scenariosFiles(records: readonly ScenarioRecord[], page: string): string[] {
  const files: ScenarioRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    const size = new TextEncoder().encode(scenariosFile([record], page)).length;
    bytes += size;
    if (bytes > mostFileBytes || files.at(-1)!.length >= mostScenarios) {
      files.push([]);
      bytes = size;
    }
    files.at(-1)!.push(record);
  }
  return files.map((some) => scenariosFile(some, page));
}

function filed(record: ScenarioRecord, page: string): FiledScenario {
  return {
    format: fileFormat,
    ...record,
    link: `${page.replace(/#.*$/s, "")}#s=${pack(JSON.stringify(record))}`,
  };
}

/** Indented, but a row of numbers on one line: a file is also read by people. */
function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\s+(-?[\d.eE+-]+(?:,\s+(?:-?[\d.eE+-]+|"[a-z-]+"))*)\s+\]/g, (_, row: string) => `[${row.replace(/\s+/g, " ")}]`)}\n`;
}
