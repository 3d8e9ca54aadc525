import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../../loaders/site/paths.js";
import { arrowRows } from "../../../src/components/figure-rows.js";
import type { Row } from "../../../src/components/figure.js";
import { faultsOfPages } from "../../support/browser/faults-of-pages.js";
import { makeHostile } from "../../support/evidence/hostile-evidence.js";
import { draftReports } from "../../support/site/draft-reports.js";
import { descendants, isRunning } from "../../support/site/processes.js";

/**
 * No stale table, ever: in a copy of the project, whose cache holds what loaders made of the data before, an edit of a
 * CSV must show in every page and file of the next build, and at once in a preview.
 */
const minutes = 60_000;
/** Longest wait for a preview to show an edit: a few seconds of work, on a machine that may be busy. */
const soon = minutes;

/** A name that is HTML, a formula and an SQL text at once. */
const hostileName = `<img src=x onerror="document.title='broken'"> & 'Söns'`;

describe("an edit of the data", () => {
  let copy = "";
  const children: ChildProcess[] = [];
  /** What takes the edits of a test back, the last first. */
  const undo: (() => void)[] = [];
  const site = (file: string) => join(copy, "dist", file);

  beforeAll(() => {
    // In a folder whose name no script expects.
    copy = mkdtempSync(join(tmpdir(), "arrivals copy ü-"));
    for (const name of [
      "src",
      "loaders",
      "data",
      "package.json",
      "tsconfig.json",
      "observablehq.config.ts",
    ]) {
      // With times, which is what Framework judges its cache by.
      cpSync(join(projectFolder, name), join(copy, name), { recursive: true, preserveTimestamps: true });
    }
    draftReports(copy);
    symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"), "dir");
    if (existsSync(join(copy, "src/.observablehq/cache/data"))) return;
    const { status, stdout, stderr } = build();
    expect(status, stdout + stderr).toBe(0);
  }, 6 * minutes);

  afterEach(() => {
    while (undo.length) undo.pop()!();
  });
  afterAll(async () => {
    for (const child of children) await end(child);
    rmSync(copy, { recursive: true, force: true });
  });

  function build(command = "build") {
    return spawnSync("npm", ["run", "--silent", command], {
      cwd: copy,
      encoding: "utf8",
      env: ownEnvironment(),
      maxBuffer: 64 * 1024 * 1024,
      timeout: 4 * minutes,
    });
  }

  /** Changes one cell of a CSV of the copy, until the test has ended; returns the row's line in the file. */
  function edit(table: string, where: Row, column: string, value: string): number {
    const file = join(copy, "data", `${table}.csv`);
    const before = readFileSync(file, "utf8");
    const rows: string[][] = parse(before);
    const at = (name: string) => rows[0]!.indexOf(name);
    const found = rows
      .slice(1)
      .filter((row) => Object.entries(where).every(([name, is]) => row[at(name)] === is));
    expect(found, `rows of ${table} that fit`).toHaveLength(1);
    found[0]![at(column)] = value;
    const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    writeFileSync(file, rows.map((row) => `${row.map(quoted).join(",")}\n`).join(""));
    undo.push(() => writeFileSync(file, before));
    return rows.indexOf(found[0]!) + 1;
  }

  const refugees: Row = { indicator_id: "refugees-persons", place: "World", year: "2015" };
  const someCity: Row = { city_id: "athens" };

  it(
    "shows in the next build's pages, tables, archive and figures, with every text of the data as text",
    async () => {
      makeHostile(join(copy, "data"));
      undo.push(() => cpSync(join(projectFolder, "data"), join(copy, "data"), { recursive: true }));
      edit("statistics", refugees, "value", "23456789");
      edit("cities", someCity, "name", hostileName);
      mkdirSync(join(copy, ".cache/site-99999999/site"), { recursive: true });
      const building = start("build");
      await until(() => Promise.resolve(existsSync(join(copy, ".cache/build.lock"))), "the build's lock");
      for (const command of ["build", "clean"]) {
        const { status, stderr } = build(command);
        expect(status).toBe(1);
        expect(stderr).toMatch(
          /^Another build is running here since \d\d:\d\d \(process \d+\)\. Wait for it, or stop it\.\n$/,
        );
      }
      expect(await building.ended, building.said()).toBe(0);
      expect(readdirSync(join(copy, ".cache"))).toEqual([]);
      expect(readFileSync(site("licences.txt"), "utf8")).toContain("@observablehq/plot 0.6.17 (ISC)");

      const { document } = parseHTML(readFileSync(site("index.html"), "utf8"));
      const displacement = document.querySelector("#displacement")!;
      expect(displacement.querySelector(".figure-table tbody")!.textContent).toContain("23,456,789");
      for (const width of ["wide", "narrow"])
        expect(displacement.querySelector(`.${width} svg`)!.textContent).toContain("23.5");
      expect(displacement.querySelector("svg")!.getAttribute("aria-label")).toContain("23.5 million");
      expect(document.querySelector("#city-map .figure-table")!.textContent).toContain(hostileName);
      expect(document.querySelectorAll("img")).toHaveLength(0);

      const isEdited = (row: Row) =>
        row.indicator_id === "refugees-persons" && row.place === "World" && row.year === 2015;
      const csv: Row[] = parse(readFileSync(site("data/statistics.csv")), { columns: true, cast: true });
      const arrow = arrowRows(readFileSync(site("data/statistics.arrow")));
      const parquet = await rowsOfParquet(site("data/statistics.parquet"));
      for (const rows of [csv, arrow, parquet]) expect(rows.find(isEdited)?.value).toBe(23456789);
      const figure = arrowRows(readFileSync(site("data/figures/displacement.arrow")));
      expect(figure.find((row) => row.indicator_id === "refugees-persons")?.persons).toBe(23456789);
      const archive = unzipSync(readFileSync(site("data/arrivals.zip")));
      expect(strFromU8(archive["statistics.csv"]!)).toContain("23456789");

      const cities = arrowRows(readFileSync(site("data/cities.arrow")));
      expect(cities.find((row) => row.city_id === someCity.city_id)?.name).toBe(hostileName);
      const map = arrowRows(readFileSync(site("data/figures/city-map.arrow")));
      expect(map.find((row) => row.city_id === someCity.city_id)?.city).toBe(hostileName);

      const { dataVersion } = JSON.parse(readFileSync(site("data/datapackage.json"), "utf8"));
      const [frame] = [...document.querySelectorAll<HTMLElement>("figure[data-version]")];
      expect(frame!.getAttribute("data-version")).toBe(dataVersion);

      expect(await faultsOfPages(join(copy, "dist"))).toEqual([]);
    },
    6 * minutes,
  );

  it(
    "that breaks a rule fails the next build, with table, row, column and value, and leaves the last good site",
    () => {
      const before = readFileSync(site("index.html"));
      const { dataVersion } = JSON.parse(readFileSync(site("data/datapackage.json"), "utf8"));
      // Every problem is told, not only the first.
      const broken = (
        [
          ["partnerships", { city_id: "lisbon", partnership_type: "other" }, "city_id", "lisbonne"],
          ["interviews", { city_id: "nairobi" }, "interviewed", "many"],
        ] as const
      ).map(([table, where, column, value]) => ({
        table,
        line: edit(table, where, column, value),
        column,
        value,
      }));
      const { status, stderr, stdout } = build();
      expect(status).toBe(1);
      for (const { table, line, column, value } of broken)
        expect(stdout + stderr).toContain(`${table}, row ${line}, ${column} "${value}"`);
      expect(stderr.trim().split("\n").at(-1)).toMatch(
        new RegExp(
          `^The build failed\\. dist/ still holds the site built on .+, \\d\\d:\\d\\d, with data ${dataVersion}\\.$`,
        ),
      );
      expect(stderr).not.toMatch(/Framework|github\.com|Command failed| at .*:\d+:\d+/i);
      expect(readFileSync(site("index.html")).equals(before)).toBe(true);
      expect(readdirSync(join(copy, ".cache"))).toEqual([]);
    },
    6 * minutes,
  );

  it(
    "does no harm to the last good site where a build is stopped or killed, or cannot write; no process and no folder stays",
    async () => {
      const before = readFileSync(site("index.html"));
      for (const signal of ["SIGTERM", "SIGKILL"] as const) {
        const building = start("build");
        const folder = () => readdirSync(join(copy, ".cache")).find((name) => name.startsWith("site-"));
        await until(() => Promise.resolve(folder() !== undefined), "the build's folder");
        const builder = Number(folder()!.slice("site-".length));
        await until(() => Promise.resolve(descendants(builder).length > 0), "Framework");
        const started = descendants(builder);
        process.kill(builder, signal);
        await building.ended;
        await until(() => Promise.resolve(!started.some(isRunning)), "all that the build started to end");
        if (signal === "SIGTERM") {
          expect(building.said().trim()).toMatch(
            /(^|\n)The build was stopped\. dist\/ still holds the site .+\.$/,
          );
          expect(readdirSync(join(copy, ".cache"))).toEqual([]);
        }
        expect(readFileSync(site("index.html")).equals(before)).toBe(true);
      }
      // What the killed one left, the next one removes; this one is refused, which takes no time.
      edit("interviews", { city_id: "nairobi" }, "interviewed", "many");
      expect(build().status).toBe(1);
      expect(readdirSync(join(copy, ".cache"))).toEqual([]);

      rmSync(join(copy, ".cache"), { recursive: true });
      writeFileSync(join(copy, ".cache"), "");
      undo.push(() => rmSync(join(copy, ".cache")));
      const { status, stderr } = build();
      expect(status).toBe(1);
      expect(stderr).toBe(
        ".cache cannot be written: there is a file where a folder is needed; move it away (EEXIST).\n",
      );
    },
    3 * minutes,
  );

  it(
    "shows in a running preview at once; a broken one is told at the start, and later keeps the last good page, until it is mended",
    async () => {
      edit("cities", someCity, "city_id", "ath<b>ens");
      const { said, ended, child } = start("dev");
      await until(
        () => Promise.resolve(said().includes("The notebook starts by itself when they are mended.")),
        "the terminal to say what is wrong",
      );
      expect(said()).toMatch(/The data have \d+ problems:\n/);
      expect(said()).toMatch(/\ncities, row \d+, city_id "ath<b>ens"/);
      expect(said()).not.toMatch(/Command failed|node_modules| at .*:\d+:\d+/);
      // PORT=0: the port it says is the one it took.
      const url = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said())![0];
      const waiting = await fetch(`${url}/compare`, { headers: { Accept: "text/html" } });
      expect(waiting.status).toBe(503);
      const { document: list } = parseHTML(await waiting.text());
      expect(list.querySelector("h1")!.textContent).toMatch(/^The data have \d+ problems$/);
      expect(list.querySelector("ul")!.textContent).toContain('city_id "ath<b>ens"');
      expect(list.querySelectorAll("li b")).toHaveLength(0);
      expect(list.querySelector("script")!.textContent).toContain(
        JSON.stringify(waiting.headers.get("ETag")),
      );
      undo.pop()!();

      const displacementTable = async () => {
        const { document } = parseHTML(await textOf(`${url}/`));
        return document.querySelector("#displacement .figure-table tbody")?.textContent ?? "";
      };
      const value = async (file: string) => textOf(`${url}/data/${file}.csv`);
      const figureValue = async () =>
        arrowRows(
          new Uint8Array(await (await fetch(`${url}/data/figures/displacement.arrow`)).arrayBuffer()),
        ).find((row) => row.indicator_id === "refugees-persons")?.persons;
      const shows = async (number: number) => {
        const written = number.toLocaleString("en-GB");
        await until(async () => (await displacementTable()).includes(written), `the page to show ${written}`);
        await until(async () => (await value("statistics")).includes(String(number)), "the table to show it");
        await until(async () => (await figureValue()) === number, "the figure's file to show it");
      };
      await until(async () => (await fetch(`${url}/`)).status === 200, "the preview", minutes);
      await shows(21300000);

      edit("statistics", refugees, "value", "23456789");
      await shows(23456789);

      edit("statistics", refugees, "value", "a great many");
      await until(
        () => Promise.resolve(said().includes("a great many")),
        "the terminal to say what is wrong",
      );
      expect(said()).toMatch(/statistics/);
      await wait(2000);
      await shows(23456789);

      edit("statistics", refugees, "value", "24680000");
      await shows(24680000);

      const started = descendants(child.pid!);
      child.kill("SIGTERM"); // npm alone, as a service manager does: it hands the signal to a shell, which ends.
      await ended;
      await until(() => Promise.resolve(!started.some(isRunning)), "all that it started to end");
      expect(readdirSync(join(copy, ".cache"))).toEqual([]);
    },
    6 * minutes,
  );

  /** Starts a command of the copy. */
  function start(command: "build" | "dev") {
    const child = spawn("npm", ["run", "--silent", command], {
      cwd: copy,
      env: { ...ownEnvironment(), PORT: "0" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // A group of its own, so that all of it ends with it.
    });
    children.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += String(part)));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { child, said: () => said, ended };
  }

  async function until(holds: () => Promise<boolean>, what: string, within = soon): Promise<void> {
    const start = performance.now();
    let last: unknown;
    while (performance.now() - start < within) {
      try {
        if (await holds()) return;
      } catch (error) {
        last = error; // A preview that starts or reloads answers late.
      }
      await wait(200);
    }
    throw new Error(`waited ${within / 1000} s in vain for ${what}${last ? ` (${String(last)})` : ""}`);
  }
});

/** Without what the test runner sets. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of ["ARRIVALS_SITE", "VITEST", "NODE_ENV"]) delete env[name];
  return env;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(soon) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Ends a process and those it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    process.kill(-child.pid, "SIGTERM");
    await Promise.race([ended, wait(3000)]);
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}

async function rowsOfParquet(file: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`from '${file.replaceAll("'", "''")}'`);
    return reader.getRowObjectsJS() as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
