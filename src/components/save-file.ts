import { element } from "./element.js";

/** Kinds of text by the ending of a file's name. */
const types: Record<string, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  md: "text/markdown;charset=utf-8",
  txt: "text/plain;charset=utf-8",
  bib: "text/plain;charset=utf-8",
  ris: "application/x-research-info-systems",
  svg: "image/svg+xml",
};

/**
 * Hands text or bytes to the reader as a file.
 * @param name with its ending, which says what kind a text is. CSV begins with a byte-order mark: without one, Excel
 * shows “SÃ£o Paulo” for “São Paulo”
 */
export function saveFile(document: Document, name: string, content: string | Blob): void {
  const address = URL.createObjectURL(typeof content === "string" ? textFile(name, content) : content);
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function textFile(name: string, text: string): Blob {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const parts = ending === "csv" ? ["\uFEFF", text] : [text];
  return new Blob(parts, { type: types[ending] ?? "text/plain;charset=utf-8" });
}
