import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceRoot } from "./paths.js";

/** The texts of all files of pages, with the endings of lines that Unix has. */
export function pageTexts(): string[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .map((file) => readFileSync(join(sourceRoot, file), "utf8").replaceAll("\r\n", "\n"));
}
