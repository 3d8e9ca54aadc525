import { writtenBlocksOf, type BodyBlock } from "../pages/block-body.js";
import { pageTexts } from "./page-texts.js";

/** The blocks with fields of their own in all pages. */
export function askedWritten(): BodyBlock[] {
  return pageTexts().flatMap((text) => (text.includes(":::") ? writtenBlocksOf(text) : []));
}
