import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { numberNodes } from "./node-names.js";
import { mendOutline } from "./outline-titles.js";
import type { PageHead } from "./print-page.js";

export interface Description {
  head: PageHead;
  /** Version of the site's data; undefined where the site does not say. */
  dataVersion: string | undefined;
  date: Date;
  /** Links to addresses that begin so lead nowhere; undefined where all links lead somewhere. */
  deadLinks: string | undefined;
}

/**
 * Says in a PDF what it is, and takes out links that lead nowhere; their words stay.
 * @returns the bytes, the same for the same PDF and description, and how many pages there are
 */
export async function describePdf(
  pdf: Uint8Array,
  { head, dataVersion, date, deadLinks }: Description,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.setTitle(head.title, { showInWindowTitleBar: true });
  document.setAuthor(head.author || "Arrivals");
  document.setSubject(head.description);
  document.setKeywords(keywordsOf(head, dataVersion));
  if (head.language) document.setLanguage(head.language);
  document.setCreator("Arrivals");
  document.setCreationDate(date);
  document.setModificationDate(date);
  mendOutline(document, head.headings);
  if (deadLinks !== undefined) dropLinks(document, deadLinks);
  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false });
  return { bytes: numberNodes(bytes), pages: document.getPageCount() };
}

function keywordsOf({ keywords }: PageHead, dataVersion: string | undefined): string[] {
  const own = keywords ? [keywords] : [];
  return [[...own, "Arrivals", ...(dataVersion ? [`data ${dataVersion}`] : [])].join(", ")];
}

/** Takes links out of the pages, and out of the tree of tags, which would name what is gone. */
function dropLinks(document: PDFDocument, beginning: string): void {
  const { context } = document;
  const gone = new Set<PDFRef>();
  for (const { node } of document.getPages()) {
    const links = node.Annots();
    for (let i = (links?.size() ?? 0) - 1; i >= 0; i--) {
      const link = links!.get(i);
      if (!(link instanceof PDFRef) || !addressOf(context.lookup(link))?.startsWith(beginning)) continue;
      gone.add(link);
      links!.remove(i);
    }
  }
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict) dropKids(document, object, gone);
  for (const link of gone) context.delete(link);
}

/** The address that a link opens; undefined for one within the PDF. */
function addressOf(link: unknown): string | undefined {
  const action = link instanceof PDFDict ? link.lookupMaybe(PDFName.of("A"), PDFDict) : undefined;
  return action?.lookupMaybe(PDFName.of("URI"), PDFString)?.asString();
}

function dropKids(document: PDFDocument, tag: PDFDict, gone: ReadonlySet<PDFRef>): void {
  const kids = tag.lookup(PDFName.of("K"));
  const names = (kid: unknown) => {
    const found = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    const named = found instanceof PDFDict ? found.get(PDFName.of("Obj")) : undefined;
    return named instanceof PDFRef && gone.has(named);
  };
  if (kids instanceof PDFArray) {
    for (let i = kids.size() - 1; i >= 0; i--) if (names(kids.get(i))) kids.remove(i);
  } else if (names(kids)) tag.delete(PDFName.of("K"));
}
