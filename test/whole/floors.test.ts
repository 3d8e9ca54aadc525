import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";

/** The project's own rules, without those that want a file to be part of the program: the files here are made up. */
const eslint = new ESLint({
  cwd: projectFolder,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** Rules that a module would break at a path of the project, with the line of each. */
async function broken(path: string, lines: string[]): Promise<[line: number, rule: string | null][]> {
  const [{ messages }] = (await eslint.lintText(lines.join("\n"), {
    filePath: join(projectFolder, path),
  })) as [ESLint.LintResult];
  return messages
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ line, ruleId }) => [line - 1, ruleId]);
}

const floors = JSON.parse(
  readFileSync(join(projectFolder, "loaders/house/floors.json"), "utf8"),
) as string[][];
const rooms = floors.flatMap((names, floor) => names.map((name) => ({ name, floor })));

/** Ways to name another module, and the rule that sees each. */
const ways: [what: string, rule: string, line: (address: string, i: number) => string][] = [
  ["an import", "no-restricted-imports", (address) => `import "${address}";`],
  [
    "an import of types",
    "no-restricted-imports",
    (address, i) => `import type { A as A${i} } from "${address}";`,
  ],
  ["a re-export", "no-restricted-imports", (address) => `export * from "${address}";`],
  ["a late import", "no-restricted-syntax", (address) => `void import("${address}");`],
  [
    "a type named in passing",
    "no-restricted-syntax",
    (address, i) => `export type A${i} = import("${address}").A;`,
  ],
];

describe.each(ways)("%s", (_, rule, line) => {
  it.each(rooms)("of src/$name leads down, never up or across", async ({ name, floor }) => {
    const others = rooms.filter((room) => room.name !== name);
    const barred = others.flatMap((other, i) => (other.floor < floor ? [] : [[i, rule]]));
    const near = others.map((other, i) => line(`../${other.name}/made.js`, i));
    expect(await broken(`src/${name}/made.ts`, near)).toEqual(barred);
    const deep = others.map((other, i) => line(`../../${other.name}/made.js`, i));
    expect(await broken(`src/${name}/deep/made.ts`, deep)).toEqual(barred);
  });

  it("of a page's module leads to no loader, and to whatever stands beside it", async () => {
    const addresses = ["../../loaders/csv.js", "./live.js", "../model/gini.js"];
    expect(await broken("src/start/made.ts", addresses.map(line))).toEqual([[0, rule]]);
  });
});

describe("the complexity of a function", () => {
  const withBranches = (count: number) => [
    "export function made(n: number): number {",
    ...Array.from({ length: count }, () => "  if (n > 1) n--;"),
    "  return n;",
    "}",
  ];

  it("may be 15", async () => {
    expect(await broken("src/model/made.ts", withBranches(14))).toEqual([]);
  });

  it("may not be 16", async () => {
    expect(await broken("src/model/made.ts", withBranches(15))).toEqual([[0, "complexity"]]);
  });
});

describe("the floors", () => {
  it("hold every room of src that has modules of its own", () => {
    const src = join(projectFolder, "src");
    const found = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .filter((name) =>
        readdirSync(join(src, name), { recursive: true, encoding: "utf8" }).some((file) =>
          /^[^.]+\.ts$/.test(file),
        ),
      );
    expect(rooms.map(({ name }) => name).sort()).toEqual(found.sort());
  });

  it("are drawn in CONTRIBUTING as the rules have them", () => {
    const text = readFileSync(join(projectFolder, "CONTRIBUTING.md"), "utf8");
    const drawing = /```text floors\n([^`]*)```/.exec(text)?.[1] ?? "";
    const drawn = drawing
      .trimEnd()
      .split("\n")
      .map((line) => line.split("│")[0]!.trim().split(/\s+/));
    expect(drawn.reverse()).toEqual(floors);
  });
});
