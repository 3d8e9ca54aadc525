import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proseComplaints } from "../../loaders/house/prose.js";
import { projectFolder } from "../../loaders/site/paths.js";

interface Rule {
  expected: string;
  pattern: RegExp;
}

/** Rules of the list, which is written one field a line. */
const rules = readFileSync(join(projectFolder, "loaders/house/words.yml"), "utf8")
  .split(/^ {2}- /m)
  .slice(1)
  .map((entry): Rule => {
    const field = (name: string) =>
      new RegExp(`^ *${name}: (.*)$`, "m")
        .exec(entry)![1]!
        .replace(/^"(.*)"$/, "$1")
        .replaceAll("\\\\", "\\");
    const [, pattern = "", flags = ""] = /^\/(.*)\/(\w*)$/.exec(field("pattern"))!;
    return { expected: field("expected"), pattern: new RegExp(pattern, flags) };
  });

/** Lines of the table of pairs: what is not said, and what is. */
const pairs = readFileSync(join(projectFolder, "src/guide/words.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!---|not \|)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, not, but]) => ({ not: not!, but: but! }));

describe("the list of old words and the page of house style", () => {
  it("have the same fifty pairs", () => {
    expect(rules).toHaveLength(50);
    expect(pairs.map(({ but }) => but)).toEqual(rules.map(({ expected }) => expected));
  });

  it("each old word on the page is one that the list finds, and no better one is", () => {
    for (const [i, { pattern, expected }] of rules.entries()) {
      expect(pairs[i]!.not, expected).toMatch(pattern);
      for (const rule of rules) expect(expected).not.toMatch(rule.pattern);
    }
  });
});

describe("proseComplaints(project)", () => {
  let project: string;

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "arrivals-words-"));
    for (const folder of ["src/guide", "loaders", "data"])
      mkdirSync(join(project, folder), { recursive: true });
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const write = (file: string, text: string) => writeFileSync(join(project, file), text);

  it("names file, line, the word and what to say, in pages, data and code", async () => {
    write(
      "src/page.md",
      "---\ntitle: A page\n---\n\n# A page\n\nWell, no lever is moved.\n\n`no lever is moved` is code.\n",
    );
    write("data/notes.csv", "id,note\na,fine\nb,its cost is not told\n");
    write(
      "src/words.ts",
      "export const a = 1;\n// What it stands on is a comment.\nexport const said = (n: number) => `Costs ${n} are reckoned from it`;\n",
    );
    write("src/guide/words.md", "# House style\n\nNo lever is moved.\n");
    write("README.md", "# All is well\n");
    expect(await proseComplaints(project)).toEqual([
      "words: data/notes.csv:3: “is not told”: say “is not given” (figures are given, documents state)",
      "words: src/page.md:7: “no lever is moved”: say “You have not changed anything yet” (speak to the reader)",
      "words: src/words.ts:3: “reckoned”: say “are calculated from” (the verb people use)",
    ]);
  });

  it("finds none in this project", async () => {
    expect(await proseComplaints(projectFolder)).toEqual([]);
  });
});
