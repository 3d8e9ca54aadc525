import { writtenBlocksOf } from "../pages/block-body.js";
import { fromPageTexts } from "./page-texts.js";

/** The blocks with fields of their own in pages. @param texts default: those of all pages */
export const askedWritten = fromPageTexts((texts) =>
  texts.flatMap((text) => (text.includes(":::") ? writtenBlocksOf(text) : [])),
);
