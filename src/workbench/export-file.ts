import { element } from "../components/element.js";

/** Hands text or bytes to the reader as a file. */
export function saveFile(document: Document, name: string, content: string | Blob): void {
  const type = name.endsWith(".csv") ? "text/csv;charset=utf-8" : "application/json";
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const address = URL.createObjectURL(blob);
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name for files from a scenario's: letters, digits and hyphens. */
export function fileName(name: string, ending: string): string {
  const stem = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60);
  return `${stem || "scenario"}.${ending}`;
}
