import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../loaders/site/paths.js";
import { copiedRuns, runsOf } from "./support/site/copied-words.js";
import { evidence } from "./support/evidence/real-evidence.js";

const sources = join(projectFolder, "..", "shared", "sources");
const documents = existsSync(sources)
  ? readdirSync(sources)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(sources, name), "utf8"))
  : [];

/** Every file of the project that is or would be under version control, with its text; none without git. */
const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: projectFolder,
  encoding: "utf8",
});
const files = (listed.status === 0 ? listed.stdout.split("\0") : [])
  .filter((name) => name && existsSync(join(projectFolder, name)))
  .map((name) => ({ name, text: readFileSync(join(projectFolder, name), "utf8") }))
  .filter(({ text }) => !text.includes("\0"));

/** Longest run of words that may be the same as in a document. */
const allowed = 11;

describe("copiedRuns(text, runs, length)", () => {
  const document =
    "Cities that welcome newcomers early save money later; a wel-\ncome desk costs little, they’ve found.";
  const runs = runsOf([document], 5);

  it("finds a run of words whatever stands between them", () => {
    expect(copiedRuns("x WELCOME, newcomers “early”\nsave money y", runs, 5)).toEqual([
      "welcome newcomers early save money",
    ]);
  });

  it("finds a word that the document breaks at the end of a line", () => {
    expect(copiedRuns("later a welcome desk costs", runs, 5)).toEqual(["later a welcome desk costs"]);
  });

  it("finds nothing in shorter runs", () => {
    expect(
      copiedRuns("newcomers early save money soon; they've found that a desk costs little", runs, 5),
    ).toEqual([]);
  });
});

describe.skipIf(documents.length === 0 || files.length === 0)("words of the source documents", () => {
  it("stand in no file in runs of twelve or more, names and titles as printed aside", () => {
    const runs = runsOf(documents, allowed + 1);
    expect(runs.size).toBeGreaterThan(10_000);
    const names = [...evidence.values()].flatMap(({ rows }) =>
      rows.flatMap((row) => [row.name, row.title, row.url].filter((cell) => typeof cell === "string")),
    );
    for (const name of runsOf(names, allowed + 1)) runs.delete(name);
    const found = files.flatMap(({ name, text }) =>
      copiedRuns(text, runs, allowed + 1).map((run) => `${name}: ${run}`),
    );
    expect(found).toEqual([]);
  });
});

/** Longest run of words that a text of the register may share with a document, names as printed aside. */
const allowedInRegister = 7;

describe.skipIf(documents.length === 0)("the register of practices", () => {
  it.each(["practices", "practice_dimensions", "practice_criteria", "practice_partners"])(
    "tells %s in words of its own: no run of eight as in a document",
    (table) => {
      const runs = runsOf(documents, allowedInRegister + 1);
      const { rows } = evidence.get(table)!;
      const found = rows.flatMap((row) =>
        ["summary", "funded_by", "evaluation", "note"].flatMap((column) =>
          copiedRuns(String(row[column] ?? ""), runs, allowedInRegister + 1).map(
            (run) => `${String(row.practice_id)}, ${column}: ${run}`,
          ),
        ),
      );
      expect(found).toEqual([]);
    },
  );
});

/** What belongs to one machine or one network. Letters in brackets keep a pattern from finding itself. */
const local: Record<string, RegExp> = {
  "a host of packages":
    /registry\.[n]pmjs|[n]pmmirror|registry\.[y]arnpkg|[a]rtifactory|[v]erdaccio|[j]frog|[p]ypi\.org/i,
  "a host of a private network":
    /https?:\/\/(10\.\d|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|[\w.-]+\.(internal|intranet|corp|lan)\b)/i,
  "a folder of a user or a machine":
    /(?<![\w.~)\]}-])\/(home|Users|root|work|mnt|media|workspace)\/[\w.]|[A-Z]:\\\\?Users/,
  "a temporary folder of someone's": /(?<![\w.])\/(private\/)?tmp\/(?!arrivals|x\b)\w/,
  "a key": /-----BEGIN [\w ]*PRIVATE KEY|\b(ghp|npm|github_pat)_[A-Za-z0-9]{20}|\bAKIA[A-Z0-9]{16}\b/,
};

describe.skipIf(files.length === 0)("files of the project", () => {
  it.each(Object.entries(local))("name nowhere %s", (_, pattern) => {
    const found = files.flatMap(({ name, text }) =>
      text.split("\n").flatMap((line, i) => {
        const [match] = pattern.exec(line) ?? [];
        return match ? [`${name}:${i + 1}: ${match}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["a host of packages", "https://registry.npm" + "js.org/x"],
    ["a host of a private network", "http://10" + ".1.2.3/"],
    ["a host of a private network", "https://pkg.build" + ".internal"],
    ["a folder of a user or a machine", "cd /ho" + "me/ada/arrivals"],
    ["a folder of a user or a machine", "C:\\Us" + "ers\\ada"],
    ["a temporary folder of someone's", "/tm" + "p/build-1"],
  ])("the pattern of %s finds %s", (what, text) => {
    expect(text).toMatch(local[what]!);
  });
});
