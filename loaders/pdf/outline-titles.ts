import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from "@cantoo/pdf-lib";

/**
 * Writes the titles of a PDF's outline as the page's headings have them: where a heading goes over two lines, the browser
 * leaves out the space between them.
 * @param headings texts of the page's headings; a title that is none of them stays
 */
export function mendOutline(document: PDFDocument, headings: readonly string[]): void {
  const bySigns = new Map(headings.map((text) => [signs(text), text]));
  for (const [, item] of document.context.enumerateIndirectObjects()) {
    if (!(item instanceof PDFDict) || !item.has(PDFName.of("Dest")) || !item.has(PDFName.of("Parent")))
      continue;
    const title = item.lookupMaybe(PDFName.of("Title"), PDFString, PDFHexString)?.decodeText();
    const heading = title === undefined ? undefined : bySigns.get(signs(title));
    if (heading !== undefined && heading !== title)
      item.set(PDFName.of("Title"), PDFHexString.fromText(heading));
  }
}

const signs = (text: string) => text.replace(/\s+/g, "");
