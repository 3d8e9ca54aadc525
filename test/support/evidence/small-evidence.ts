import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { checkEvidence, formatFault } from "../../../loaders/check.js";
import { readPackage, resource, type Field } from "../../../loaders/package.js";
import type { Row, Table } from "../../../loaders/read-table.js";

const fixture = fileURLToPath(new URL("../../fixtures/small", import.meta.url));

/** What becomes of a file of the fixture: new text or bytes, an edit of its text, or null to remove it. */
export type Change = string | Uint8Array | ((text: string) => string) | null;

/** A copy of the small evidence with changes, in a temporary folder that goes when the test ends. */
export function smallEvidence(changes: Record<string, Change> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(fixture, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    if (change === null) rmSync(path);
    else writeFileSync(path, typeof change === "function" ? change(readFileSync(path, "utf8")) : change);
  }
  return folder;
}

/** The problems of the small evidence with changes, each as the line a person reads. */
export function problemsOf(changes: Record<string, Change>): string[] {
  return checkEvidence(smallEvidence(changes)).problems.map(formatFault);
}

/** An edit that replaces one piece of text, which must be there. */
export function replacing(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new Error(`The fixture does not hold ${before}.`);
    return text.replace(before, () => after);
  };
}

/** A table of the small evidence. */
export function smallTable(name: string, changes: Record<string, Change> = {}): Table {
  return checkEvidence(smallEvidence(changes)).tables.get(name)!;
}

/** A table in memory, with fields described as far as the test needs. */
export function tableOf(
  name: string,
  fields: Partial<Field>[],
  rows: Row[],
  primaryKey: string[] = [],
): Table {
  const complete = fields.map((field) => ({
    type: "string" as const,
    title: field.name ?? "",
    description: "",
    ...field,
    name: field.name ?? "",
  }));
  return {
    name,
    resource: {
      name,
      path: `${name}.csv`,
      title: name,
      description: "",
      schema: { fields: complete, primaryKey },
    },
    rows,
    lines: rows.map((_, index) => index + 2),
  };
}

/** The description of a table of the small evidence. */
export function smallResource(name: string) {
  return resource(readPackage(fixture), name);
}
