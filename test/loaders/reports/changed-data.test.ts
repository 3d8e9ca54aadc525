import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTables, type Database } from "../../../loaders/database.js";
import { readClaims, type Claim } from "../../../loaders/pages/claims.js";
import { cityResults, modelResults } from "../../../loaders/reports/model-results.js";
import { publishedReports } from "../../../loaders/reports/published.js";
import type { Table } from "../../../loaders/read-table.js";
import { changedEvidence } from "../../support/evidence/changed-evidence.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";
import { readTexts, scenariosOn, type ReadText } from "../../support/site/read-reports.js";

const changed = changedEvidence({
  initiatives: (rows) => {
    const row = rows.find(({ city_id, dimension }) => city_id === "lisbon" && dimension === "political")!;
    expect(row["initiatives"]).toBe(1);
    row["initiatives"] = 2;
  },
});

const reports = publishedReports();
const texts = Object.fromEntries(reports.map(({ path, page }) => [path, page.lines.join("\n")]));
let database: Database;
let read: Record<string, ReadText>;

beforeAll(async () => {
  database = await openTables(changed);
  read = await readTexts(texts, { evidence: changed, database });
});
afterAll(() => database.close());

/** Whether a claim holds, without the code that pages are checked with. */
async function holds(
  { sql }: Claim,
  of: ReadonlyMap<string, Table>,
  database: Pick<Database, "query">,
): Promise<boolean> {
  const [, preset, comparison] = /^model (\S+) (.+)$/.exec(sql) ?? [];
  if (preset === undefined) {
    const [row] = await database.query(sql);
    return Object.values(row!)[0] === true;
  }
  const scenario = scenariosOn(of)(preset);
  if ("fault" in scenario) throw new Error(scenario.fault.what);
  const { view } = scenario;
  const sides = comparison!.split(/(?:<|>|=)/).map((side) =>
    side
      .split("*")
      .map((factor) => {
        const [, name = "", city] = /^\s*([\w.]+)(?:\[([\w-]+)\])?\s*$/.exec(factor)!;
        const results = city === undefined ? modelResults(view) : cityResults(view, city)!;
        return results[name] ?? Number(name);
      })
      .reduce((product, factor) => product * factor, 1),
  );
  const [left, right] = sides as [number, number];
  return comparison!.includes("<") ? left < right : comparison!.includes(">") ? left > right : left === right;
}

describe("where Lisbon has two political initiatives in the place of one", () => {
  it("exactly the claims of the published reports that stopped being true are named", async () => {
    const fallen: string[] = [];
    const told: string[] = [];
    for (const { path, page, slug } of reports) {
      for (const claim of readClaims(page).claims) {
        const name = `${slug}: ${claim.sql.replace(/\s+/g, " ")}`;
        expect(await holds(claim, evidence, await realDatabase()), name).toBe(true);
        if (!(await holds(claim, changed, database))) fallen.push(name);
      }
      for (const line of read[path]!.problems) {
        const [, sql] = /^.*: the claim ".*" is not true: its query gives false \((.*)\) → /.exec(line) ?? [];
        expect(sql, line).toBeDefined();
        told.push(`${slug}: ${sql!}`);
      }
    }
    expect(fallen.length).toBeGreaterThan(0);
    expect(told.sort()).toEqual(fallen.sort());
  });
});
