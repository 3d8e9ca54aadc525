import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveTables } from "../../loaders/derived/derive.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { serveSite } from "../../loaders/site/serve.js";
import { launchChromium } from "../../loaders/chromium.js";
import { faultsOfPages } from "../support/browser/faults-of-pages.js";
import { copyProject } from "../support/site/copy-project.js";
import { draftReports } from "../support/site/draft-reports.js";
import { guideRows } from "../support/site/guide-rows.js";

const folder = mkdtempSync(join(tmpdir(), "arrivals-ninth-city-"));
beforeAll(async () => {
  copyProject(folder);
  // The model takes the newest counts: what reports say of it changes with a city more.
  draftReports(folder);
  // A team that has fetched nothing yet has the documents alone.
  rmSync(join(folder, "data/snapshots"), { recursive: true });
  await deriveTables(join(folder, "data"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutNetwork = join(projectFolder, "test/support/site/refuse-network.js");

/** Runs a command of the copy, in which no other machine can be asked: its exit code and what it prints. */
function run(command: string, ...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_OPTIONS: `--import ${pathToFileURL(withoutNetwork).href}`,
  };
  delete env.ARRIVALS_DATA;
  const child = spawn(process.execPath, ["--import", "tsx", `loaders/site/${command}.ts`, ...args], {
    cwd: folder,
    env,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, lines: output.split("\n") })));
}

const dataFile = (table: string) => join(folder, "data", `${table}.csv`);
const add = (table: string, rows: string) => appendFileSync(dataFile(table), rows);
const ofGuide = (heading: string, table: string) =>
  guideRows(heading).find((given) => given.table === table)!.rows;

/** What a built page says, without what is hidden from readers. */
function textOf(path: string): string {
  const { document } = parseHTML(readFileSync(join(folder, "dist", `${path}.html`), "utf8"));
  for (const hidden of document.querySelectorAll("script, style, template, pre")) hidden.remove();
  return document.querySelector("main")!.textContent.replace(/\s+/g, " ");
}

describe("a ninth city, and a newer round of one of the eight", () => {
  it("is named with all that it needs, a line each, and nothing is built before it is there", async () => {
    const file = dataFile("cities");
    const cities = readFileSync(file, "utf8");
    writeFileSync(file, cities.replace(/^(toronto,.*?),false,/m, "$1,true,"));
    for (const table of ["rounds", "initiatives"]) add(table, ofGuide("A city more", table));
    const needs = [
      expect.stringMatching(
        /cities, row \d+, mapped "true": needs toronto in partnerships: .* → add these 4 rows to partnerships\.csv/,
      ),
      expect.stringMatching(
        /assumption_id "price-level-toronto": .* → add the row to assumptions\.csv; where no figure is known/,
      ),
      expect.stringMatching(
        /assumption_id "public-share-toronto": .* → add the row to assumptions\.csv, once its partnerships are there/,
      ),
      expect.stringMatching(
        /assumption_id "discount-rate-toronto": .* → add the row to assumptions\.csv; where no figure is known/,
      ),
    ];
    const checked = await run("check", "data");
    expect(checked).toEqual({ code: 1, lines: [...needs, "4 problems", ""] });
    const built = await run("build");
    expect(built.code).toBe(1);
    expect(built.lines).toEqual(expect.arrayContaining(needs));
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it("is in the site once the check's advice is followed, and no page breaks", async () => {
    add("partnerships", ofGuide("A city more", "partnerships"));
    // Its price level and its discount rate; the last row comes below.
    add("assumptions", ofGuide("A city more", "assumptions"));
    const { lines } = await run("check", "data");
    expect(lines).toEqual([expect.stringContaining("public-share-toronto"), "1 problem", ""]);
    // The last row is made of what the check says, and of nothing else.
    const [, low, central, high] = /gives low ([\d.]+), central ([\d.]+), high ([\d.]+)$/.exec(lines[0]!)!;
    add(
      "assumptions",
      `public-share-toronto,"Publicly paid share, Toronto",share of initiatives,${low},${central},${high},triangular,derived,"Worked out from its partnerships, as the check says.",,arrivals,Example,,\n`,
    );
    for (const table of ["rounds", "initiatives"]) add(table, ofGuide("A newer count", table));
    expect(await run("check", "data")).toMatchObject({ code: 0 });
    expect(await run("build")).toMatchObject({ code: 0 });
    expect(
      await faultsOfPages(join(folder, "dist"), [
        "cities/toronto",
        "cities/lisbon",
        "cities/athens",
        "statistics",
        "compare",
      ]),
    ).toEqual([]);
  }, 600_000);

  it("without any snapshot has the documents' figures, and says how newer ones are fetched", () => {
    const statistics = textOf("statistics");
    expect(statistics).toContain(
      "No statistics of producers are here: pages show the numbers of the documents alone.",
    );
    expect(statistics).toContain("npm run refresh fetches newer ones.");
    // The first indicator of the documents in the place of a producer's.
    expect(statistics).toMatch(/International migrants: (most|from)|Refugees(,| in|:)/);
    expect(textOf("compare")).toContain("No newer figures of these countries are here");
    expect(textOf("cities/lisbon")).not.toContain("newer figures of");
  });

  it("stands in figures, words and briefs, with its year", () => {
    const brief = textOf("cities/toronto");
    expect(brief).toMatch(
      /Toronto \(Canada\) is one of the 9 cities mapped in 2013, 2024 and 2025, out of 35 in the evidence; it was mapped in 2025\./,
    );
    expect(brief).toContain("With no interviews recorded, the mapping found 42 initiatives");
    expect(brief).not.toMatch(
      /\b(0|no) (organisations|stakeholders) were contacted|From (0|no) interviews?\b/,
    );
    const overview = textOf("index");
    expect(overview).toContain("Counted in 2013; Lisbon in 2024; Toronto in 2025.");
    expect(overview).toContain("No interviews are recorded for Lisbon and Toronto.");
    // What people in other cities said in 2013 is not what Lisbon's newer counts rest on.
    const lisbon = textOf("cities/lisbon");
    expect(lisbon).toContain("With no interviews recorded, the mapping found 40 initiatives");
    expect(lisbon).not.toContain("'s mapping rests on");
    expect(textOf("scenarios")).toContain("On average the nine cities have");
    for (const page of ["index", "compare", "initiatives", "partnerships", "scenarios", "cities/index"])
      expect(textOf(page), page).not.toMatch(
        /\beight (mapped )?cities (have|are|do|of)\b|\bof the eight\b(?! cities that the study)/i,
      );
    // The study's own total is of its own round, and no other figure's.
    expect(textOf("partnerships")).toContain("The study prints 121 partnerships; its own rows add up to 139");
    expect(textOf("partnerships")).not.toContain("This site counts");
    expect(textOf("scenarios")).toContain("one of them from Toronto, which is a mapped city");
  });

  it("names the documents that came with it, in the figures and at the foot of the page", () => {
    expect(textOf("compare")).toMatch(/Seidle 2019, Promising practices in selected cities, Toronto, Canada/);
    const { document } = parseHTML(readFileSync(join(folder, "dist", "compare.html"), "utf8"));
    const linked = [...document.querySelectorAll("footer a")].map((link) => link.getAttribute("href"));
    for (const source of ["thp-2014", "seidle-2019", "arrivals"])
      expect(linked, source).toContainEqual(expect.stringMatching(new RegExp(`/sources#${source}$`)));
  });

  it("can be chosen where cities are compared, and simulated", async () => {
    const site = await serveSite(join(folder, "dist"));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ reducedMotion: "reduce" });
      await page.goto(`${site.url}compare?cities=toronto,lisbon`);
      const box = page
        .getByRole("group", { name: "Cities", exact: true })
        .getByRole("checkbox", { name: "Toronto" });
      await box.waitFor();
      expect(await box.isChecked()).toBe(true);
      expect(
        await page.getByRole("group", { name: "Cities", exact: true }).getByRole("checkbox").count(),
      ).toBe(9);
      await drawn(page, "compare-dimensions");
      expect(await page.locator("#compare-dimensions figcaption").textContent()).toContain(
        "Counted in 2024; Toronto in 2025.",
      );
      await page.goto(`${site.url}scenarios?city=toronto`);
      const result = page.getByRole("status", { name: "Result" });
      await expect.poll(() => result.textContent(), { timeout: 30_000 }).toContain("Toronto has");
      expect(await result.textContent()).toContain("the counts of 2025");
    } finally {
      await browser.close();
      await site.close();
    }
  });
});

async function drawn(page: Page, id: string): Promise<void> {
  await page.locator(`figure#${id}, figure[data-figure="${id}"]`).first().scrollIntoViewIfNeeded();
  await page.locator(`figure[data-figure="${id}"][data-live]`).waitFor({ state: "attached" });
}
