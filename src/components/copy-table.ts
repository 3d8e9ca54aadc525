import type { CopiedTable } from "./copied-table.js";

/**
 * Copies a table to the clipboard, as HTML and as text.
 * @param coming the table; browsers let a page write while a press lasts, so the clipboard is asked at once
 * @returns false where the browser does not let the page do it
 * @throws what `coming` rejects with
 */
export async function copyTable(document: Document, coming: Promise<CopiedTable>): Promise<boolean> {
  const { clipboard } = document.defaultView!.navigator;
  const as = (type: string, part: keyof CopiedTable) => {
    const blob = coming.then((table) => new Blob([table[part]], { type }));
    // That the table does not come is met below, once.
    blob.catch(() => {});
    return blob;
  };
  try {
    await clipboard.write([
      new ClipboardItem({ "text/html": as("text/html", "html"), "text/plain": as("text/plain", "text") }),
    ]);
    return true;
  } catch {
    return copyOldWay(document, await coming);
  }
}

/** Where a site is served without encryption, as inside many offices, the page has no clipboard but this. */
function copyOldWay(document: Document, table: CopiedTable): boolean {
  let written = false;
  const write = (event: ClipboardEvent) => {
    giveTable(event, table);
    written = true;
  };
  document.addEventListener("copy", write, { once: true });
  try {
    // No other way works without encryption; browsers keep it, though it is deprecated.
    return document.execCommand("copy") && written;
  } finally {
    document.removeEventListener("copy", write);
  }
}

/** Puts a table into what is being copied. */
export function giveTable(event: ClipboardEvent, { html, text }: CopiedTable): void {
  event.clipboardData?.setData("text/html", html);
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
}
