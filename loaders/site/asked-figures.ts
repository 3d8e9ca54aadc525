import { blockName, isChosen, readBlockLine } from "../pages/block-line.js";
import { fromPageTexts } from "./page-texts.js";

/** The figures with choices that pages ask for, by their blocks' names, each once: "figure coverage measure=actors". @param texts default: those of all pages */
export const askedFigures = fromPageTexts((texts) => {
  const asked = texts
    .flatMap((text) => text.split("\n"))
    .flatMap((line) => {
      const block = line.includes(":::") ? readBlockLine(line) : null;
      return block?.kind === "figure" && isChosen(block) ? [blockName(block)] : [];
    });
  return [...new Set(asked)].sort();
});
