import { folded } from "../model/folded.js";
import { saveFile } from "./save-file.js";

/** Hands text or bytes to the reader as a file; the kind of a text is that of its name's ending. */
export function saveContent(document: Document, name: string, content: string | Blob): void {
  const type = name.endsWith(".csv") ? "text/csv;charset=utf-8" : "application/json";
  saveFile(document, name, typeof content === "string" ? new Blob([content], { type }) : content);
}

/** A name for files from a scenario's: letters, digits and hyphens. */
export function fileName(name: string, ending: string): string {
  const stem = folded(name.normalize("NFKC"))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${stem || "scenario"}.${ending}`;
}
