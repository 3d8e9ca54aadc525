/**
 * Copies words to the clipboard.
 * @returns false where the browser does not let the page do it; some have no clipboard for a page at all
 */
export async function copyText(document: Document, words: string): Promise<boolean> {
  try {
    await document.defaultView!.navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
