import { formatList } from "../../components/format.js";
import type { Unreadable } from "../read/unreadable.js";

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6).toLocaleString("en-GB")} MB`;

const others: Record<Extract<Unreadable, { kind: "other" }>["what"], string> = {
  picture: "is a picture. Type its numbers into a spreadsheet, or ask its author for the table",
  pdf: "is a PDF. Ask its author for the table behind it, or copy the table out of it and paste it here",
  "web page":
    "is a web page, whatever its name ends with. Open it in a spreadsheet and save it as XLSX, or copy its table and paste it here",
  word: "is a text document. Copy its table and paste it here, or save the table as XLSX or CSV",
  database: "is a database. Export the table that you need as CSV",
  unknown: "is of a kind that is not read here. Save it as XLSX or CSV",
};

/** Most names of an archive's files that are listed. */
const mostNamed = 12;

/** Why a file cannot be read, and what to do: "budget.xlsx is locked with a password. …". @param name of the file */
export function unreadableWords(name: string, why: Unreadable): string {
  switch (why.kind) {
    case "empty":
      return `${name} is empty: it has no byte. Save it again where it comes from.`;
    case "other":
      return `${name} ${others[why.what]}.`;
    case "old workbook":
      return `${name} is a workbook of Excel before 2007, or another old kind. Open it in a spreadsheet and save it as XLSX.`;
    case "password":
      return `${name} is locked with a password. Save a copy without one (in Excel: File, Info, Protect Workbook) and add that.`;
    case "damaged":
      return `${name} is damaged or cut off: ${why.detail}. Save or download it again.`;
    case "too large":
      return `${name} has ${megabytes(why.bytes)}${why.bytes > why.most ? `, and at most ${megabytes(why.most)} can be read` : ""}. Leave out rows or columns that you do not need, or split it.`;
    case "too many cells":
      return `${name} has ${why.cells.toLocaleString("en-GB")} cells, and at most ${why.most.toLocaleString("en-GB")} can be read. Leave out rows or columns that you do not need, or split it.`;
    case "too many columns":
      return `${name} has ${why.columns.toLocaleString("en-GB")} columns, and at most ${why.most.toLocaleString("en-GB")} can be read. Leave out columns that you do not need, or look for a wrong separator.`;
    case "archive":
      return why.names.length === 0
        ? `${name} is an archive without a table in it. Unpack it and add the table itself.`
        : `${name} is an archive of several files. Choose one: ${formatList(named(why.names))}.`;
    case "shape":
      return `${name} is JSON without a table: ${why.detail}. A list of records is read, such as [{"name": "…", "dimension": "social"}].`;
  }
}

const named = (names: readonly string[]) =>
  names.length > mostNamed ? [...names.slice(0, mostNamed), `${names.length - mostNamed} more`] : [...names];
