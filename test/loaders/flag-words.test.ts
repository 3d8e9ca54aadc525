import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPackage } from "../../loaders/package.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { flagMeanings } from "../../src/components/format.js";
import { evidence } from "../support/evidence/real-evidence.js";

const fileOf = (path: string) => readFileSync(join(projectFolder, path), "utf8").replace(/\s+/g, " ");
const said = Object.entries(flagMeanings).map(([letter, meaning]) => `${letter} ${meaning}`);

describe("what the letters of flags mean", () => {
  it("is said in the same words on pages, in the dictionary and in the archive", () => {
    const flags = readPackage().resources.flatMap(({ name, schema }) =>
      schema.fields
        .filter((field) => field.name === "flag")
        .map(({ description }) => ({ name, description })),
    );
    expect(flags.length).toBeGreaterThan(10);
    for (const { name, description } of flags)
      for (const words of said) expect(description, name).toContain(words);
    const archive = fileOf("loaders/zip.ts");
    for (const words of said) expect(archive).toContain(words);
  });

  it("is said by the guide", () => {
    const guide = fileOf("src/guide/reading.md");
    for (const [letter, meaning] of Object.entries(flagMeanings))
      expect(guide).toContain(`| ${letter} | ${meaning}`);
  });
});

describe("the years of statistics", () => {
  it("that are not stated carry flag n and a note, which says that another stands in", () => {
    const undated = evidence.get("statistics")!.rows.filter((row) => row.year_stated === false);
    expect(undated.length).toBeGreaterThan(100);
    for (const { place, flag, note } of undated) {
      expect(flag, String(place)).toContain("n");
      expect(note, String(place)).toMatch(/year|dates?|end |stands in/i);
    }
  });
});
