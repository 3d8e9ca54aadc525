import { describe, expect, it } from "vitest";
import { checkSiteContract } from "../../loaders/check-site-contract.js";
import type { Constraints, Schema } from "../../loaders/package.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import { siteContract } from "../../loaders/site-contract.js";
import { evidence } from "../support/evidence/real-evidence.js";

/** What is wrong with the evidence where the package says something else of one table. */
function problemsOf(name: string, change: (schema: Schema) => Partial<Schema>): string[] {
  const table = evidence.get(name)!;
  const schema = { ...table.resource.schema, ...change(table.resource.schema) };
  const changed = { ...table, resource: { ...table.resource, schema } };
  return checkSiteContract(new Map([...evidence, [name, changed]])).map(formatFault);
}

const constrained = (column: string, change: (given: Constraints) => Constraints) => (schema: Schema) => ({
  fields: schema.fields.map((field) =>
    field.name === column ? { ...field, constraints: change(field.constraints ?? {}) } : field,
  ),
});

describe("checkSiteContract(tables)", () => {
  it("accepts the package, and knows every table of it", () => {
    expect(checkSiteContract(evidence)).toEqual([]);
    expect(Object.keys(siteContract)).toEqual([...evidence.keys()]);
  });

  it.each([
    ["assumptions", "distribution", "normal"],
    ["city_policies", "policy_level", "regional"],
    ["practices", "kind", "idea"],
    ["practice_criteria", "stated", "perhaps"],
    ["recommendations", "audience", "any"],
    ["initiatives", "dimension", "digital"],
    ["funding", "per", "week"],
    ["cities", "region", "Antarctica"],
  ])("names a word of the package that the site has none for: %s, %s, %s", (table, column, word) => {
    const more = constrained(column, (given) => ({ ...given, enum: [...given.enum!, word] }));
    expect(problemsOf(table, more)).toEqual([
      expect.stringMatching(
        `^datapackage\\.json, ${table}\\.${column}\\.constraints\\.enum "${word}": has no words on the site, which knows .* → remove it, or teach it to the site`,
      ),
    ]);
  });

  it("names the rows with such a word where the package allows any", () => {
    const table = evidence.get("practices")!;
    const fields = table.resource.schema.fields.map(({ constraints, ...field }) =>
      field.name === "kind" ? { ...field, constraints: { required: true } } : { ...field, constraints },
    );
    const rows = table.rows.map((row, index) => (index === 1 ? { ...row, kind: "idea" } : row));
    const schema = { ...table.resource.schema, fields: fields as Schema["fields"] };
    const changed = { ...table, rows, resource: { ...table.resource, schema } };
    expect(checkSiteContract(new Map([...evidence, ["practices", changed]])).map(formatFault)).toEqual([
      'practices, row 3, kind "idea": has no words on the site, which knows good, promising, example, resource, partner-action → choose one of them',
    ]);
  });

  it.each([
    ["practices", "kind"],
    ["cities", "name"],
    ["recommendations", "theme"],
    ["sources", "short_name"],
  ])("asks for a column that must be filled: %s, %s", (table, column) => {
    expect(
      problemsOf(
        table,
        constrained(column, (given) => ({ ...given, required: false })),
      ),
    ).toEqual([
      `datapackage.json, ${table}.${column}.constraints.required: must be true: pages and the model need the column in every row → write true, and fill the cells`,
    ]);
  });

  it("asks for a column that is gone, and for the keys by which pages find rows", () => {
    const gone = problemsOf("practices", ({ fields }) => ({
      fields: fields.filter(({ name }) => name !== "summary"),
    }));
    expect(gone).toEqual([
      "datapackage.json, practices.summary: must be described: pages and the model need it → describe it",
    ]);
    expect(problemsOf("cities", () => ({ primaryKey: ["city_id", "source_id"] }))).toEqual([
      'datapackage.json, cities.primaryKey "city_id, source_id": must be city_id: pages and the model find rows by it → write ["city_id"]',
    ]);
  });

  it.each([
    ["practices", "city_id", "cities"],
    ["funding", "practice_id", "practices"],
    ["recommendation_dimensions", "recommendation_id", "recommendations"],
    ["cities", "source_id", "sources"],
  ])("asks for the key from %s, %s to %s", (table, column, home) => {
    const without = ({ foreignKeys = [] }: Schema) => ({
      foreignKeys: foreignKeys.filter(({ fields }) => String(fields) !== column),
    });
    expect(problemsOf(table, without)).toEqual([
      `datapackage.json, ${table}.foreignKeys: must have a key from ${column} to ${home}: pages and the model look there → add it`,
    ]);
  });
});
