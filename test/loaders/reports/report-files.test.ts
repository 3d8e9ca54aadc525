import { csvParse } from "d3-dsv";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../../src/components/figure.js";
import { publishedReports, type Report } from "../../../loaders/reports/published.js";
import { filesOfReports } from "../../../loaders/reports/report-files.js";
import { reportValues, type ReportValue } from "../../../loaders/reports/report-values.js";
import { handOut } from "../../../loaders/site/blocks.js";
import { frameContext } from "../../../loaders/site/frame-context.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";
import { drawingsFor, realGround } from "../../support/site/read-reports.js";

/** A report that has a scenario, a chart, a table and claims of both kinds. */
const report = publishedReports().find(({ slug }) => slug === "closing-the-gap")!;
let files: Map<string, Uint8Array | string>;
let values: ReportValue[];

beforeAll(async () => {
  const drawings = await drawingsFor([report.page.lines.join("\n")], await realGround());
  handOut(drawings);
  const database = await realDatabase();
  const ground = { database, context: frameContext(evidence), ...drawings };
  values = await reportValues(report, ground);
  files = await filesOfReports(ground, [report]);
});
afterAll(() => handOut());

const readJson = (path: string) => JSON.parse(files.get(path) as string) as Record<string, unknown>;
const textOf = (file: Uint8Array | string | undefined) =>
  typeof file === "string" ? file : strFromU8(file!);

describe("filesOfReports(ground, reports)", () => {
  it("each figure and each claim has a JSON with its value, sentence, data version and date", () => {
    expect(values.length).toBeGreaterThan(10);
    const kinds = new Set(values.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["claim", "figure", "table"]);
    for (const { id, kind, sentence, value } of values) {
      const file = readJson(`reports/closing-the-gap/${id}.json`);
      expect(file).toMatchObject({
        ...{ report: "/reports/closing-the-gap", id, kind, value, date: report.fields.date },
        address: `/reports/closing-the-gap#${id}`,
        [kind === "claim" ? "sentence" : "title"]: sentence,
      });
      expect(file["dataVersion"]).toMatch(/^[0-9a-f]{8}$/);
      expect(sentence).not.toMatch(/\{\{|\}\}|\{claim/);
    }
  });

  it("every claim is true, and says what its page says", () => {
    const claims = values.filter(({ kind }) => kind === "claim");
    expect(claims.length).toBeGreaterThan(10);
    for (const { value, id } of claims) expect(value, id).toBe(true);
  });

  it("the list names each with the address of its JSON", () => {
    const list = readJson("reports/closing-the-gap/values.json")["values"] as { address: string }[];
    expect(list).toHaveLength(values.length);
    for (const { address } of list) expect(files.has(address.slice(1)), address).toBe(true);
  });

  it("the archive has the drawn rows of every figure as CSV, and a list of them", () => {
    const zip = unzipSync(files.get("reports/closing-the-gap.zip") as Uint8Array);
    const tables = values.filter(({ csv }) => csv !== null);
    expect(Object.keys(zip).sort()).toEqual(["README.txt", ...tables.map(({ id }) => `${id}.csv`)].sort());
    const readme = strFromU8(zip["README.txt"]!);
    for (const { id, sentence, value } of tables) {
      expect(readme).toContain(`${id}.csv  ${sentence}`);
      const text = strFromU8(zip[`${id}.csv`]!);
      const found = csvParse(text.replace(/^\uFEFF/, ""));
      expect(found, id).toHaveLength((value as Row[]).length);
    }
    const own = csvParse(strFromU8(zip["five-budgets.csv"]!).replace(/^\uFEFF/, ""));
    const rows = values.find(({ id }) => id === "five-budgets")!.value as Row[];
    expect(own.map((row) => [row["Place"], Number(row["As printed"])])).toEqual(
      rows.map(({ place, amount }) => [place, amount]),
    );
  });

  it("the same data make the same bytes", async () => {
    const drawings = await drawingsFor([report.page.lines.join("\n")], await realGround());
    const again = await filesOfReports(
      { database: await realDatabase(), context: frameContext(evidence), ...drawings },
      [report],
    );
    for (const [path, file] of files) expect(textOf(again.get(path)) === textOf(file), path).toBe(true);
  });

  it("the search knows title, figures, documents and text of a report, without its queries", () => {
    const [found] = JSON.parse(files.get("data/report-search.json") as string) as Record<string, string>[];
    expect(found!["title"]).toBe(report.fields.title);
    expect(found!["figures"]).toContain("The budgets behind the price of an initiative");
    expect(found!["sources"]).toContain("The Hague Process");
    for (const part of Object.values(found!)) expect(part).not.toMatch(/\bselect \w+\(|:::|\{claim/);
  });

  it("no report makes no files but the lists", async () => {
    const none: Report[] = [];
    const ground = {
      database: await realDatabase(),
      context: frameContext(evidence),
      written: { blocks: {}, faults: {} },
      answers: {},
    };
    expect([...(await filesOfReports(ground, none)).keys()].sort()).toEqual([
      "data/report-search.json",
      "feed.xml",
    ]);
  });
});
