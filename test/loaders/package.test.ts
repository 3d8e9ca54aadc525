import { describe, expect, it } from "vitest";
import { EvidenceError } from "../../loaders/evidence-fault.js";
import { dataFolder, readPackage, resource } from "../../loaders/package.js";
import { replacing, smallEvidence } from "../support/evidence/small-evidence.js";

const refusal = (change: string | null | ((text: string) => string)): string => {
  const folder = smallEvidence({ "datapackage.json": change });
  try {
    readPackage(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(EvidenceError);
    return (error as Error).message;
  }
  return "";
};

const edited = (edit: (pkg: ReturnType<typeof JSON.parse>) => void) => (text: string) => {
  const pkg = JSON.parse(text);
  edit(pkg);
  return JSON.stringify(pkg);
};

describe("readPackage(folder)", () => {
  it("describes every table", () => {
    const pkg = readPackage(smallEvidence());
    expect(pkg.resources.map(({ name }) => name)).toEqual(["sources", "towns", "counts", "discrepancies"]);
    expect(resource(pkg, "towns").schema.fields[3]).toMatchObject({ name: "population", unit: "persons" });
  });

  it("accepts the package of this project, which a byte order mark does not break", () => {
    expect(readPackage(dataFolder).name).toBe("arrivals");
    expect(refusal((text) => `\uFEFF${text}`)).toBe("");
  });

  it("says that the file is missing, or where it is no JSON", () => {
    expect(refusal(null)).toMatch(
      /datapackage\.json: has no file → put datapackage\.json into the data folder/,
    );
    expect(refusal(replacing('"name": "small",', '"name": "small"'))).toMatch(/must be JSON \(.*line 3/);
    expect(refusal("[]")).toMatch(/must be a JSON object/);
    expect(refusal("{}")).toMatch(/resources: must list at least one table/);
  });

  it("refuses a table without fields", () => {
    expect(refusal(edited((pkg) => delete pkg.resources[2].schema))).toMatch(
      /counts\.schema\.fields: must list/,
    );
    expect(refusal(edited((pkg) => (pkg.resources[2].schema.fields = [])))).toMatch(/counts\.schema\.fields/);
  });

  it("refuses what the checks would skip: unknown types, constraints, keys and broken patterns", () => {
    const message = refusal(
      edited((pkg) => {
        const fields = pkg.resources[1].schema.fields;
        fields[0].constraints.pattern = "(";
        fields[1].constraints.unique = true;
        fields[3].type = "date";
        fields[4].flagColumn = "flags";
        pkg.resources[1].schema.primaryKey = ["id"];
        pkg.resources[2].schema.foreignKeys[0].reference.resource = "cities";
        pkg.resources[3].path = "../secret.csv";
      }),
    );
    expect(message.split("\n").slice(1)).toEqual([
      expect.stringContaining('towns.town_id.constraints.pattern "(": must be a regular expression'),
      expect.stringContaining("towns.name.constraints.unique"),
      expect.stringContaining('towns.population.type "date"'),
      expect.stringContaining('towns.growth_pct.flagColumn "flags"'),
      expect.stringContaining('discrepancies.path "../secret.csv": must be the name of a CSV'),
      expect.stringContaining('towns.primaryKey "id": must be a field of towns'),
      expect.stringContaining('counts.foreignKeys[0] "cities": must be a table of the package'),
    ]);
  });
});

describe("resource(pkg, name)", () => {
  it("names the tables there are when it has no such table", () => {
    expect(() => resource(readPackage(smallEvidence()), "cities")).toThrow(
      'There is no table "cities". There are: sources, towns, counts, discrepancies.',
    );
  });
});
