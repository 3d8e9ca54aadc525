import { csvParseRows } from "d3-dsv";
import type { Answer } from "./answer.js";
import { refuseWebPage } from "./read-json.js";
import { NotReady, RefreshFault, TooBig } from "./refresh-fault.js";
import { textOf } from "./text-of.js";

/** An observation of an SDMX-CSV. */
export interface SdmxRow {
  /** Its codes by dimension, time left out. */
  codes: Record<string, string>;
  period: string;
  /** Null where none is published; its flag may say why. */
  value: number | null;
  flag: string;
  /** "C" where the producer holds it back; "" where it says nothing. */
  confidentiality: string;
  /** When the producer last changed the table, ISO date; null where it does not say. */
  updated: string | null;
}

const expected = "an SDMX-CSV with codes";
/** Columns that stand around the dimensions, in either version and with the names of Eurostat or the OECD. */
const beside = [
  ...["DATAFLOW", "LAST UPDATE", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION"],
  ...["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "OBS_STATUS", "CONF_STATUS", "UNIT_MULT", "DECIMALS"],
];
/** Ids of dimensions are of one case; names that stand beside them, such as "Sex" and "Time frequency", are not. */
const id = /^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/;
const code = /^[A-Za-z0-9_@$+.-]+$/;

/**
 * Rows of an SDMX-CSV of version 1 ("DATAFLOW, LAST UPDATE, …") or 2 ("STRUCTURE, STRUCTURE_ID, …"), in any order of its
 * columns. Where each dimension comes twice, as code and as name, its codes are taken. A head without rows is a legal
 * answer.
 * @param dimensions that must be there
 * @throws RefreshFault for a refusal of the producer, for names in the place of codes, for columns that are missing or come
 * twice, and for the first line that does not fit
 */
export function readSdmxCsv(answer: Answer, dimensions: readonly string[]): SdmxRow[] {
  const text = textOf(answer);
  refuseWebPage(answer, text, expected);
  refuseOtherThanCsv(answer, text);
  const [head = [], ...lines] = csvParseRows(text);
  refuseHead(answer, head, dimensions);
  const found = head.filter((name) => id.test(name) && !beside.includes(name));
  const at = (name: string) => head.indexOf(name);
  const [time, value, confidentiality, updated] = [
    at("TIME_PERIOD"),
    at("OBS_VALUE"),
    at("CONF_STATUS"),
    at("LAST UPDATE"),
  ];
  const flag = at("OBS_FLAG") < 0 ? at("OBS_STATUS") : at("OBS_FLAG");
  const places = found.map((name) => [name, at(name)] as const);
  return lines.map((cells, i): SdmxRow => {
    const fault = (came: string) => odd(answer, `line ${i + 2} ${came}`);
    if (cells.length !== head.length)
      throw fault(`has ${cells.length} cells where the head has ${head.length}`);
    const codes = Object.fromEntries(places.map(([name, place]) => [name, cells[place]!]));
    refuseNames(codes, fault);
    if (!/^\d{4}(-[A-Z0-9-]+)?$/.test(cells[time]!)) throw fault(`has “${cells[time]}” as its period`);
    return {
      codes,
      period: cells[time]!,
      value: valueOf(cells[value]!, fault),
      flag: cells[flag] ?? "",
      confidentiality: cells[confidentiality] ?? "",
      updated: dateOf(cells[updated] ?? "", fault),
    };
  });
}

const odd = ({ address }: Answer, came: string) =>
  new RefreshFault({
    address,
    expected,
    came,
    mend: "The producer has changed its format: compare the answer with the parser of this producer.",
  });

/** What the producer says in XML or JSON, in the place of rows. */
function refuseOtherThanCsv({ address }: Answer, text: string): void {
  if (!/^\s*[<{]/.test(text)) return;
  const words = /<(?:\w+:)?faultstring[^>]*>([^<]*)</.exec(text)?.[1]?.trim() ?? text.trim().slice(0, 160);
  const fault = (came: string, mend: string) => ({ address, expected, came, mend });
  if (/ASYNCHRONOUS|<(\w+:)?status>(SUBMITTED|PROCESSING)/i.test(text))
    throw new NotReady(
      fault("the producer is still preparing the table", "Run the refresh again in some minutes."),
      true,
    );
  if (/TOO_BIG/.test(text))
    throw new TooBig(fault(`the producer answers “${words}”`, "Ask for fewer places at once."));
  throw new RefreshFault(
    fault(
      `the producer answers “${words}”`,
      "Look the table and its dimensions up: one of them has changed its name.",
    ),
  );
}

function refuseHead(answer: Answer, head: readonly string[], dimensions: readonly string[]): void {
  const twice = head.filter((name, i) => head.indexOf(name) !== i);
  if (twice.length) throw odd(answer, `the column ${twice[0]} comes twice`);
  const lacks = [...dimensions, "TIME_PERIOD", "OBS_VALUE"].filter((name) => !head.includes(name));
  if (lacks.length) throw odd(answer, `it lacks ${lacks.join(", ")}`);
}

/** A name may look like a code: "Austria". The frequency tells them apart, which is one letter as a code. */
function refuseNames(codes: Readonly<Record<string, string>>, fault: (came: string) => RefreshFault): void {
  const name = Object.entries(codes).find(
    ([dimension, cell]) => !code.test(cell) || (/^freq$/i.test(dimension) && !/^[A-Z]\d?$/.test(cell)),
  );
  if (name) throw fault(`has “${name[1]}” as ${name[0]}, which is a name and no code`);
}

function valueOf(cell: string, fault: (came: string) => RefreshFault): number | null {
  if (cell === "" || cell === "NaN") return null;
  if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(cell)) throw fault(`has “${cell}” as its value`);
  return Number(cell);
}

/** "10/08/26 11:00:00" as "2026-08-10". */
function dateOf(cell: string, fault: (came: string) => RefreshFault): string | null {
  if (cell === "") return null;
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d\d) \d\d:\d\d:\d\d$/.exec(cell) ?? [];
  if (day === undefined) throw fault(`has “${cell}” as its last update`);
  return `20${year}-${month}-${day}`;
}
