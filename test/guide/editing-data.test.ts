import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkAssertions } from "../../loaders/assertions.js";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { dataFolder } from "../../loaders/package.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { guidePart, guideRows, type GuideRows } from "../support/site/guide-rows.js";

/** What the guide says that the check prints. */
const printed = (heading: string): string[][] =>
  [...guidePart(heading).matchAll(/^```check\n([^`]*)```/gm)].map(([, lines]) => lines!.trim().split("\n"));

/** A copy of the evidence for a reader of the guide to edit. */
function copyOfEvidence(): string {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-guide-"));
  cpSync(dataFolder, folder, { recursive: true });
  return folder;
}

const add = (folder: string, { table, rows }: Pick<GuideRows, "table" | "rows">) =>
  appendFileSync(join(folder, `${table}.csv`), rows);

function problems(folder: string): string[] {
  const { tables, unsound, problems } = checkEvidence(folder);
  return [...problems, ...checkAssertions(tables, unsound)].map(formatFault);
}

const citiesOf = (folder: string) => {
  const { tables } = checkEvidence(folder);
  return readCityContexts((table) => tables.get(table)!.rows);
};

const edit = (folder: string, file: string, change: (text: string) => string) => {
  const before = readFileSync(join(folder, file), "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
};

describe("the guide's examples of rows", () => {
  it.each(["A newer count", "A city more"])("name their columns as the tables do: %s", (heading) => {
    for (const { table, head } of guideRows(heading))
      expect(head, table).toBe(readFileSync(join(dataFolder, `${table}.csv`), "utf8").split(/\r?\n/)[0]);
  });
});

describe("the guide's newer count", () => {
  const steps = guideRows("A newer count");

  it("gives a row of each kind in the order in which they are added", () => {
    expect(steps.map(({ table, rows }) => [table, rows.trim().split("\n").length])).toEqual([
      ["rounds", 1],
      ["initiatives", 5],
      ["partnerships", 4],
      ["interviews", 1],
      ["interviewees", 5],
    ]);
  });

  it("passes the check after every step, and is what pages show of the city", () => {
    const folder = copyOfEvidence();
    for (const step of steps) {
      add(folder, step);
      expect(problems(folder), step.table).toEqual([]);
    }
    const lisbon = citiesOf(folder).find(({ id }) => id === "lisbon")!;
    expect(lisbon).toMatchObject({
      countedIn: 2024,
      initiatives: { social: 14, cultural: 9, legal: 8, political: 3, economic: 6 },
      partnerships: { "public-private": 2, "third-private": 4, "third-public": 7, other: 3 },
    });
  });

  it("carries over the counts that the example says were not made again, both as they were", () => {
    const { rows } = checkEvidence(dataFolder).tables.get("initiatives")!;
    const carried = steps[1]!.rows
      .trim()
      .split("\n")
      .filter((line) => line.includes(",e,"));
    expect(carried).toHaveLength(1);
    const [city_id, dimension, , actors, initiatives, source_id] = carried[0]!.split(",");
    const older = rows.find((row) => row["city_id"] === city_id && row["dimension"] === dimension)!;
    expect({ actors: Number(actors), initiatives: Number(initiatives), source_id }).toEqual({
      actors: older["actors"],
      initiatives: older["initiatives"],
      source_id: older["source_id"],
    });
  });

  it("says of half a round that it is refused, and it is", () => {
    const folder = copyOfEvidence();
    add(folder, steps[0]!);
    const [first] = steps[1]!.rows.split("\n");
    add(folder, { table: "initiatives", rows: `${first}\n` });
    expect(problems(folder)).toEqual([
      expect.stringMatching(/needs lisbon in this round also for cultural, legal, political, economic/),
    ]);
  });
});

describe("the guide's city more", () => {
  const heading = "A city more";

  it("needs what the check names, is told the last row by it, and passes", () => {
    const folder = copyOfEvidence();
    const [atFirst, atLast] = printed(heading);
    edit(folder, "cities.csv", (text) => text.replace(/^(toronto,.*?),false,/m, "$1,true,"));
    expect(problems(folder)).toEqual(atFirst);
    const steps = guideRows(heading);
    expect(steps.map(({ table }) => table)).toEqual([
      "rounds",
      "initiatives",
      "partnerships",
      "assumptions",
      "assumptions",
    ]);
    for (const step of steps.slice(0, -1)) add(folder, step);
    expect(problems(folder)).toEqual(atLast);
    add(folder, steps.at(-1)!);
    expect(problems(folder)).toEqual([]);
    const mapped = citiesOf(folder).filter(({ initiatives }) => initiatives !== null);
    expect(mapped).toHaveLength(9);
    expect(mapped.at(-1)).toMatchObject({ name: "Toronto", countedIn: 2025 });
  });
});

describe("a table that a spreadsheet saved", () => {
  it("is read with a byte-order mark, line ends of Windows, quotes everywhere and TRUE in capitals", () => {
    const folder = copyOfEvidence();
    edit(
      folder,
      "cities.csv",
      (text) =>
        `\uFEFF${text.replaceAll(/,(true|false),/g, (word) => word.toUpperCase()).replaceAll("\n", "\r\n")}`,
    );
    edit(folder, "rounds.csv", (text) => text.replaceAll(/^([\w-]+),/gm, '"$1",'));
    expect(problems(folder)).toEqual([]);
    expect(citiesOf(folder)).toEqual(citiesOf(dataFolder));
  });

  it.each([
    ["semicolons", (text: string) => text.replaceAll(",", ";"), /must separate cells by commas/],
    [
      "a comma in decimals",
      (text: string) => text.replace(/,-36\.85,/, ',"-36,85",'),
      /must be a plain number/,
    ],
    [
      "a row of empty cells",
      (text: string) => `${text}${",".repeat(15)}\n`,
      /must not be a row of empty cells/,
    ],
    ["thousands", (text: string) => text.replace(/,-36\.85,/, ',"1,250",'), /must be a plain number/],
    ["an exponent", (text: string) => text.replace(/,-36\.85,/, ",1.2E+01,"), /must be a plain number/],
  ])("is refused with %s, and told what to do", (_what, change, rule) => {
    const folder = copyOfEvidence();
    edit(folder, "cities.csv", change);
    const found = problems(folder).filter((line) => rule.test(line));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^cities, row \d+.* → /);
  });

  it("is refused in the letters of another system", () => {
    const folder = copyOfEvidence();
    const file = join(folder, "cities.csv");
    writeFileSync(file, Buffer.from(readFileSync(file, "utf8"), "latin1"));
    expect(problems(folder)[0]).toMatch(/^cities, row \d+ .*must be UTF-8, and byte \d+ of the file is not/);
  });
});
