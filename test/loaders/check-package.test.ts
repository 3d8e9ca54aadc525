import { describe, expect, it } from "vitest";
import { checkPackage } from "../../loaders/check-package.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import { dataFolder, readPackage } from "../../loaders/package.js";
import { problemsOf, replacing, smallEvidence } from "../support/evidence/small-evidence.js";

type Package = ReturnType<typeof JSON.parse>;

/** The problems of the small package with an edit. */
function refused(edit: (pkg: Package) => unknown): string[] {
  const pkg: Package = structuredClone(readPackage(smallEvidence()));
  edit(pkg);
  return checkPackage(pkg).map((problem) => formatFault(problem).replace(/^datapackage\.json(, |: )/, ""));
}

const towns = (pkg: Package) => pkg.resources[1];
const field = (pkg: Package, name: string) =>
  towns(pkg).schema.fields.find((candidate: { name: string }) => candidate.name === name);

describe("readPackage(folder), of its bytes and names", () => {
  it("refuses bytes that are not UTF-8, and UTF-16, and says where", () => {
    const latin1 = (text: string) => Buffer.from(text.replace("Invented towns.", "Städte."), "latin1");
    const folder = smallEvidence({ "datapackage.json": (text) => text });
    expect(() => readPackage(folder)).not.toThrow();
    const text = JSON.stringify(readPackage(folder), null, 1);
    expect(problemsOf({ "datapackage.json": latin1(text) })).toEqual([
      expect.stringMatching(
        /^datapackage\.json, row \d+ ".*Städte.*": must be UTF-8, and byte \d+ of the file is not/,
      ),
    ]);
    expect(problemsOf({ "datapackage.json": Buffer.from(text, "utf16le") })).toEqual([
      expect.stringMatching(/looks like UTF-16 .* → save the file as UTF-8$/),
    ]);
  });

  it("refuses every name that stands twice in one object, with its lines, and goes on to other faults", () => {
    const change = (text: string) =>
      text
        .replace('"name": "small",', '"name": "small",\n"name": "other",')
        .replace('"format": "uri"', '"format": "uri", "title": "Again"')
        .replace('"minimum": -100', '"minimum": -100, "minimum": 0, "unique": true');
    expect(problemsOf({ "datapackage.json": change })).toEqual([
      "datapackage.json, name: stands on lines 2 and 3 in one object → remove one of the two",
      "datapackage.json, resources[0].schema.fields[2].title: stands on lines 27 and 29 in one object → remove one of the two",
      expect.stringMatching(/resources\[1\]\.schema\.fields\[4\]\.constraints\.minimum: stands on lines/),
      expect.stringContaining("towns.growth_pct.constraints.unique"),
    ]);
    expect(
      problemsOf({ "datapackage.json": replacing('"unit": "persons"', '"__proto__": {}, "__proto__": 1') }),
    ).toEqual([
      expect.stringContaining("__proto__: stands on lines"),
      expect.stringContaining("towns.population.__proto__"),
    ]);
  });

  it("says the line where it is no JSON, with comments and last commas too", () => {
    for (const wrong of ["// no", "/* no */", "{,}", "'a'", "[1,]"])
      expect(
        problemsOf({ "datapackage.json": replacing('"title": "Small evidence",', `"title":\n${wrong},`) }),
      ).toEqual([
        expect.stringMatching(/^datapackage\.json: must be JSON \(.*, line [45]\) → mend the comma/),
      ]);
    expect(problemsOf({ "datapackage.json": "[".repeat(200_000) })).toHaveLength(1);
    expect(problemsOf({ "datapackage.json": "[".repeat(200_000) + "]".repeat(200_000) })).toEqual([
      expect.stringMatching(/must not nest hundreds of brackets/),
    ]);
  });
});

describe("checkPackage(description)", () => {
  it("accepts the package of this project and the small one", () => {
    expect(checkPackage(readPackage(dataFolder))).toEqual([]);
    expect(refused(() => null)).toEqual([]);
  });

  it.each([
    "Towns",
    "to/wns",
    'to"wns',
    "to,wns",
    "to wns",
    "__proto__",
    "to-wns",
    "1towns",
    "tøwns",
    "t".repeat(61),
  ])("refuses %j as the name of a table or a field", (name) => {
    const rule =
      /\.name ".*: must be small letters, digits and _, beginning with a letter, 60 characters at most/;
    expect(refused((pkg) => (towns(pkg).name = name)).join("\n")).toMatch(rule);
    expect(refused((pkg) => (field(pkg, "name").name = name)).join("\n")).toMatch(rule);
  });

  it.each(["constructor", "prototype", "con", "nul", "com1"])("refuses %j, which computers keep", (name) => {
    const rule = new RegExp(`\\.name "${name}": is a name that computers keep for themselves → rename it`);
    expect(refused((pkg) => (towns(pkg).name = name)).join("\n")).toMatch(rule);
    expect(refused((pkg) => (field(pkg, "name").name = name)).join("\n")).toMatch(rule);
  });

  it.each(["order", "select", "arrivals", "figures", "datapackage"])("refuses a table called %s", (name) => {
    expect(refused((pkg) => (towns(pkg).name = name)).join("\n")).toMatch(
      new RegExp(`${name}\\.name: is taken by SQL or by another file of the site`),
    );
  });

  it("refuses two tables of one file, and files that a system cannot have", () => {
    expect(refused((pkg) => (towns(pkg).path = "sources.csv"))).toEqual([
      'towns.path "sources.csv": is the file of sources already → give each table a file of its own',
    ]);
    for (const path of ["con.csv", "-a.csv", "a/b.csv", "Towns.csv", "towns.tsv", ".csv", ["towns.csv"]])
      expect(refused((pkg) => (towns(pkg).path = path)).join("\n")).toMatch(/^towns\.path/);
  });

  it("refuses a table whose rows do not name document and place", () => {
    const drop = (name: string) => (pkg: Package) =>
      (pkg.resources[2].schema.fields = pkg.resources[2].schema.fields.filter(
        (one: { name: string }) => one.name !== name,
      ));
    expect(refused(drop("locator"))).toEqual([
      "counts.locator: must be a required field of type string: every row names its document and the place in it → describe it, and fill it in",
    ]);
    expect(refused(drop("source_id")).join("\n")).toMatch(/counts\.source_id: must be a required field/);
    expect(refused((pkg) => delete field(pkg, "locator").constraints)).toEqual([
      expect.stringMatching(/^towns\.locator: must be a required field.* → mend its type and constraints/),
    ]);
    expect(refused((pkg) => pkg.resources[2].schema.foreignKeys.pop())).toEqual([
      expect.stringMatching(/^counts\.foreignKeys: must have a key from source_id to sources/),
    ]);
  });

  it("refuses values of the wrong type, wherever they stand", () => {
    const found = refused((pkg) => {
      pkg.licenses = { name: "CC0-1.0" };
      towns(pkg).title = ["Towns"];
      towns(pkg).format = 7;
      towns(pkg).encoding = "latin1";
      field(pkg, "name").title = 5;
      field(pkg, "name").format = { uri: true };
      field(pkg, "population").unit = ["persons"];
      field(pkg, "population").flagColumn = ["flag"];
      field(pkg, "growth_pct").flagColumn = "population";
    });
    expect(found.map((line) => line.split(" ")[0])).toEqual([
      "licenses",
      "towns.title",
      "towns.format",
      "towns.encoding",
      "towns.name.title",
      "towns.name.format",
      "towns.population.unit",
      "towns.population.flagColumn",
      "towns.population.flagColumn",
      "towns.growth_pct.flagColumn",
    ]);
    expect(refused((pkg) => (pkg.licenses = [{ name: 1, path: "javascript:alert(1)" }, "CC0"]))).toHaveLength(
      3,
    );
  });

  it("refuses words that cannot be seen, in titles, units and allowed values", () => {
    const found = refused((pkg) => {
      pkg.title = "Small\u200b";
      field(pkg, "name").description = "\u202eName";
      field(pkg, "population").unit = "persons ";
      field(pkg, "region").constraints.enum = ["north", "sou\u00ADth"];
      delete field(pkg, "region").categories[1];
      field(pkg, "region").categories[1] = { value: "sou\u00ADth", label: "South" };
    });
    expect(found).toEqual([
      expect.stringMatching(/^title .*cannot be seen, as U\+200B is/),
      expect.stringMatching(/^towns\.name\.description .*reading direction/),
      expect.stringMatching(/^towns\.region\.constraints\.enum .*U\+00AD/),
      expect.stringMatching(/^towns\.region\.categories\[1\]\.value .*U\+00AD/),
      expect.stringMatching(/^towns\.population\.unit .*must not start or end with a space/),
    ]);
  });

  it("refuses a property it does not know, with the likely one", () => {
    const found = refused((pkg) => {
      pkg.contributor = [];
      towns(pkg).dialect = { delimiter: ";" };
      towns(pkg).schema.primaryKeys = ["name"];
      field(pkg, "name").constraint = { required: true };
      towns(pkg).schema.foreignKeys[0].referenc = {};
    });
    expect(found).toEqual([
      expect.stringMatching(/^contributor "\[\]": is no property of the package → rename it contributors$/),
      expect.stringMatching(/^towns\.dialect .*is no property of a table/),
      expect.stringMatching(/^towns\.schema\.primaryKeys .* → rename it primaryKey$/),
      expect.stringMatching(/^towns\.name\.constraint .* → rename it constraints$/),
      expect.stringMatching(
        /^towns\.foreignKeys\[0\]\.referenc .*is no property of a foreign key → rename it reference$/,
      ),
    ]);
  });

  it("refuses what a package says of itself that is no time, no list, or no address", () => {
    const found = refused((pkg) => {
      pkg.created = "2026-02-30T00:00:00Z";
      pkg.keywords = "migration";
      pkg.contributors = [{ title: "Town hall", roles: [] }];
      pkg.sources = [{ path: "GeoNames" }];
      pkg.licenses = [];
    });
    expect(found).toEqual([
      expect.stringMatching(/^created "2026-02-30T00:00:00Z": must be a time of the calendar/),
      expect.stringMatching(/^keywords "migration": must list words/),
      expect.stringMatching(/^licenses "\[\]": must list the terms of use/),
      expect.stringMatching(/^contributors\[0\]\.roles "\[\]": must list what the contributor did/),
      expect.stringMatching(/^sources\[0\]\.title: must be text/),
      expect.stringMatching(/^sources\[0\]\.path "GeoNames": must be an address/),
    ]);
    const sound = {
      created: "2026-11-29T08:30:00Z",
      keywords: ["migration"],
      contributors: [{ title: "Town hall", roles: ["compiler"] }],
      sources: [{ title: "GeoNames", path: "https://www.geonames.org/" }],
    };
    expect(refused((pkg) => Object.assign(pkg, sound))).toEqual([]);
  });

  it("refuses a code without a meaning, and a meaning without a code", () => {
    const meanings = (categories: unknown) =>
      refused((pkg) => (field(pkg, "region").categories = categories));
    expect(meanings(undefined)).toEqual([
      expect.stringMatching(
        /^towns\.region\.categories "north": must say what each allowed value means → add \{ "value": "north"/,
      ),
      expect.stringMatching(/^towns\.region\.categories "south": must say/),
    ]);
    expect(
      meanings([
        { value: "north", label: "North" },
        { value: "south", label: "" },
        { value: "west", label: "West" },
      ]),
    ).toEqual([
      expect.stringMatching(/^towns\.region\.categories\[1\]\.label "": must be text/),
      expect.stringMatching(/^towns\.region\.categories "west": is no allowed value/),
    ]);
    expect(refused((pkg) => (field(pkg, "name").categories = [{ value: "a", label: "A" }]))).toEqual([
      expect.stringMatching(/^towns\.name\.categories: must be left out where no list of values is allowed/),
    ]);
  });

  it("refuses constraints that contradict each other or say nothing of the type", () => {
    const found = refused((pkg) => {
      field(pkg, "name").constraints = { minLength: 5, maxLength: 4, minimum: 1 };
      field(pkg, "region").constraints = { enum: ["north", "south", "north"] };
      field(pkg, "population").constraints = { minimum: 5, maximum: 4, minLength: 1, pattern: "1" };
      field(pkg, "growth_pct").constraints = { minimum: "0", enum: ["1"] };
      field(pkg, "coastal").constraints = { maximum: 1 };
      field(pkg, "note").constraints = { minLength: -1, maxLength: 2.5, pattern: 7 };
    });
    expect(found).toEqual([
      expect.stringMatching(/^towns\.name\.constraints\.minimum "1": says nothing of the type string/),
      expect.stringMatching(
        /^towns\.name\.constraints\.minLength "5": must not be more than maxLength, which is 4/,
      ),
      expect.stringMatching(
        /^towns\.region\.constraints\.enum .*must list each text once, and has north twice/,
      ),
      expect.stringMatching(
        /^towns\.population\.constraints\.minLength "1": says nothing of the type integer/,
      ),
      expect.stringMatching(/^towns\.population\.constraints\.pattern "1": says nothing of the type integer/),
      expect.stringMatching(
        /^towns\.population\.constraints\.minimum "5": must not be more than maximum, which is 4/,
      ),
      expect.stringMatching(/^towns\.growth_pct\.constraints\.minimum "0": must be a number/),
      expect.stringMatching(/^towns\.growth_pct\.constraints\.enum .*says nothing of the type number/),
      expect.stringMatching(/^towns\.coastal\.constraints\.maximum "1": says nothing of the type boolean/),
      expect.stringMatching(
        /^towns\.note\.constraints\.minLength "-1": must be a whole number of characters/,
      ),
      expect.stringMatching(/^towns\.note\.constraints\.maxLength "2\.5": must be a whole number/),
      expect.stringMatching(
        /^towns\.note\.constraints\.pattern "7": must be a regular expression \(it is no text\)/,
      ),
    ]);
  });

  it("refuses odd missing values: not the empty text, a number, an answer, one twice", () => {
    const missing = (values: unknown) => refused((pkg) => (towns(pkg).schema.missingValues = values));
    expect(missing(["", "n/a", "–"])).toEqual([]);
    expect(missing(["NA"])).toEqual([expect.stringMatching(/must hold the empty text/)]);
    expect(missing(["", "0", "false", "", "-99"])).toHaveLength(4);
    expect(missing(["", " x", null])).toHaveLength(1);
  });

  it("refuses keys that name a field twice or compare values of two types", () => {
    expect(refused((pkg) => (towns(pkg).schema.primaryKey = ["town_id", "town_id"]))).toEqual([
      'towns.primaryKey "town_id": must stand once in a key → remove one of the two',
    ]);
    expect(
      refused((pkg) =>
        pkg.resources[2].schema.foreignKeys.push({
          fields: ["amount"],
          reference: { resource: "towns", fields: ["town_id"] },
        }),
      ),
    ).toEqual([
      'counts.foreignKeys[2].fields "amount": is of type integer, and town_id of towns of type string → give both the same type',
    ]);
  });

  it.each([
    null,
    7,
    "x",
    [],
    [null],
    { resources: [null, 7, [], { schema: 7 }, { schema: { fields: [null, 1, {}] } }] },
  ])("takes anything and says what is wrong: %j", (description) => {
    const found = checkPackage(description);
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) expect(problem.mend).not.toBe("");
  });
});
