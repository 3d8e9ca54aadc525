import { element } from "./element.js";

/** Hands bytes or text to the reader as a file. */
export function saveFile(document: Document, name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
