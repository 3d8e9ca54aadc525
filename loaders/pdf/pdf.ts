import { dirname } from "node:path";
import { versionOf } from "../site/last-site.js";
import { siteFolder } from "../site/paths.js";
import { readyToWrite, shown } from "../site/write-faults.js";
import { findPage } from "./find-page.js";
import { placeOfPdf, writePdf } from "./pdf-file.js";
import { readRequest } from "./read-request.js";
import { usage, UsageFault } from "./usage.js";

/**
 * `npm run pdf -- <address> [file]`: a page of the built site as PDF. Ends with 0 when it is written, with 1 when it
 * could not be, with 2 when it was asked for what there is not.
 */
const args = process.argv.slice(2);
/** npm runs a command in the project's folder; files are meant from where it was called. */
const here = (process.env.npm_lifecycle_event === "pdf" && process.env.INIT_CWD) || process.cwd();

if (/^(-h|--help)$/.test(args[0] ?? "")) console.log(usage);
else
  try {
    console.log(await writePage());
  } catch (error) {
    console.error(wordsFor(error as NodeJS.ErrnoException));
    process.exitCode = error instanceof UsageFault ? 2 : 1;
  }

/** @returns what was written, in a line */
async function writePage(): Promise<string> {
  const { address, file, site, date } = readRequest(args, process.env.SOURCE_DATE_EPOCH);
  const page = await findPage(siteFolder, address);
  const dataVersion = versionOf(siteFolder);
  const usual = `${page.name}${dataVersion ? `-${dataVersion}` : ""}.pdf`;
  const path = placeOfPdf(file, usual, here);
  readyToWrite([dirname(path)]);
  // What follows needs the browser's packages.
  const { printPage, nowhere } = await import("./print-page.js");
  const { describePdf } = await import("./describe-pdf.js");
  const printed = await printPage(siteFolder, page.address, { site: site ?? nowhere, date });
  const { bytes, pages } = await describePdf(printed.pdf, {
    head: printed.head,
    dataVersion,
    date: date ?? new Date(),
    deadLinks: site ? undefined : nowhere.href,
  });
  writePdf(path, bytes);
  const size = `${Math.ceil(bytes.length / 1000).toLocaleString("en-GB")} KB`;
  return `${shown(path)}: ${pages} page${pages === 1 ? "" : "s"}, ${size}, "${printed.head.title}"`;
}

function wordsFor({ code = "", message }: NodeJS.ErrnoException): string {
  const missing = /package '([^']+)'/.exec(message)?.[1];
  return code === "ERR_MODULE_NOT_FOUND" && missing
    ? `${missing} is not installed: run npm ci, with the packages for development`
    : message;
}
