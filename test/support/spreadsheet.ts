import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** LibreOffice, where the machine has it. */
export const spreadsheetProgram = ["/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice"].find((path) =>
  existsSync(path),
);

/** How LibreOffice is told to read a file; a workbook needs nothing. */
const filters: Record<string, string[]> = {
  html: ["--infilter=HTML (StarCalc)"],
  // What it takes after a byte-order mark: commas, quotes, UTF-8.
  csv: ["--infilter=Text - txt - csv (StarCalc):44,34,76,1"],
  xlsx: [],
};

/**
 * Cells of a file as LibreOffice reads it, line by line, as bare values.
 * @throws what LibreOffice says where it cannot open the file
 */
export function openedInSpreadsheet(content: Buffer | string, ending: "html" | "csv" | "xlsx"): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-spreadsheet-"));
  try {
    writeFileSync(join(folder, `given.${ending}`), content);
    const said = execFileSync(
      spreadsheetProgram!,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        ...filters[ending]!,
        "--convert-to",
        // Commas, quotes, UTF-8, from the first line; values, not what is shown.
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false",
        "--outdir",
        join(folder, "read"),
        join(folder, `given.${ending}`),
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 80_000 },
    );
    const read = join(folder, "read");
    if (!existsSync(read) || !readdirSync(read).length) throw new Error(`LibreOffice read nothing: ${said}`);
    return parse(readFileSync(join(read, "given.csv")), { relax_column_count: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
