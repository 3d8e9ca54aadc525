import { strToU8, zipSync, type Zippable } from "fflate";
import { readRecord } from "./record-file.js";
import { feedFile } from "./feed-file.js";
import { publishedReports, type Report } from "./published.js";
import { reportSearchFile } from "./report-search-file.js";
import { reportValues, type ReportGround, type ReportValue } from "./report-values.js";

/**
 * Files about the published reports by their paths below the site's root: for each figure and claim a JSON that others
 * watch or embed, a list of these, the CSV of all figures in one archive, and the feed.
 */
export async function filesOfReports(
  ground: ReportGround,
  reports: readonly Report[] = publishedReports(),
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>();
  for (const report of reports) {
    const values = await reportValues(report, ground);
    const { version } = ground.context;
    for (const value of values)
      files.set(valuePath(report.slug, value.id), json(valueJson(report, value, version)));
    files.set(`reports/${report.slug}/values.json`, json(valuesJson(report, values, version)));
    files.set(`reports/${report.slug}.zip`, zipOf(report, values, version));
  }
  files.set("data/report-search.json", reportSearchFile(reports));
  files.set("feed.xml", feedFile(reports, readRecord()));
  return files;
}

/** Path below the site's root of the JSON of a figure or claim. */
const valuePath = (slug: string, id: string): string => `reports/${slug}/${id}.json`;

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

function valueJson({ slug, fields }: Report, value: ReportValue, version: string): object {
  const { id, kind, sentence, sql, sources } = value;
  return {
    report: `/reports/${slug}`,
    id,
    kind,
    address: `/reports/${slug}#${id}`,
    ...(kind === "claim" ? { sentence } : { title: sentence }),
    value: value.value,
    ...(sql !== null && { sql }),
    ...(sources.length > 0 && { sources }),
    dataVersion: version,
    date: fields.date,
  };
}

function valuesJson({ slug, fields }: Report, values: readonly ReportValue[], version: string): object {
  return {
    report: `/reports/${slug}`,
    title: fields.title,
    date: fields.date,
    dataVersion: version,
    values: values.map(({ id, kind, sentence }) => ({
      id,
      kind,
      sentence,
      address: `/${valuePath(slug, id)}`,
    })),
  };
}

function zipOf({ slug, fields }: Report, values: readonly ReportValue[], version: string): Uint8Array {
  const tables = values.filter(({ csv }) => csv !== null);
  const list = tables.map(({ id, sentence }) => `  ${id}.csv  ${sentence}`).join("\n");
  const files: Zippable = {
    "README.txt": strToU8(
      `${fields.title}\n/reports/${slug}, ${fields.date}, data version ${version}\n\nTables of the figures, in the order of the page:\n${list}\n`,
    ),
  };
  // Spreadsheets take a file that begins with this mark for what it is, UTF-8.
  for (const { id, csv } of tables) files[`${id}.csv`] = strToU8(`\uFEFF${csv!}`);
  // A zip stores local time: made of local parts, this one reads the same in every time zone.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
