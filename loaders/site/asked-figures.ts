import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blockName, readBlockLine } from "../pages/block-line.js";
import { sourceRoot } from "./paths.js";

/** The figures with choices that pages ask for, by their blocks' names, each once: "figure coverage measure=actors". */
export function askedFigures(): string[] {
  const asked = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => readFileSync(join(sourceRoot, file), "utf8").split(/\r?\n/))
    .flatMap((line) => {
      const block = line.includes(":::") ? readBlockLine(line) : null;
      return block?.kind === "figure" && Object.keys(block.options).length ? [blockName(block)] : [];
    });
  return [...new Set(asked)].sort();
}
