import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../../loaders/site/paths.js";

export interface Declaration {
  /** Below `src`, like `style/base.css`. */
  file: string;
  /** Names of the at-rules around it, like `@media print`, outermost first. */
  within: string[];
  selector: string;
  property: string;
  value: string;
  /** Whether a comment stands right above it. */
  explained: boolean;
}

export interface Stylesheet {
  file: string;
  text: string;
  declarations: Declaration[];
  /** Selectors as they are written, lists of them as one. */
  selectors: string[];
  /** Files it imports, below `src`. */
  imports: string[];
}

const root = join(projectFolder, "src");

/** Every stylesheet of the site. */
export function readStylesheets(): Stylesheet[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .sort()
    .map((file) => readStylesheet(file, readFileSync(join(root, file), "utf8")));
}

/**
 * A stylesheet taken apart. It is formatted by Prettier, and holds no braces or semicolons in strings.
 * @param file its name below `src`
 */
export function readStylesheet(file: string, text: string): Stylesheet {
  const declarations: Declaration[] = [];
  const selectors = new Set<string>();
  const imports: string[] = [];
  const around: string[] = [];
  for (const [, comment = "", words, mark] of text.matchAll(/\s*((?:\/\*.*?\*\/\s*)*)([^{};]*)([{};])/gs)) {
    const said = words!.trim().replace(/\s+/g, " ");
    if (mark === "{") around.push(said);
    const selector = around.at(-1) ?? "";
    if (mark === "{" && !said.startsWith("@") && !around.some((name) => name.startsWith("@keyframes")))
      selectors.add(said);
    const [, property, value] = /^([\w-]+): (.*)$/.exec(said) ?? [];
    if (mark === ";" && property)
      declarations.push({
        file,
        within: around.slice(0, -1),
        selector,
        property,
        value: value!,
        explained: comment.trim() !== "",
      });
    const imported = /^@import "(.*)"$/.exec(said)?.[1];
    if (imported) imports.push(join(dirname(file), imported));
    if (mark === "}") around.pop();
  }
  return { file, text, declarations, selectors: [...selectors], imports };
}
