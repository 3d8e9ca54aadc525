import { build } from "esbuild";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { serveSite } from "../../loaders/site/serve.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { tell, type Measurement } from "./bench.js";
import { firstView } from "./first-view.js";

const how =
  "The heat map of / drawn from the same query, the same Arrow tables and the same Plot code by page → DuckDB-Wasm → Plot: one minified bundle, duckdb-eh.wasm as .wasm with brotli, same line and processor (the worker's own is not slowed). Each visit is compared with one of / made just before it; most 3 runs, as each takes half a minute.";

/** The same chart by page → DuckDB-Wasm → Plot, and how many times sooner ours is there. */
export const comparison: Measurement = async ({ browser, folder, url, runs }) => {
  const made = await makePage(folder);
  const site = await serveSite(made);
  const wasmBytes = sizeOnTheWay(join(made, "duckdb-eh.wasm"));
  try {
    const ours: number[] = [];
    const theirs: number[] = [];
    const sent: number[] = [];
    let requests: unknown;
    for (let run = 0; run < Math.min(runs, 3); run++) {
      const own = await firstView(browser, url);
      const other = await firstView(browser, site.url, { timeout: 180_000 });
      ours.push(own.paintedMs / 1000);
      theirs.push(other.paintedMs / 1000);
      sent.push((other.traffic.bytesUntil(other.paintedMs) + wasmBytes) / 1e6);
      requests ??= other.traffic.transfersUntil(other.paintedMs);
      tell(
        `DuckDB-Wasm → Plot: ${theirs.at(-1)!.toFixed(1)} s, ${sent.at(-1)!.toFixed(1)} MB; /: ${ours.at(-1)!.toFixed(2)} s`,
      );
    }
    return [
      {
        what: "same chart by DuckDB-Wasm → Plot, painted",
        unit: "s",
        values: theirs,
        note: how,
        detail: requests,
      },
      { what: "same chart by DuckDB-Wasm → Plot, sent", unit: "MB", values: sent },
      {
        what: "first chart of / sooner than that",
        unit: "times",
        values: theirs.map((seconds, i) => seconds / ours[i]!),
        budget: { atLeast: 30 },
      },
    ];
  } finally {
    await site.close();
    rmSync(made, { recursive: true, force: true });
  }
};

/** Bytes of a file compressed as the server does it: what a worker fetches is not among the page's own requests. */
function sizeOnTheWay(path: string): number {
  return brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** Builds the page into a temporary folder, which the caller removes. */
async function makePage(siteFolder: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-bench-"));
  await build({
    entryPoints: [join(projectFolder, "test/bench/compare-page-script.ts")],
    outfile: join(folder, "page.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  const { resolve } = createRequire(import.meta.url);
  for (const name of ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"])
    copyFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`), join(folder, name));
  for (const name of ["cities", "initiatives", "interviews"])
    copyFileSync(join(siteFolder, "data", `${name}.arrow`), join(folder, `${name}.arrow`));
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Page, DuckDB-Wasm, Plot</title>
<link rel="icon" href="data:,">
<link rel="modulepreload" href="page.js">
<script type="module" src="page.js"></script>
<h1>How cities integrate migrants</h1>
<figure><div class="picture"></div></figure>
</html>
`,
  );
  return folder;
}
