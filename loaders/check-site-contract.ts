import type { Field } from "./package.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";
import { idColumns } from "./reserved-ids.js";
import { filledWhereDescribed, siteContract, type TableNeeds } from "./site-contract.js";

/**
 * Checks that the package promises what pages and the model rely on: the keys by which rows are found, columns filled
 * in every row, keys to the tables that ids are of, and no words but those that the site knows.
 * @param tables by name; those that are not there are passed over
 */
export function checkSiteContract(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  return [...tables.values()].flatMap((table) => {
    if (!Object.hasOwn(siteContract, table.name)) return [];
    const needs = siteContract[table.name]!;
    return [
      ...checkKey(table, needs),
      ...checkFilled(table, needs),
      ...checkReferences(table, tables),
      ...Object.entries(needs.words ?? {}).flatMap(([column, words]) => checkWords(table, column, words)),
    ];
  });
}

function checkKey({ name, resource }: Table, { key }: TableNeeds): EvidenceFault[] {
  const columns = key.split(" ");
  const given = resource.schema.primaryKey ?? [];
  if (given.join(" ") === key) return [];
  const rule = `must be ${columns.join(", ")}: pages and the model find rows by it`;
  return [fault(`${name}.primaryKey`, given.join(", "), rule, `write ${JSON.stringify(columns)}`)];
}

function checkFilled({ name, resource }: Table, { filled = "" }: TableNeeds): EvidenceFault[] {
  const fields = new Map(resource.schema.fields.map((field) => [field.name, field]));
  const shown = (filledWhereDescribed[name] ?? "").split(" ").filter((column) => fields.has(column));
  return [...filled.split(" "), ...shown].filter(Boolean).flatMap((column) => {
    const field = fields.get(column);
    if (!field)
      return fault(
        `${name}.${column}`,
        null,
        "must be described: pages and the model need it",
        "describe it",
      );
    if (field.constraints?.required) return [];
    const rule = "must be true: pages and the model need the column in every row";
    return fault(`${name}.${column}.constraints.required`, null, rule, "write true, and fill the cells");
  });
}

/** Columns that name a row of another table, by that table; where a table has one, what it names must be there. */
const referring: readonly (readonly [home: string, key: string, column: string])[] = [
  ...Object.entries(idColumns).map(([home, key]) => [home, key, key] as const),
  ["rounds", "round_id", "round"],
];

function checkReferences({ name, resource }: Table, tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const { fields, foreignKeys = [] } = resource.schema;
  return referring.flatMap(([home, key, column]) => {
    if (home === name || !tables.has(home) || !fields.some((field) => field.name === column)) return [];
    const refers = foreignKeys.some(
      (reference) =>
        String(reference.fields) === column &&
        reference.reference.resource === home &&
        String(reference.reference.fields) === key,
    );
    const rule = `must have a key from ${column} to ${home}: pages and the model look there`;
    return refers ? [] : [fault(`${name}.foreignKeys`, null, rule, "add it")];
  });
}

/** The words that the package allows; where it allows any, those that stand in the rows. */
function checkWords(table: Table, column: string, words: readonly string[]): EvidenceFault[] {
  const { name, resource, rows, lines } = table;
  const field: Field | undefined = resource.schema.fields.find((candidate) => candidate.name === column);
  const rule = `has no words on the site, which knows ${words.join(", ")}`;
  const allowed = field?.constraints?.enum;
  if (allowed)
    return allowed
      .filter((word) => !words.includes(word))
      .map((word) =>
        fault(
          `${name}.${column}.constraints.enum`,
          word,
          rule,
          "remove it, or teach it to the site: loaders/site-contract.ts names the list",
        ),
      );
  return rows.flatMap((row, index) => {
    const value = row[column] ?? null;
    if (value === null || words.includes(String(value))) return [];
    return evidenceFault(
      { table: name, row: lines[index]!, field: column, value: String(value) },
      rule,
      "choose one of them",
    );
  });
}

function fault(field: string, value: string | null, rule: string, mend: string): EvidenceFault {
  return evidenceFault({ table: "datapackage.json", field, value }, rule, mend);
}
