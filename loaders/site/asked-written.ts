import { writtenBlocksOf, type BodyBlock } from "../pages/block-body.js";
import { pageTexts } from "./page-texts.js";

/** The blocks with fields of their own in pages. @param texts default: those of all pages */
export function askedWritten(texts: readonly string[] = pageTexts()): BodyBlock[] {
  return texts.flatMap((text) => (text.includes(":::") ? writtenBlocksOf(text) : []));
}
