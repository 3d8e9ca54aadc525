import { judgedTables, type JudgedTable } from "../src/model/agreement.js";
import { arrivalGroups, policyLevels } from "../src/model/city-contexts.js";
import { criteria, dimensions, sectors, statedWords } from "../src/model/names.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/** A table of judgements: which rows say what one coding is about, and which column holds it. */
interface Judged {
  column: string;
  /** Columns of a unit's key; several rows of one unit are a set of codes. */
  unit: readonly string[];
  /** The table whose every row is a unit, also where no code was found; left out where the table itself is. */
  of?: string;
  /** What a coding may hold besides none; of a set several. */
  codes: readonly string[];
  isSet?: true;
}

const order: readonly string[] = [...dimensions, "multidimensional"];
const ofDimensions = { column: "dimension", codes: order, isSet: true } as const;

const judged: Readonly<Record<JudgedTable, readonly Judged[]>> = {
  practice_dimensions: [{ ...ofDimensions, unit: ["practice_id"], of: "practices" }],
  recommendation_dimensions: [{ ...ofDimensions, unit: ["recommendation_id"], of: "recommendations" }],
  practice_criteria: [{ column: "stated", unit: ["practice_id", "criterion"], codes: statedWords }],
  practice_partners: [{ column: "sector", unit: ["practice_id", "partner"], codes: sectors }],
  city_policies: [
    { column: "policy_level", unit: ["city_id"], codes: policyLevels },
    { column: "arrivals", unit: ["city_id"], codes: arrivalGroups },
  ],
};

/** Words that a reason has at least. */
const fewestWords = 3;
const isReason = (note: Row[string]) => note !== null && String(note).split(/\s+/).length >= fewestWords;

/**
 * Checks that every judgement was made twice: what is judged has a coding by each reader, codings that differ are
 * settled with a reason, and the tables hold the code that both gave or that was settled. What both coded alike may be
 * settled otherwise, where a codebook made sharper since does not bear it out, and not once more the same.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkCodings(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const codings = tables.get("codings");
  if (!codings) return [];
  return [...checkCodes(codings, tables), ...checkJudgements(codings, tables)];
}

/** That each coding is of a column that is judged, of something that is there, and holds codes of its field. */
function checkCodes(codings: Table, tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  return codings.rows.flatMap((row, index) => {
    const columns = judged[String(row["table_name"]) as JudgedTable];
    // The data package says which tables there are.
    if (!columns) return [];
    const what = columns.find(({ column }) => column === row["column_name"]);
    const wrong = what ? (wrongKey(row, what, tables) ?? wrongValue(row, what)) : wrongColumn(row, columns);
    if (!wrong) return [];
    const { field, rule, mend } = wrong;
    const at = { table: codings.name, row: codings.lines[index]!, field, value: String(row[field]) };
    return [evidenceFault(at, rule, mend)];
  });
}

interface Wrong {
  field: "column_name" | "row_key" | "value";
  rule: string;
  mend: string;
}

const wrongColumn = (row: Row, columns: readonly Judged[]): Wrong => ({
  field: "column_name",
  rule: `is not judged in ${String(row["table_name"])}`,
  mend: `write ${columns.map(({ column }) => column).join(" or ")}`,
});

function wrongKey(row: Row, { unit, of }: Judged, tables: ReadonlyMap<string, Table>): Wrong | null {
  const [name, key] = [String(row["table_name"]), String(row["row_key"])];
  const isCriteria = name === "practice_criteria";
  // What neither reader found of a criterion may stand, though its table has no row of it.
  const table = tables.get(isCriteria ? "practices" : (of ?? name));
  if (!table) return null;
  const [practice = "", criterion = ""] = key.split("/");
  const isThere = isCriteria
    ? keysOf(table, ["practice_id"]).has(practice) && (criteria as readonly string[]).includes(criterion)
    : keysOf(table, unit).has(key);
  if (isThere) return null;
  return {
    field: "row_key",
    rule: `is of no row of ${of ?? name}`,
    mend: "mend the key, or remove the coding",
  };
}

function wrongValue(row: Row, { column, codes: known, isSet }: Judged): Wrong | null {
  const codes = String(row["value"]).split(" ");
  if (codes.join() === "none") return null;
  const areKnown = codes.every((code) => code !== "none" && known.includes(code));
  if (areKnown && new Set(codes).size === codes.length && (isSet || codes.length === 1)) return null;
  return {
    field: "value",
    rule: isSet ? `must be codes of ${column}, each once, or none` : `must be one code of ${column}, or none`,
    mend: `choose of ${[...new Set([...known, "none"])].join(", ")}`,
  };
}

const keys = new WeakMap<Table, ReadonlySet<string>>();

/** The keys of a table's rows, made once: a table is always asked for the same unit. */
function keysOf(table: Table, unit: readonly string[]): ReadonlySet<string> {
  const known = keys.get(table);
  if (known) return known;
  const found = new Set(table.rows.map((row) => unit.map((name) => String(row[name])).join("/")));
  keys.set(table, found);
  return found;
}

function checkJudgements(codings: Table, tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  return judgedTables.flatMap((name) => {
    const table = tables.get(name);
    if (!table) return [];
    return judged[name].flatMap((what) => {
      const all = what.of === undefined ? table : tables.get(what.of);
      return all ? checkJudged(codings, table, what, all) : [];
    });
  });
}

type Codings = Partial<Record<string, { value: string; note: Row[string]; line: number }>>;

/** @param all the table of which every row has to be coded */
function checkJudged(codings: Table, table: Table, { column, unit }: Judged, all: Table): EvidenceFault[] {
  const keyOf = (row: Row) => unit.map((name) => String(row[name])).join("/");
  const given = codingsOf(codings, table.name, column);
  const held = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const codes = held.get(keyOf(row)) ?? new Set();
    if (row[column] !== null) codes.add(String(row[column]));
    held.set(keyOf(row), codes);
  }
  const units = new Map(all.rows.map((row, index) => [keyOf(row), all.lines[index]!]));
  const faults: EvidenceFault[] = [];
  for (const [key, line] of units) {
    const of = given.get(key) ?? {};
    const missing = ["a", "b"].filter((reader) => of[reader] === undefined);
    if (missing.length > 0)
      faults.push(
        evidenceFault(
          { table: all.name, row: line, field: unit.join("/"), value: key },
          `must be coded by two readers for ${table.name}, and is not by ${missing.join(" and ")}`,
          `add a row to codings: table_name ${table.name}, row_key ${key}, column_name ${column}, and the code of each`,
        ),
      );
  }
  for (const [key, of] of given) {
    const codes = textOf(held.get(key) ?? new Set());
    faults.push(...checkCoding(codings, key, of, codes, table.name, units.has(key) || codes !== "none"));
  }
  return faults;
}

function checkCoding(
  codings: Table,
  key: string,
  { a, b, settled }: Codings,
  held: string,
  table: string,
  known: boolean,
): EvidenceFault[] {
  const fault = (line: number, value: string, rule: string, mend: string) =>
    evidenceFault({ table: codings.name, row: line, field: "value", value }, rule, mend);
  if (!a || !b) {
    const any = a ?? b ?? settled!;
    if (known) return [];
    return [fault(any.line, any.value, `is of no row of ${table} (${key})`, "mend the key, or remove it")];
  }
  const agreed = sameCodes(a.value, b.value);
  if (settled && agreed && sameCodes(settled.value, a.value))
    return [fault(settled.line, settled.value, "settles what both readers coded alike", "remove the row")];
  if (!agreed && !settled)
    return [
      fault(
        b.line,
        b.value,
        `differs from the first reader's ${a.value}, and nothing says what stands`,
        "add a row with the coder settled, the code that stands, and the reason in its note",
      ),
    ];
  if (settled && !isReason(settled.note))
    return [
      fault(settled.line, settled.value, "must say why it stands", "write the reason in the note, in words"),
    ];
  const last = settled ?? a;
  const stands = inOrder(last.value);
  return stands === held
    ? []
    : [
        fault(
          last.line,
          stands,
          `must be what ${table} holds for ${key}, which is ${held}`,
          `write it in ${table}, or settle the coding otherwise`,
        ),
      ];
}

function codingsOf({ rows, lines }: Table, table: string, column: string): Map<string, Codings> {
  const found = new Map<string, Codings>();
  rows.forEach((row, index) => {
    if (row["table_name"] !== table || row["column_name"] !== column) return;
    const key = String(row["row_key"]);
    const of = found.get(key) ?? {};
    of[String(row["coder"])] = {
      value: String(row["value"]),
      note: row["note"] ?? null,
      line: lines[index]!,
    };
    found.set(key, of);
  });
  return found;
}

const textOf = (codes: ReadonlySet<string>) => inOrder([...codes].join(" "));

const sameCodes = (a: string, b: string) => inOrder(a) === inOrder(b);

/** Codes in the order of the dimensions; "none" for no code. */
function inOrder(codes: string): string {
  const given = codes.split(" ").filter((code) => code !== "" && code !== "none");
  return given.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(" ") || "none";
}
