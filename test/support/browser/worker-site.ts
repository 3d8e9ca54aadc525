import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundleWorker } from "../../../loaders/bundle-worker.js";
import { contentSecurityPolicy } from "../../../loaders/site/finish.js";
import { projectFolder } from "../../../loaders/site/paths.js";

/** A site of one empty page with the client, the workers as the routed loaders make them, and the site's policy. */
export interface WorkerSite {
  /** With a slash at its end. */
  url: string;
  /** Paths asked for, in order. */
  asked: string[];
  /** Files that are answered otherwise: null is 404. */
  instead: Map<string, string | null>;
  close: () => Promise<void>;
}

/** Serves it on a port of its own. */
export async function workerSite(): Promise<WorkerSite> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve("highs/runtime")));
  const files = new Map<string, [type: string, body: string | Uint8Array]>([
    [
      "/",
      [
        "text/html",
        `<!doctype html><title>workers</title><link rel="icon" href="data:,"><script type="module" src="/start.js"></script>`,
      ],
    ],
    [
      "/start.js",
      ["text/javascript", `import * as all from "./_import/workers/client.js"; Object.assign(window, all);`],
    ],
    ["/_import/workers/client.js", ["text/javascript", await client()]],
    ["/workers/model.worker.js", ["text/javascript", await bundleWorker("src/workers/model-answers.ts")]],
    ["/workers/search.worker.js", ["text/javascript", await bundleWorker("src/workers/search-answers.ts")]],
    ["/solver/highs.wasm.gz", ["application/gzip", gzipSync(wasm)]],
  ]);
  const asked: string[] = [];
  const instead = new Map<string, string | null>();
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const replaced = instead.get(path);
    const file = files.get(path);
    if (!file || replaced === null) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": file[0],
      "content-security-policy": contentSecurityPolicy([]),
      "cache-control": "no-store",
    });
    response.end(replaced ?? file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    instead,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The client as a page imports it, and what hashes an answer. */
async function client(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./src/workers/model-client.js"; export * from "./test/support/browser/bytes.js";`,
      resolveDir: projectFolder,
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return outputFiles[0]!.text;
}
