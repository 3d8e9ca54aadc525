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
    expect(pairs).toHaveLength(50);
    for (const [i, { pattern, expected }] of rules.entries()) {
      const { not, but } = pairs[i]!;
      // What the check says in the place of the words that it finds is part of what the page says.
      const [found = "nothing"] = pattern.exec(not) ?? [];
      expect(but.toLowerCase()).toContain(found.replace(pattern, expected).toLowerCase());
    }
  });

  it("each old word on the page is one that the list finds, and no better one is", () => {
    for (const [i, { pattern, expected }] of rules.entries()) {
      expect(pairs[i]!.not, expected).toMatch(pattern);
      for (const rule of rules) expect(pairs[i]!.but).not.toMatch(rule.pattern);
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

  it("says what to write in the place of just the words that it found", async () => {
    const said = async (words: string) => {
      write("src/page.md", `# A page\n\n${words}\n`);
      const [line = ""] = (await proseComplaints(project)).filter((line) => line.includes("src/page.md"));
      return line.replace(/^words: src\/page\.md:\d+: /, "");
    };
    expect(await said("There are 2.5 actors an initiative.")).toMatch(
      /^“actors an initiative”: say “actors per initiative”/,
    );
    expect(await said("There are 3 a city.")).toMatch(/^“3 a city”: say “3 per city”/);
    expect(await said("Five budgets, one a dimension.")).toMatch(
      /^“one a dimension”: say “one per dimension”/,
    );
    expect(await said("Coverage of the median is 0.83.")).toMatch(
      /^“Coverage of the median”: say “what the median city has”/,
    );
    expect(await said("No levers are moved.")).toMatch(
      /^“No levers are moved”: say “You have not changed anything yet”/,
    );
    expect(await said("## What to mind")).toMatch(
      /^“What to mind”: say “Notes” \(a heading names what stands below it\)$/,
    );
    expect(await said("3 a citywide plan, and a dimension.")).toBe("");
  });

  it("finds words on two lines, beside the text of a page, and in the code of its cells", async () => {
    write(
      "src/page.md",
      [
        "---",
        "title: What to mind",
        'description: "How far is your city?"',
        "---",
        "",
        "# A page",
        "",
        "Well, no lever",
        "is moved.",
        "",
        "> Quoted, what it",
        "> stands on.",
        "",
        '<figure aria-label="What it stands on"><img src="a.svg" alt="Where marks live"></figure>',
        "",
        "![What to mind](a.svg)",
        "",
        "```js",
        'display("Well, levers need scripts");',
        "// levers need scripts",
        "```",
        "",
        "```js run=false",
        'display("levers need scripts");',
        "```",
        "",
      ].join("\n"),
    );
    const found = (await proseComplaints(project)).filter((line) => line.includes("src/page.md"));
    expect(found.map((line) => /^words: src\/page\.md:(\d+: “.*?”)/.exec(line)![1]).sort()).toEqual([
      "11: “what it stands on”",
      "14: “What it stands on”",
      "14: “Where marks live”",
      "16: “What to mind”",
      "19: “levers need scripts”",
      "2: “What to mind”",
      "3: “How far is your city”",
      "8: “no lever is moved”",
    ]);
    write("src/page.md", "# A page\n");
  });

  it("reads no word across two texts of code", async () => {
    write("src/two.ts", 'export const two = ["there is no lever", "is moved by nobody"];\n');
    expect((await proseComplaints(project)).filter((line) => line.includes("two.ts"))).toEqual([]);
  });

  it("finds none in this project", async () => {
    expect(await proseComplaints(projectFolder)).toEqual([]);
  });
});
