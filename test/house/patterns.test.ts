import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Patterns of a module as they are written. */
function patternsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/**
 * Whether a pattern may begin at any letter, repeats a kind of letters there, and then wants more. On a long run of them
 * without what it wants it begins anew at each: twice as many letters are four times the work.
 */
function beginsAnew(pattern: string): boolean {
  const body = pattern.slice(1, pattern.lastIndexOf("/"));
  // Brackets of a group and what may be missing say nothing of where it begins.
  const first = /^(?:\(\?:|\((?!\?)|(?:\[(?:[^\]\\]|\\.)*\]|\\.|[^\\[()^$*+?.|])\?)*/.exec(body)![0];
  const rest = body.slice(first.length);
  const repeated =
    /^(?:\[(?:[^\]\\]|\\.)*\]|\\p\{[^}]*\}|\\[^bB]|[^\\[()^$|])(?:[+*]|\{\d+,\d*\})\)*(.*)$/s.exec(rest);
  // What follows may be missing: there is nothing to want.
  return repeated !== null && !/^(?:\([^()]*\)[*?])?$/.test(repeated[1]!);
}

describe("patterns", () => {
  it.each([
    [String.raw`/\s+$/`, true],
    [String.raw`/\.?0+$/`, true],
    [String.raw`/(\w+)\.wasm/`, true],
    [String.raw`/(?:[.,;)\]]+)$/`, true],
    [String.raw`/\p{L}{2,}!/u`, true],
    [String.raw`/^\s+$/`, false],
    [String.raw`/\s+/g`, false],
    [String.raw`/[^\p{L}]+/gu`, false],
    [String.raw`/\b\w+\.wasm/`, false],
    [String.raw`/[a-z]+(?:-[a-z]+)*/g`, false],
    [String.raw`/-$/`, false],
    [String.raw`/[#&]figure=([\w-]+)$/`, false],
  ])("%s begins anew at each letter: %s", (pattern, expected) => {
    expect(beginsAnew(pattern)).toBe(expected);
  });

  it("of the pages take work that grows with the text and no faster: withoutEnd and \\b say how", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const found = files.flatMap((file) => {
      const path = join("src", file);
      const patterns = patternsOf(path, readFileSync(path, "utf8"));
      return patterns.filter(beginsAnew).map((pattern) => `${path}: ${pattern}`);
    });
    expect(files.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });
});
