import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "../../loaders/package.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { countryCodes } from "../../loaders/upstream/country-codes.js";
import { serveUpstream, type Answering } from "../support/upstream/upstream-server.js";
import { tell, type Measurement } from "./bench.js";

/** Rows of a page of UNHCR's, and rows of the matrix that is made up: more than twice as many as UNHCR had in 2026. */
const [pageRows, matrixRows] = [10_000, 300_000];

/**
 * A refresh of all sources from a server on the loopback, without its review; and what a refresh of UNHCR's whole matrix
 * of origins, countries of asylum and years holds in memory at most.
 */
export const refresh: Measurement = async ({ runs }) => {
  const server = await serveUpstream();
  const folder = mkdtempSync(join(tmpdir(), "arrivals-measured-"));
  try {
    const seconds: number[] = [];
    for (let run = 0; run < Math.min(runs, 3); run++) {
      tell(`refresh of all sources, ${run + 1}`);
      server.answer();
      seconds.push((await refreshInto(folder, server.url, [])).seconds);
    }
    tell(`refresh of ${matrixRows} rows of UNHCR`);
    server.answer(wholeMatrix());
    const { peakMb, seconds: ofMatrix } = await refreshInto(folder, server.url, ["unhcr"]);
    return [
      {
        what: "refresh of all sources from the loopback",
        unit: "s",
        values: seconds,
        budget: { atMost: 60 },
        note: "With the tables that are worked out; without its review, as the folder is in no repository.",
      },
      {
        what: `peak memory of a refresh of UNHCR's whole matrix (${matrixRows} rows)`,
        unit: "MB",
        values: [peakMb],
        budget: { atMost: 1000 },
        judge: "max",
        note: `It took ${ofMatrix.toFixed(1)} s.`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
};

/** Refreshes into an evidence without snapshots. @throws Error where it does not end as it should */
async function refreshInto(
  folder: string,
  upstream: string,
  sources: readonly string[],
): Promise<{ seconds: number; peakMb: number }> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(dataFolder, folder, { recursive: true, filter: (name) => !name.includes("snapshots") });
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--import",
      "./test/support/tell-peak-memory.js",
      "loaders/upstream/refresh.ts",
      ...sources,
    ],
    {
      cwd: projectFolder,
      env: { ...process.env, ARRIVALS_UPSTREAM: upstream, ARRIVALS_DATA: folder },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (part) => (said += String(part)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  const peak = /^peak (\d+) KiB$/m.exec(said)?.[1];
  if (code !== 10 || peak === undefined) throw new Error(`the refresh ended with ${String(code)}:\n${said}`);
  return { seconds: (performance.now() - start) / 1000, peakMb: (Number(peak) * 1024) / 1e6 };
}

/** UNHCR's answer page by page, with every country as origin and asylum over as many years as give the rows. */
function wholeMatrix(): Answering {
  const codes = countryCodes().map(({ iso3 }) => iso3);
  const rowAt = (at: number) => ({
    year: 2025 - Math.floor(at / codes.length ** 2),
    coo_iso: codes[at % codes.length],
    coa_iso: codes[Math.floor(at / codes.length) % codes.length],
    ...{ refugees: 5 + (at % 1000), asylum_seekers: "0", returned_refugees: "0", idps: "0" },
    ...{ returned_idps: "0", stateless: 5, ooc: "0", oip: "-", hst: "0" },
  });
  return (_request, response, url) => {
    if (!url.pathname.startsWith("/unhcr")) return null;
    const page = Number(url.searchParams.get("page"));
    const begin = (page - 1) * pageRows;
    const items = Array.from({ length: Math.min(pageRows, matrixRows - begin) }, (_, i) => rowAt(begin + i));
    const body = { page, "short-url": "MADE00", maxPages: matrixRows / pageRows, total: [], items };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };
}
