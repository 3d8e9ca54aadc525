import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serveSite } from "../../loaders/site/serve.js";
import { launchChromium } from "../../loaders/chromium.js";
import type { Measurement } from "./bench.js";
import { build, builtSize } from "./build.js";
import { comparison } from "./compare-page.js";
import { evidence } from "./evidence.js";
import { firstChart } from "./first-chart.js";
import { leverMoves } from "./lever-moves.js";
import { linkBomb } from "./link-bomb.js";
import { load, machineText, thisMachine } from "./machine.js";
import { manyCities } from "./many-cities.js";
import { modelDraws } from "./model-draws.js";
import { notYet } from "./not-yet.js";
import { optimum } from "./optimum.js";
import { robustChoice } from "./robust-choice.js";
import { practiceSearch } from "./practice-search.js";
import { redraw } from "./redraw.js";
import { refresh } from "./refresh.js";
import { toRow, type Row } from "./row.js";
import { savedText } from "./saved-text.js";
import { sqlReady } from "./sql-ready.js";
import { stopQuery } from "./stop-query.js";
import { tableText } from "./table.js";

/**
 * Measures what the notebook promises, on this machine: a table, then the same as JSON.
 * `--site FOLDER` takes a site that is built already; `--runs N` (default 5); `--only NAME`, more than once, leaves
 * the rest out; `--json FILE` writes the JSON there; `--strict` ends with exit code 1 where a budget is not kept.
 */
const measurements: Record<string, Measurement> = {
  size: builtSize,
  evidence,
  "first-chart": firstChart,
  comparison,
  "sql-ready": sqlReady,
  "stop-query": stopQuery,
  "link-bomb": linkBomb,
  redraw,
  "lever-moves": leverMoves,
  "practice-search": practiceSearch,
  "model-draws": modelDraws,
  optimum,
  "robust-choice": robustChoice,
  refresh,
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { site: given, runs, only, json, strict } = readArguments();
  const wanted = (name: string) => only.length === 0 || only.includes(name);
  const browser = await launchChromium();
  try {
    const machine = thisMachine(browser.version());
    console.log(machineText(machine));
    const rows: Row[] = [];
    const built = given ? undefined : await build();
    if (built && wanted("build")) rows.push(...built.rows.map((row) => toRow("build", row)));
    if (wanted("many-cities")) {
      process.stderr.write("many-cities\n");
      rows.push(...(await manyCities()).map((row) => toRow("many-cities", row)));
    }
    if (wanted("saved-text")) {
      process.stderr.write("saved-text\n");
      rows.push(...(await savedText(runs)).map((row) => toRow("saved-text", row)));
    }
    const folder = given ?? built!.folder;
    const site = await serveSite(folder);
    try {
      for (const [name, measure] of Object.entries(measurements)) {
        if (!wanted(name)) continue;
        process.stderr.write(`${name}\n`);
        const measured = await measure({ browser, folder, url: site.url, runs });
        rows.push(...measured.map((row) => toRow(name, row)));
      }
    } finally {
      await site.close();
    }
    machine.loadAfter = load();
    console.log(`\n${tableText(rows)}\n`);
    console.log(`Not yet: ${notYet.map(({ what, budget }) => `${what} (${budget})`).join("; ")}.`);
    if (given) console.log(`Not measured: build, as --site gives a site that is built already.`);
    console.log(`Load ${machine.loadAfter} after; ${machine.cores} cores.`);
    const text = JSON.stringify({ machine, rows, notYet }, null, 1);
    if (json) writeFileSync(json, text + "\n");
    else console.log(text);
    return strict && rows.some(({ within }) => within === false) ? 1 : 0;
  } finally {
    await browser.close();
  }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      site: { type: "string" },
      runs: { type: "string", default: "5" },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      strict: { type: "boolean", default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`--runs ${values.runs}: give a whole number from 1`);
  const names = ["build", "many-cities", "saved-text", ...Object.keys(measurements)];
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown)
    throw new Error(`--only ${unknown}: there is no such measurement; there are ${names.join(", ")}`);
  if (values.site && values.only.length === 1 && values.only[0] === "build")
    throw new Error("--only build measures a build: leave out --site");
  return { ...values, runs };
}
